import { matchTexts, textsWith } from '../model/texts.js';
import { remarkWords } from '../source/remark.js';
import type { Rule } from './rule.js';

/** No text ends with what was meant as a comment: ＃, or # without half-width spaces before it, and a word such as 要確認 or TODO. */
export const rule: Rule = {
  code: 'remark-in-text',
  severity: 'warning',
  summary: {
    ja: '注釈のつもりの「＃要確認」などが文に入っていない',
    en: 'no text ends with a remark such as ＃要確認 that was meant as a comment',
  },
  cure: {
    ja: '注釈なら、半角の空白2つと `#` の後に書いてください（`  # 要確認`）。いまのままでは文として公表されます',
    en: 'write a comment behind two half-width spaces and `#`, as in `  # 要確認`: as it is, it is published with the text',
  },
  example: { bad: '- 2021: システムの整備 ＃要確認', good: '- 2021: システムの整備  # 要確認' },
  *check(roadmap) {
    for (const { of, words, index } of matchTexts(textsWith(roadmap, 'remarkMark'), comment)) {
      yield {
        message: { ja: `\`${words}\` は注釈でなく、文の一部です`, en: `\`${words}\` is no comment but a part of the text` },
        location: of.location.slice(index, words),
        on: of.on,
      };
    }
  },
};

const comment = new RegExp(`[＃#]\\s*${remarkWords}.*$`, 'gi');

import { matchTexts, type PlanText, textsWith } from '../model/texts.js';
import type { Rule } from './rule.js';

/** No text was read in another encoding than it was written in: not as Shift_JIS, nor as Latin-1, nor with characters lost on the way. */
export const rule: Rule = {
  code: 'garbled-text',
  severity: 'warning',
  summary: { ja: '文字化けした文がない', en: 'no text is garbled by another encoding' },
  cure: {
    ja: '元の文書から写し直してください（別の文字コードで開いたファイルから写すと化けます）',
    en: 'copy it anew from the source: what is copied from a file opened in another encoding is garbled',
  },
  example: { bad: '- 2021: 繝・ず繧ｿ繝ｫ蛹・の推進', good: '- 2021: デジタル化の推進' },
  *check(roadmap) {
    let told: PlanText | undefined;
    for (const { of, words, index } of matchTexts(textsWith(roadmap, 'foreign', 'brokenKana'), garbled)) {
      if (of === told) continue;
      told = of;
      yield {
        message:
          words === lost
            ? { ja: '読めなかった文字が `\uFFFD` になっています', en: 'a character that could not be read became `\uFFFD`' }
            : { ja: `\`${words}\` は文字化けです`, en: `\`${words}\` is garbled` },
        location: of.location.slice(index, words),
        on: of.on,
      };
    }
  },
};

/** What stands for a character that could not be read. */
const lost = '\uFFFD';

/**
 * What becomes of the bytes of kana in UTF-8: 縺, 繧 and 繝 with a character behind each where they are read as Shift_JIS, ã with two where they are
 * read as Latin-1. Both are told by two of them that stand close together, since one may be meant.
 */
const garbled = /\uFFFD|[縺繧繝][^\s縺繧繝]{1,2}[縺繧繝]\S|(?:ã[\u0080-\u00BF\u0152-\u2122]{1,2}){2}/g;

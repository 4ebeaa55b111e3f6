import { matchTexts, textsWith } from '../model/texts.js';
import type { Rule } from './rule.js';

/** No space stands between two Japanese characters: most come from the line breaks of a scan or a PDF. */
export const rule: Rule = {
  code: 'space-between-japanese',
  severity: 'info',
  summary: { ja: '日本語の文字の間に空白がない', en: 'no space stands between two Japanese characters' },
  cure: {
    ja: '改行の跡なら消してください。二つの文を分ける印字の空白なら、工程を分けるか残してかまいません',
    en: 'remove it where a line break left it; where it parts two texts in print, write two phases or let it stand',
  },
  example: { bad: '- 2021: 利 活用の促進', good: '- 2021: 利活用の促進' },
  *check(roadmap) {
    for (const { of, words, index } of matchTexts(textsWith(roadmap, 'space'), between)) {
      // A title and its subtitle are parted by a space.
      if (of.on === roadmap.plan) continue;
      const before = [...of.text.slice(0, index)].at(-1) ?? '';
      const [behind = ''] = of.text.slice(index + words.length);
      const around = before + words + behind;
      yield {
        message: { ja: `\`${around}\` の間に空白があります`, en: `there is a space inside \`${around}\`` },
        location: of.location.slice(index - before.length, around),
        on: of.on,
      };
    }
  },
};

const between =
  /[ \u3000](?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。].)(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

import { matchTexts, textsWith } from '../model/texts.js';
import type { Rule } from './rule.js';

/** A text neither begins nor ends with a space, and no two spaces follow one another. */
export const rule: Rule = {
  code: 'stray-spaces',
  severity: 'warning',
  summary: { ja: '文の前後に空白がなく、空白が続かない', en: 'a text has no spaces at its ends, and never two in a row' },
  cure: { ja: '余分な空白を消してください。`roadmap validate --fix` で直せます', en: 'remove the space; `roadmap validate --fix` does it' },
  example: { bad: '- 2021: "システム  開発 "', good: '- 2021: システム 開発' },
  *check(roadmap) {
    for (const { of, words, index } of matchTexts(textsWith(roadmap, 'space'), stray)) {
      const atEdge = index === 0 || index + words.length === of.text.length;
      const place = of.location.slice(index, words);
      const { span } = place;
      const written = span.file.text.slice(span.start, span.end);
      yield {
        message: atEdge
          ? { ja: '文の端に空白があります', en: 'there is a space at the end of the text' }
          : { ja: `空白が${words.length}つ続いています`, en: `there are ${words.length} spaces in a row` },
        location: place,
        ...(written === words && { fix: [{ span, text: atEdge ? '' : ' ' }] }),
        on: of.on,
      };
    }
  },
};

const stray = /^[ \t\u3000]+|[ \t\u3000]+$|[ \t\u3000]{2,}/g;

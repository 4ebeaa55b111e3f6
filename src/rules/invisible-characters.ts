import { codePoint, joinsPictures, patternOf } from '../model/characters.js';
import { sideTextsWith } from '../model/side-texts.js';
import { matchTexts, textsWith } from '../model/texts.js';
import type { Rule } from './rule.js';

/** A text holds no character that nobody sees: zero-width and no-break spaces, tabs, soft hyphens, marks of direction, control characters, line breaks. */
export const rule: Rule = {
  code: 'invisible-characters',
  yieldsTo: ['garbled-text'],
  severity: 'warning',
  summary: { ja: '目に見えない文字が紛れていない', en: 'a text holds no character that nobody sees' },
  cure: {
    ja: 'その文字を消してください（ウェブページや表計算から写すと紛れます）。`roadmap validate --fix` で直せます',
    en: 'remove it; web pages and spreadsheets bring such characters; `roadmap validate --fix` does it',
  },
  example: { bad: '- 2021: "システム\\u200B開発"', good: '- 2021: システム開発' },
  *check(roadmap) {
    const texts = [...textsWith(roadmap, 'invisible'), ...sideTextsWith(roadmap, anyInvisible)];
    for (const { of, words: char, index } of matchTexts(texts, invisible)) {
      if (joinsPictures(of.text, index)) continue;
      const code = codePoint(char);
      const place = of.location.slice(index, char);
      const { span } = place;
      const isSpace = /[\t\u00A0\u202F]/.test(char);
      yield {
        message:
          char === '\n'
            ? { ja: '文の中に改行があります。文は1行です', en: 'there is a line break; a text is one line' }
            : char === '\t'
              ? { ja: '文の中にタブがあります', en: 'there is a tab in the text' }
              : { ja: `目に見えない文字 ${code} があります`, en: `there is an invisible character, ${code}` },
        location: place,
        ...(isSpace && {
          help: {
            ja: '普通の空白に直すか、消してください。`roadmap validate --fix` で空白に直せます',
            en: 'write a plain space, or none; `roadmap validate --fix` writes one',
          },
        }),
        ...(span.file.text.slice(span.start, span.end) === char && { fix: [{ span, text: isSpace ? ' ' : '' }] }),
        on: of.on,
      };
    }
  },
};

const invisible = patternOf('invisible');
const anyInvisible = new RegExp(invisible.source);

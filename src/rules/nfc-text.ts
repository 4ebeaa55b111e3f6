import { textsWith } from '../model/texts.js';
import type { Rule } from './rule.js';

/** A text is stored in NFC: が is one character, not か with a mark behind it. */
export const rule: Rule = {
  code: 'nfc-text',
  severity: 'warning',
  summary: { ja: '濁点や記号が、文字と一つになっている（NFC）', en: 'a text is in NFC: no letter is torn from its marks' },
  cure: {
    ja: '打ち直してください（macOSのファイル名やPDFから写すと分かれます）。`roadmap validate --fix` で直せます',
    en: 'type it again, or let `roadmap validate --fix` join them; file names of macOS and PDFs bring such text',
  },
  example: { bad: '- 2021: か\u3099いと\u3099の策定', good: '- 2021: がいどの策定' },
  *check(roadmap) {
    // NFC leaves the other characters of CP932 as they are.
    for (const { text, location, on } of textsWith(roadmap, 'foreign', 'replaced')) {
      if (text === text.normalize('NFC')) continue;
      for (const match of text.matchAll(/(?:\P{M}\p{M}+)+/gu)) {
        const [words] = match;
        const joined = words.normalize('NFC');
        if (joined === words) continue;
        const place = location.slice(match.index, words);
        const { span } = place;
        const written = span.file.text.slice(span.start, span.end);
        yield {
          message: {
            ja: `\`${joined}\` の濁点などが分かれた文字で書かれています`,
            en: `\`${joined}\` is written with its marks torn off`,
          },
          location: place,
          ...(written === words && { fix: [{ span, text: joined }] }),
          on,
        };
      }
    }
  },
};

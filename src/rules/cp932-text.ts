import { codePoint, isInCp932 } from '../model/characters.js';
import { textsWith } from '../model/texts.js';
import type { Rule } from './rule.js';

/** Every character of a text exists in CP932 (Shift_JIS as Windows has it), in which forms and older systems are still exchanged. */
export const rule: Rule = {
  code: 'cp932-text',
  yieldsTo: ['garbled-text'],
  severity: 'info',
  summary: {
    ja: '文の文字は、CP932（Windowsのシフト JIS）で表せる',
    en: 'every character of a text exists in CP932, the Shift_JIS of Windows',
  },
  cure: {
    ja: '古いシステムに渡すと文字が化けます。CP932にある文字で代えられるか確かめてください',
    en: 'older systems will not show it; see whether a character of CP932 can stand for it',
  },
  example: { bad: '- 2021: 𠮷野ヶ里の整備', good: '- 2021: 吉野ヶ里の整備' },
  *check(roadmap) {
    for (const { text, location, on } of textsWith(roadmap, 'foreign', 'gaiji')) {
      for (let index = 0; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        // The second half of a character beyond the 16 bits was told with its first.
        if (unit >= 0xdc00 && unit <= 0xdfff) continue;
        const char = String.fromCodePoint(text.codePointAt(index) ?? 0);
        const isGaiji = /\p{Co}/u.test(char);
        if (isInCp932(unit) && !isGaiji) continue;
        if (isOtherFinding(char)) continue;
        const code = codePoint(char);
        yield {
          ...(isGaiji && { help: gaijiHelp }),
          message: isGaiji
            ? { ja: `外字（${code}）です`, en: `${code} is a character of somebody’s own (gaiji)` }
            : { ja: `\`${char}\`（${code}）は CP932 で表せません`, en: `\`${char}\` (${code}) does not exist in CP932` },
          location: location.slice(index, char),
          on,
        };
      }
    }
  },
};

/** Marks torn from their letter, radicals, invisible characters and 〜 have rules of their own. */
function isOtherFinding(char: string): boolean {
  return /[\p{M}\p{Cc}\p{Cf}\p{Cn}\p{Cs}\u00A0\u2028\u2029\u2E80-\u2FDF〜]/u.test(char);
}

const gaijiHelp = {
  ja: 'ほかの機械では別の字か空白になります。標準の文字で代えてください',
  en: 'other machines show another character, or none: write a standard one',
};

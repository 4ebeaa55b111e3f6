import { bitsOf, isPlain, isRemade } from '../model/characters.js';
import { fold } from '../model/fold.js';
import type { Roadmap } from '../model/roadmap.js';
import { type PlanText, textsWith } from '../model/texts.js';
import type { Rule } from './rule.js';

/** A word is written in one width: letters and digits (ICT, ＩＣＴ), and the brackets around the same words. */
export const rule: Rule = {
  code: 'mixed-width',
  severity: 'info',
  summary: { ja: '同じ語の英数字とかっこは、全角か半角の一方で書く', en: 'a word and the brackets around it are written in one width' },
  cure: {
    ja: '多いほうの書き方にそろえてください。印字どおりなら残してかまいません',
    en: 'use the form that is more frequent, unless it is printed so',
  },
  example: { bad: '- 2021: ICT機器の開発\n- 2022-: ＩＣＴ機器の普及', good: '- 2021: ICT機器の開発\n- 2022-: ICT機器の普及' },
  *check(roadmap) {
    const words = new Map<string, Place[]>();
    for (const place of placesOf(roadmap)) {
      const known = words.get(place.key);
      if (known) known.push(place);
      else words.set(place.key, [place]);
    }
    for (const places of words.values()) {
      const [first] = places;
      if (places.every(({ wide, torn }) => !torn && wide === first?.wide)) continue;
      const wide = places.filter((place) => place.wide);
      const half = places.filter((place) => !place.wide);
      const torn = places.filter((place) => place.torn);
      const [few, many] = wide.length <= half.length ? [wide, half] : [half, wide];
      // A plan that has both forms all over is told once a word.
      const told = few.length <= 3 ? few : few.slice(0, 1);
      for (const place of many.length > 0 && few.length > 0 ? told : torn) {
        const usual = many.find((other) => !other.torn);
        yield {
          message: place.torn
            ? { ja: `\`${place.words}\` に全角と半角が混じっています`, en: `\`${place.words}\` mixes full and half width` }
            : {
                ja: `\`${place.words}\` は${place.wide ? '全角' : '半角'}ですが、ほかの${many.length}か所では${place.wide ? '半角' : '全角'}です`,
                en: `\`${place.words}\` is ${place.wide ? 'full' : 'half'}-width here, and ${place.wide ? 'half' : 'full'}-width in ${many.length} other places`,
              },
          location: place.of.location.slice(place.index, place.words),
          ...(usual && {
            related: [
              {
                message: { ja: 'ほかの書き方の例', en: 'the other form' },
                location: usual.of.location.slice(usual.index, usual.words),
              },
            ],
          }),
          on: place.of.on,
        };
      }
    }
  },
};

interface Place {
  /** What makes two places the same word. */
  key: string;
  words: string;
  index: number;
  wide: boolean;
  /** Whether letters, or digits, of one word have both widths. */
  torn: boolean;
  of: PlanText;
}

/** Every place of a word that is written wide somewhere, and of words in brackets that stand in both widths of them. */
function placesOf(roadmap: Roadmap): Place[] {
  return [...wordsOf(roadmap), ...bracketsOf(roadmap)];
}

function wordsOf(roadmap: Roadmap): Place[] {
  const wide = new Set<string>();
  /** What stands behind the numbers among them: few others do, and there are many numbers. */
  const behindNumbers = new Set<string>();
  let onlyNumbers = true;
  for (const { text } of textsWith(roadmap, 'wideWord')) {
    eachWord(text, (start, end, isNumber, isWide) => {
      if (!isWide) return;
      wide.add(keyAt(text, start, end, isNumber, isWide));
      if (isNumber) behindNumbers.add(inOneWidth(text, end));
      else onlyNumbers = false;
    });
  }
  if (wide.size === 0) return [];
  const places: Place[] = [];
  // Where all of them are numbers there is nothing to find in a text without a sign that stands behind one, in whatever width.
  const signs = [...behindNumbers].flatMap((sign) => (/^[ -~]$/.test(sign) ? [sign, widened(sign)] : [sign]));
  const remade = bitsOf('remade');
  const mayHold = ({ text, kinds }: PlanText) => !onlyNumbers || (kinds & remade) !== 0 || signs.some((sign) => text.includes(sign));
  for (const of of textsWith(roadmap, 'word')) {
    if (!mayHold(of)) continue;
    const { text } = of;
    eachWord(text, (start, end, isNumber, isWide) => {
      if (isNumber ? !behindNumbers.has(inOneWidth(text, end)) : onlyNumbers) return;
      const key = keyAt(text, start, end, isNumber, isWide);
      if (!wide.has(key)) return;
      const words = text.slice(start, end);
      const torn = isWide && (isTorn(words, /[A-Za-z]/, /[Ａ-Ｚａ-ｚ]/) || isTorn(words, /[0-9]/, /[０-９]/));
      places.push({ key, words, index: start, wide: isWide, torn, of });
    });
  }
  return places;
}

/** A sign of ASCII in full width. */
function widened(sign: string): string {
  return sign === ' ' ? '\u3000' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
}

/** Is told where a run of letters and digits begins and ends, whether it is all digits, and whether any of it is wide. */
type UseWord = (start: number, end: number, isNumber: boolean, isWide: boolean) => void;

function eachWord(text: string, use: UseWord): void {
  let start = -1;
  let isNumber = true;
  let isWide = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const digit = isDigit(unit);
    if (digit || isLetter(unit)) {
      if (start < 0) {
        start = index;
        isNumber = true;
        isWide = false;
      }
      isNumber &&= digit;
      isWide ||= unit > 0xff00;
    } else if (start >= 0) {
      use(start, index, isNumber, isWide);
      start = -1;
    }
  }
  if (start >= 0) use(start, text.length, isNumber, isWide);
}

/** 0 to 9, narrow or wide. */
function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** A to Z and a to z, narrow or wide. */
function isLetter(unit: number): boolean {
  const small = (unit > 0xff00 ? unit - 0xfee0 : unit) | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function bracketsOf(roadmap: Roadmap): Place[] {
  const [narrow, wide] = [textsWith(roadmap, 'narrowBracket'), textsWith(roadmap, 'wideBracket')];
  if (narrow.length === 0 || wide.length === 0) return [];
  // Words that begin as none in the other brackets do need not be looked at.
  const half = placesIn(narrow, '(', firstsIn(wide, '（'));
  if (half.length === 0) return [];
  const keys = new Set(half.map(({ key }) => key));
  const full = placesIn(wide, '（', firstsIn(narrow, '(')).filter(({ key }) => keys.has(key));
  return full.length === 0 ? [] : [...full, ...half];
}

/** What words in brackets may begin with. */
function firstsIn(texts: readonly PlanText[], opener: string): ReadonlySet<number> {
  const firsts = new Set<number>();
  for (const { text } of texts)
    for (let at = text.indexOf(opener); at >= 0; at = text.indexOf(opener, at + 1)) firsts.add(firstOf(text, at + 1));
  return firsts;
}

/** The first unit of words, one for all digits as in the keys; `unsure` where it may be another in one width. */
function firstOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (isDigit(unit)) return zero;
  return isPlain(unit) && !isRemade(text.charCodeAt(at + 1)) ? unit : unsure;
}

const zero = 0x30;
const unsure = -1;

const inBrackets = { '(': /\([^（）()\n]*\)/y, '（': /（[^（）()\n]*）/y };

/** The words in brackets that may begin as others do. */
function placesIn(texts: readonly PlanText[], opener: '(' | '（', firsts: ReadonlySet<number>): Place[] {
  const places: Place[] = [];
  const pattern = inBrackets[opener];
  for (const of of texts) {
    const { text } = of;
    for (let index = text.indexOf(opener); index >= 0; index = text.indexOf(opener, index + 1)) {
      const first = firstOf(text, index + 1);
      if (first !== unsure && !firsts.has(first) && !firsts.has(unsure)) continue;
      pattern.lastIndex = index;
      const words = pattern.exec(text)?.[0];
      // (1) and （a） number something; only words have a usual form.
      if (words === undefined || !/\p{Letter}{2}|\d年/u.test(words)) continue;
      const key = `(${fold(words.slice(1, -1)).replace(/\d/g, '0')})`;
      places.push({ key, words, index, wide: opener === '（', torn: false, of });
    }
  }
  return places;
}

/** What makes two places the same word: a number is a word with what stands around it (令和5年, 28万), whatever its digits. */
function keyAt(text: string, start: number, end: number, isNumber: boolean, isWide: boolean): string {
  if (isNumber) return inOneWidth(text, start - 1) + '0'.repeat(end - start) + inOneWidth(text, end);
  const words = text.slice(start, end);
  return isWide ? words.normalize('NFKC') : words;
}

/** The character at an index as NFKC gives it, which is most often itself; empty beyond the ends of the text. */
function inOneWidth(text: string, index: number): string {
  const char = text[index] ?? '';
  return isPlain(text.charCodeAt(index)) ? char : char.normalize('NFKC');
}

function isTorn(words: string, half: RegExp, wide: RegExp): boolean {
  return half.test(words) && wide.test(words);
}

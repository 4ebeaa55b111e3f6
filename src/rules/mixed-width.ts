import { fold } from '../model/fold.js';
import type { Roadmap } from '../model/roadmap.js';
import { matchTexts, type PlanText, type TextMatch, wholeTextOf } from '../model/texts.js';
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

/** Every place of a word that is written wide somewhere, and of words in brackets where some stand in half-width ones. */
function placesOf(roadmap: Roadmap): Place[] {
  return [...wordsOf(roadmap), ...bracketsOf(roadmap)];
}

function wordsOf(roadmap: Roadmap): Place[] {
  if (!isWide(wholeTextOf(roadmap))) return [];
  const all = matchTexts(roadmap, /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]+/g);
  const wide = new Set(all.filter(({ words }) => isWide(words)).map(wordAt));
  const hasNumbers = [...wide].some((key) => key.includes('0'));
  const places: Place[] = [];
  for (const word of all) {
    const { of, words, index } = word;
    if (!hasNumbers && isNumber(words)) continue;
    const key = wordAt(word);
    if (!wide.has(key)) continue;
    const torn = isTorn(words, /[A-Za-z]/, /[Ａ-Ｚａ-ｚ]/) || isTorn(words, /[0-9]/, /[０-９]/);
    places.push({ key, words, index, wide: isWide(words), torn, of });
  }
  return places;
}

function bracketsOf(roadmap: Roadmap): Place[] {
  const placesIn = (pattern: RegExp, wide: boolean): Place[] =>
    matchTexts(roadmap, pattern).flatMap(({ of, words, index }) => {
      // (1) and （a） number something; only words have a usual form.
      if (!/\p{Letter}{2}|\d年/u.test(words)) return [];
      return [{ key: fold(words).replace(/\d/g, '0'), words, index, wide, torn: false, of }];
    });
  const half = placesIn(/\([^（）()\n]*\)/g, false);
  return half.length === 0 ? [] : [...placesIn(/（[^（）()\n]*）/g, true), ...half];
}

/** What makes two places the same word: a number is a word with what stands around it (令和5年, 28万), whatever its digits. */
function wordAt({ of: { text }, words, index }: TextMatch): string {
  const narrow = isWide(words) ? words.normalize('NFKC') : words;
  if (!isNumber(words)) return narrow;
  const [before, behind] = [text[index - 1] ?? '', text[index + words.length] ?? ''];
  return `${before}${narrow.replace(/\d/g, '0')}${behind}`.normalize('NFKC');
}

function isWide(words: string): boolean {
  return /[Ａ-Ｚａ-ｚ０-９]/.test(words);
}

function isNumber(words: string): boolean {
  return /^[0-9０-９]+$/.test(words);
}

function isTorn(words: string, half: RegExp, wide: RegExp): boolean {
  return half.test(words) && wide.test(words);
}

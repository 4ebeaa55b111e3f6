import type { Lang } from '../../source/lang.js';

/** A piece of words of the tool; `ja` where it is the plan's own and stands in words of another language. */
export interface MixedWord {
  text: string;
  ja?: true;
}

/** Words of the tool with names of the plan in them (`After (令和5年6月)`), in pieces of one language each. */
export function mixedWords(words: string, names: readonly string[], lang: Lang): MixedWord[] {
  const pieces: MixedWord[] = [];
  let rest = words;
  for (const name of lang === 'ja' ? [] : names) {
    const at = name === '' ? -1 : rest.indexOf(name);
    if (at < 0) continue;
    if (at > 0) pieces.push({ text: rest.slice(0, at) });
    pieces.push({ text: name, ja: true });
    rest = rest.slice(at + name.length);
  }
  return rest === '' ? pieces : [...pieces, { text: rest }];
}

/** What a line of the tool's own words quotes of a plan in Japanese. */
export function japaneseIn(line: string): string[] {
  return line.match(/[^\s()]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][^\s()]*/gu) ?? [];
}

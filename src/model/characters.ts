import { kanjiOfCp932, runsOfCp932 } from './cp932.js';
import { plainSigns } from './fold.js';

/*
 * What kinds of characters a text holds, told by one pass over it. Most texts hold none of most kinds, so that a rule that looks for one has
 * few texts left to read.
 */

const katakana = 'ァ-ヺー';
const digits = '0-9０-９';
/** What `\s` matches. */
const spaces = '\t-\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF';

/** Kinds of single characters, each written as what stands between the brackets of a pattern. */
const singles = {
  /** Letters and digits of either width. */
  word: `A-Za-zＡ-Ｚａ-ｚ${digits}`,
  wideWord: 'Ａ-Ｚａ-ｚ０-９',
  bracket: '（）()「」『』【】〔〕〈〉《》＜＞［］[]｛｝{}｢｣',
  narrowBracket: '(',
  wideBracket: '（',
  space: ' \t\u3000',
  /** Zero-width and no-break spaces, tabs, soft hyphens, marks of direction, control characters and line breaks, fillers, what is no character. */
  invisible:
    '\u0000-\u001F\u007F-\u00A0\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u2028-\u202F\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\uFFFE\uFFFF',
  radical: '\u2E80-\u2FDF',
  tilde: '〜～',
  /** What begins a remark: ※, and the sign of a comment. */
  remarkMark: '※＃#',
  left: '左',
  /** Characters of CP932 that NFC replaces: Å as the unit, and compatibility ideographs. */
  replaced: '\u212B\uF900-\uFAFF',
  /** Of the private area: gaiji, which CP932 has a place for and every machine another character. */
  gaiji: '\uE000-\uF8FF',
} as const;

/** Kinds of two characters, the second right behind the first. */
const pairs = {
  /** A year, or a month behind a stroke: 令和5年, 元年, 八年, （2022）年, 2022.4, 2022/4. */
  year: [`${digits}元一二三四五六七八九十）)${spaces}`, '年.．/／'],
  fiscalYear: ['F', 'Y'],
  /** A bracket behind a year or what is told with it: a month, a day, 末, a season. */
  yearBracket: [`${digits}元年度代月日末中内頭期半春夏秋冬.．${spaces}`, '（(［[〔'],
  /** A line, or a kanji that looks like a katakana, behind katakana. */
  behindKatakana: [katakana, '-‐‑‒–—―−－─━ｰ一二口力夕卜'],
  prolonged: ['A-Za-z0-9', 'ー'],
  /** A kanji that looks like a katakana before katakana. */
  beforeKatakana: ['二口力夕卜', katakana],
  /** A katakana that looks like another character, before what no katakana word goes on with. */
  loneKatakana: ['エヘ', '程事業場学の'],
  /** What the bytes of a kana in UTF-8 become where they are read as Shift_JIS; of one before a kanji, not always. */
  brokenKana: ['縺繧繝', '｡-ﾟ・√ゅ医峨翫九後阪弱上舌代偵薙斐輔悶励倥吶壹帙懊昴槭溘'],
} as const;

/**
 * `foreign`: not in CP932. `unfolded`: what `fold` may change, which is all but the plain characters. `remade`: what it may change to other than
 * one sign of ASCII or nothing.
 */
export type Kind = keyof typeof singles | keyof typeof pairs | 'foreign' | 'unfolded' | 'remade';

/** Spaces, and the wide forms of ASCII. */
const widened = ' \u3000！-～';
const firstKanji = 0x4e00;

/** A bit for each kind of single character; pairs have theirs from the 16th on. */
const bits = Object.fromEntries([
  ['foreign', 1],
  ['unfolded', 2],
  ['remade', 4],
  ...Object.keys(singles).map((kind, index) => [kind, 8 << index]),
  ...Object.keys(pairs).map((kind, index) => [kind, 1 << (16 + index)]),
]) as Record<Kind, number>;

/** The kinds of characters in a text, as a set of bits. */
export function kindsIn(text: string): number {
  table ??= makeTable();
  const known = table;
  let single = 0;
  let pair = 0;
  let before = 0;
  for (let index = 0; index < text.length; index += 1) {
    const now = known[text.charCodeAt(index)] as number;
    single |= now;
    pair |= (before >>> 16) & (now >>> 24);
    before = now;
  }
  return (single & 0xffff) | ((pair & 0xff) << 16);
}

/** Every character of a kind in a text. */
export function patternOf(kind: 'invisible' | 'radical' | 'tilde'): RegExp {
  return new RegExp(`[${singles[kind]}]`, 'g');
}

/** Whether the character at an index of a text is a joiner (U+200D) that makes one picture of two, as in 👨‍👩‍👧: it is seen. */
export function joinsPictures(text: string, index: number): boolean {
  if (text[index] !== '\u200D') return false;
  return (
    /\p{Extended_Pictographic}[\u{FE0F}\u{1F3FB}-\u{1F3FF}]*$/u.test(text.slice(0, index)) &&
    /^\p{Extended_Pictographic}/u.test(text.slice(index + 1))
  );
}

/** The name of a character: `U+200B`. */
export function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether a UTF-16 unit is a character of CP932. */
export function isInCp932(unit: number): boolean {
  return (kindsIn(String.fromCharCode(unit)) & bits.foreign) === 0;
}

/** Whether a UTF-16 unit is surely what NFKC makes of it. */
export function isPlain(unit: number): boolean {
  table ??= makeTable();
  return ((table[unit] as number) & bits.unfolded) === 0;
}

/** Whether NFKC may make another unit of one, or of one and what stands before it, than its narrow form. */
export function isRemade(unit: number): boolean {
  table ??= makeTable();
  return ((table[unit] as number) & bits.remade) !== 0;
}

/** The bits of some kinds together. */
export function bitsOf(...kinds: readonly Kind[]): number {
  return kinds.reduce((all, kind) => all | bits[kind], 0);
}

let table: Int32Array | undefined;

/** By UTF-16 unit: the bits of its kinds, from the 16th on the pairs that it begins, and from the 24th on those that it ends. */
function makeTable(): Int32Array {
  if (Object.keys(singles).length > 13 || Object.keys(pairs).length > 8) throw new Error('there is no bit for another kind of characters');
  const made = new Int32Array(0x10000).fill(bits.foreign | bits.unfolded | bits.remade);
  for (const [first, last] of runsOfCp932()) made.fill(bits.unfolded | bits.remade, first, last + 1);
  let unit = firstKanji;
  for (const byte of kanjiOfCp932()) for (let bit = 0; bit < 8; bit += 1) made[unit++] = (byte >> bit) & 1 ? 0 : bits.foreign;
  const change = (chars: string, added: number, taken = 0) => {
    for (let at = 0; at < chars.length; at += 1) {
      const first = chars.charCodeAt(at);
      if (chars[at + 1] === '-' && at + 2 < chars.length) at += 2;
      for (let one = first; one <= chars.charCodeAt(at); one += 1) made[one] = ((made[one] as number) | added) & ~taken;
    }
  };
  change(plainSigns, 0, bits.unfolded | bits.remade);
  change(widened, 0, bits.remade);
  for (const [kind, chars] of Object.entries(singles)) change(chars, bits[kind as Kind]);
  for (const [kind, [before, behind]] of Object.entries(pairs)) {
    change(before, bits[kind as Kind]);
    change(behind, bits[kind as Kind] << 8);
  }
  return made;
}

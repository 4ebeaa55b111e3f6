import { textsWith } from '../model/texts.js';
import type { Rule } from './rule.js';

/** Every bracket of a text is closed, by its own kind and in its own width. */
export const rule: Rule = {
  code: 'bracket-pairs',
  severity: 'warning',
  summary: { ja: 'かっこは、同じ種類・同じ幅で対になる', en: 'brackets stand in pairs of one kind and one width' },
  cure: {
    ja: '対になるかっこを補うか、幅をそろえてください。印字の誤りなら、正しい読みを `corrected` に書きます',
    en: 'add the missing one or use one width; where the print is wrong, write the right reading as `corrected`',
  },
  example: { bad: '- 2021: 共通申請サービス（eMAFF)の開発', good: '- 2021: 共通申請サービス(eMAFF)の開発' },
  *check(roadmap) {
    for (const { text, location, on } of textsWith(roadmap, 'bracket')) {
      if (isPaired(text)) continue;
      for (const { index, words, mixed } of faultsOf(text)) {
        yield {
          message: mixed
            ? { ja: `\`${words}\` の始まりと終わりで、かっこの幅が違います`, en: `the brackets of \`${words}\` have two widths` }
            : { ja: `かっこ \`${words}\` に対になる相手がありません`, en: `the bracket \`${words}\` has no partner` },
          location: location.slice(index, words),
          on,
        };
      }
    }
  },
};

const closers: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '「': '」',
  '『': '』',
  '【': '】',
  '〔': '〕',
  '〈': '〉',
  '《': '》',
  '＜': '＞',
  '［': '］',
  '[': ']',
  '｛': '｝',
  '{': '}',
  '｢': '｣',
};
const closing: ReadonlySet<string> = new Set(Object.values(closers));
/** What each closing bracket is in half width: both widths of one kind are the same. */
const narrow: Readonly<Record<string, string>> = Object.fromEntries([...closing].map((char) => [char, char.normalize('NFKC')]));
const brackets = /[（）()「」『』【】〔〕〈〉《》＜＞［］[\]｛｝{}｢｣]/g;

interface Fault {
  index: number;
  words: string;
  /** A pair of one kind in two widths. */
  mixed: boolean;
}

/** By UTF-16 unit: the closing bracket that an opening one asks for, or -1 for a closing one. */
const partners = new Int32Array(0x10000);
for (const [opener, closer] of Object.entries(closers)) {
  partners[opener.charCodeAt(0)] = closer.charCodeAt(0);
  partners[closer.charCodeAt(0)] = -1;
}

/** Whether every bracket is closed in its order by its own kind: so it is in nearly every text, and this is quick to say. */
function isPaired(text: string): boolean {
  const asked: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // No bracket is among kana and kanji, which most characters are.
    if (unit > 0x3015 && unit < 0xff08) continue;
    const partner = partners[unit] as number;
    if (partner > 0) asked.push(partner);
    else if (partner < 0 && asked.pop() !== unit) return false;
  }
  return asked.length === 0;
}

function faultsOf(text: string): Fault[] {
  const faults: Fault[] = [];
  const open: { words: string; index: number }[] = [];
  for (const { 0: char, index } of text.matchAll(brackets)) {
    if (closers[char] !== undefined) open.push({ words: char, index });
    if (!closing.has(char)) continue;
    // The nearest bracket that this one can close: what stands open inside has no partner.
    const at = open.findLastIndex((other) => narrow[closers[other.words] as string] === narrow[char]);
    const partner = open[at];
    if (!partner) {
      if (!isItemNumber(text, index)) faults.push({ index, words: char, mixed: false });
      continue;
    }
    for (const lost of open.splice(at).slice(1)) faults.push({ index: lost.index, words: lost.words, mixed: false });
    if (closers[partner.words] !== char) faults.push({ index: partner.index, words: text.slice(partner.index, index + 1), mixed: true });
  }
  for (const lost of open) faults.push({ index: lost.index, words: lost.words, mixed: false });
  return faults.sort((a, b) => a.index - b.index);
}

/** `1)` and `ア）` number an item and open nothing. */
function isItemNumber(text: string, index: number): boolean {
  return /[)）]/.test(text[index] ?? '') && /(?:^|[\s、。：:・])[0-9０-９A-Za-zＡ-Ｚａ-ｚァ-ヶ①-⑳ⅰ-ⅻⅠ-Ⅻ]{1,2}$/.test(text.slice(0, index));
}

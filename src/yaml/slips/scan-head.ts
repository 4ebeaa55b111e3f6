import { foldKey, type IsKey, looksLikeYear } from './key-words.js';
import { dashIn, headForm, keyBefore, ownSpace, properHead, wideSpace } from './line-forms.js';
import type { Mend } from './mended-text.js';
import { nameSigns, type Slip, signsIn } from './slip.js';

export interface Head {
  slip?: Slip;
  /** Where the value begins in the line, if the line has one. */
  value?: number;
  /** Whether a key stands before the value. */
  keyed: boolean;
  /** The key, in half-width characters. */
  key?: string;
  column: number;
}

/** Stands for a character that stays as it is, so that those around it are not taken for one sign. */
const kept = '\0';

/** A date with a sign behind it that only periods have: what is meant by it is not known. */
const openDate = /^\d{4}-\d\d(?:-\d\d)?-$/;

/**
 * Reads the head of a line, its indentation, dashes and key, and what is wrong with it, as one slip. `at` is the offset of the line; `width` says
 * how many columns an indentation that is not of spaces stands for.
 */
export function scanHead(line: string, at: number, indent: string, isKey: IsKey, width: (dashed: boolean) => number): Head {
  const faults = new Faults(line, at, indent);
  let place = indent.length;
  const rest = line.slice(place);
  const wideIndent = indent.replace(/ /g, '');
  if (wideIndent) faults.put(0, place, ' '.repeat(rest === '' ? 0 : width(dashIn(rest, true, isKey) !== undefined)), wideIndent);
  if (rest.startsWith('＃')) faults.put(place, place + 1, '# ', '＃');
  if (rest === '' || rest.startsWith('#') || rest.startsWith('＃') || /^(?:---|\.\.\.)(?:\s|$)/.test(rest))
    return { ...faults.told(place), keyed: false, column: place };

  let dashes = 0;
  for (let dash = dashIn(rest, true, isKey); dash; dash = dashIn(line.slice(place), false, isKey)) {
    const { sign } = dash;
    const isBeforeKey = () => keyBefore(line.slice(place + sign.length + dash.space.length), isKey);
    const own = sign === '-' ? ownSpace(dash.space) : dash.space;
    const space = own === dash.space || isBeforeKey() ? dash.space : own;
    const length = sign.length + space.length;
    const after = line.slice(place + length);
    const proper = sign === '-' && (/^ +$/.test(space) || (space === '' && after === ''));
    if (sign === '--') faults.put(place, place + 1, '', '-');
    else if (!proper) {
      // Behind a dash another one belongs to what follows: `- -2023` is no list in a list, and `- － 検討` is a text.
      if (dashes > 0 ? space === '' || !isBeforeKey() : space === '' && !isBeforeKey()) break;
      faults.put(place, place + length, after === '' ? '-' : '- ', (sign === '-' ? '' : sign) + space.replace(/ /g, ''));
    }
    place += length;
    dashes += 1;
  }

  const told = (more: Pick<Head, 'value' | 'keyed' | 'key'>): Head => ({ ...faults.told(place), ...more, column: place });
  // What begins with a brace is an entry of a list, and no key.
  if (dashes > 0 && line[place] === '｛') return told({ value: place, keyed: false });
  const found = headForm.exec(line.slice(place));
  const [, word = '', before = '', colon = '', blanks = ''] = found ?? [];
  const after = colon === ':' ? ownSpace(blanks) : blanks;
  const folded = foldKey(word);
  const behind = place + word.length + before.length + colon.length + after.length;
  // A time of day is no key before a colon without its space.
  const isTime = colon === ':' && / \d{1,2}$/.test(word) && /^\d\d(?!\d)/.test(line.slice(behind));
  const proper = colon === ':' && (/^[ \t]/.test(after) || (after === '' && behind === line.length));
  if (found && !isTime && (isKey(folded) || looksLikeYear(folded)) && (colon !== ';' || after !== '' || behind === line.length)) {
    if (!openDate.test(folded)) faults.putFolded(place, word);
    const spaces = new RegExp(`[\\t${wideSpace}]`);
    if (!proper || spaces.test(before) || spaces.test(after)) {
      const signs = colon.replace(/^:/, '') + (before + after).replace(/ /g, '');
      faults.put(place + word.length, behind, behind === line.length ? ':' : ': ', signs);
    }
    if (folded === 'window') {
      // The window is a period that stands behind its key: its signs are those of the structure too.
      const period = line
        .slice(behind)
        .replace(/(?:^|\s+)#.*$/, '')
        .trimEnd();
      if (looksLikeYear(foldKey(period))) faults.putFolded(behind, period);
    }
    return told({ value: behind, keyed: true, key: folded });
  }
  if (found && colon === ':' && after !== '' && after.trimStart() !== '' && /^[\w-]+$/.test(word) && !/^[ \t]/.test(after)) {
    faults.put(place + word.length, behind, ': ', after.replace(/ /g, ''));
    return told({ value: behind, keyed: true, key: word });
  }
  const key = properHead.exec(line.slice(place));
  if (key) {
    const value = place + key[0].length;
    const gap = /^[ \t]*/.exec(line.slice(value))?.[0].length ?? 0;
    return told({ value: value + gap, keyed: true, key: key[0].replace(/\s*:$/, '') });
  }
  return told(dashes > 0 ? { value: place, keyed: false } : { keyed: false });
}

/** What is wrong with the head of one line. */
class Faults {
  readonly #mends: Mend[] = [];
  /** The signs to blame, each once. */
  readonly #wrong: string[] = [];

  constructor(
    private readonly line: string,
    private readonly at: number,
    private readonly indent: string,
  ) {}

  /** Puts words in the place of what stands from one column to another, where these signs are wrong. */
  put(from: number, to: number, words: string, signs: string): void {
    this.#mends.push({ start: this.at + from, end: this.at + to, text: words });
    for (const sign of signsIn(signs)) if (sign !== kept && !this.#wrong.includes(sign)) this.#wrong.push(sign);
  }

  /** Puts a word in half-width characters in its place, if it is not. */
  putFolded(from: number, word: string): void {
    const folded = foldKey(word);
    if (folded !== word)
      this.put(from, from + word.length, folded, [...word].map((sign) => (folded.includes(sign) ? kept : sign)).join(''));
  }

  /** All that is wrong, as one slip; the head ends at a place of the line. */
  told(place: number): { slip?: Slip } {
    const [first] = this.#mends;
    if (!first) return {};
    const mended = this.#mended(place);
    return { slip: this.#wrong.length === 0 ? this.#missingSpace(first, mended) : this.#wrongSigns(first, mended) };
  }

  #missingSpace(first: Mend, mended: string): Slip {
    const last = this.#mends.at(-1) ?? first;
    const end = Math.max(last.end, last.start);
    return {
      code: 'missing-space',
      start: first.start,
      end: Math.max(end, first.start + 1),
      message: {
        ja: `\`${this.line.slice(first.start - this.at, end - this.at).trim()}\` の後に空白がありません`,
        en: 'a space is missing here',
      },
      help: { ja: `\`${mended}\` のように、半角の空白を1つ入れてください`, en: `put a space in: \`${mended}\`` },
      mends: this.#mends,
    };
  }

  #wrongSigns(first: Mend, mended: string): Slip {
    const wrong = this.#wrong;
    const onlyTabs = wrong.every((sign) => sign === '\t');
    const isSpaced = wrong.every((sign) => sign === ' ');
    const names = nameSigns(isSpaced ? wrong : wrong.filter((sign) => sign !== ' '));
    const isNarrow = wrong.every((sign) => /^[!-~]$/.test(sign));
    return {
      code: onlyTabs ? 'yaml-tab' : 'full-width-sign',
      ...this.#narrowest(isSpaced ? /[\w:-]/ : /[ \w:-]/),
      message: onlyTabs
        ? { ja: 'タブが使われています', en: 'there is a tab' }
        : isSpaced
          ? { ja: '期間の中に空白があります', en: 'there is a space inside the period' }
          : isNarrow
            ? { ja: `ここに書けない記号があります: ${names.ja}`, en: `a sign stands here that does not belong here: ${names.en}` }
            : { ja: `半角で書くところに${names.ja}があります`, en: `half-width signs belong here, not ${names.en}` },
      help:
        mended.trim() === '' || (onlyTabs && first.end === this.at + this.indent.length)
          ? { ja: '半角の空白に置き換えてください', en: 'write half-width spaces' }
          : isSpaced
            ? { ja: `\`${mended}\` のように、空白を入れずに書いてください`, en: `write \`${mended}\`, without spaces` }
            : isNarrow
              ? { ja: `\`${mended}\` と書いてください`, en: `write \`${mended}\`` }
              : { ja: `半角で \`${mended}\` と書いてください`, en: `write \`${mended}\` in half-width characters` },
      mends: this.#mends,
    };
  }

  /** The head of the line as it should be, without its indentation. */
  #mended(place: number): string {
    let text = '';
    let done = 0;
    for (const { start, end, text: words } of this.#mends) {
      text += this.line.slice(done, start - this.at) + words;
      done = end - this.at;
    }
    return (text + this.line.slice(done, Math.max(done, place))).trim();
  }

  /** The characters to blame, from the first that is not right to the last. */
  #narrowest(right: RegExp): { start: number; end: number } {
    let start = (this.#mends[0] as Mend).start;
    let end = (this.#mends.at(-1) as Mend).end;
    while (start < end - 1 && right.test(this.line[start - this.at] ?? '')) start += 1;
    while (end > start + 1 && right.test(this.line[end - this.at - 1] ?? '')) end -= 1;
    return { start, end };
  }
}

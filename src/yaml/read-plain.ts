import type { KeyPath, SpanIndex } from '../source/source-file.js';
import { mostDepth, type PlainData, PlainMapping } from './plain-data.js';
import { keyOf, mayAdd, quotedKey } from './plain-keys.js';
import type { Entry, Places } from './plain-places.js';
import {
  begins,
  byteOrderMark,
  carriageReturn,
  colon,
  dash,
  doubleQuote,
  ends,
  hash,
  inKey,
  isCurly,
  kinds,
  leads,
  newline,
  odd,
  openList,
  openMapping,
  singleQuote,
  space,
  strange,
  wideSpace,
} from './plain-signs.js';
import { readBrokenList } from './read-broken-list.js';
import { FlowReader } from './read-flow.js';

/*
 * A quick way through the YAML that plans are written in: block mappings and lists with one plain or quoted scalar, or one flow list or
 * mapping, on a line, a list of words in brackets over several, and remarks behind them. Whatever is not surely of that kind (and so
 * everything that deserves a finding) is left to the `yaml` package: this reader then gives nothing, and never data that `yaml` would give
 * otherwise, nor places, but for one: a comment line behind the last entry is no part of a list. test/yaml/ holds the two against each other.
 */

/**
 * A list item that may be a slip: a word that may be a key or a year, before a sign that only looks like a colon. What begins with a quote is
 * read or left as a whole.
 */
const doubtfulItem = /^- +(?:[!#-&(-~！-～]|令和|平成|昭和|大正|明治)[^\n：:]*(?:[：﹕︓∶；]|:(?! |$))/;
/** A list item that may be a date and its text, without the colon between them. */
const doubtfulDate = /^- +(?:令和|平成)?[0-9０-９元]{1,4}[-－/／.．年][0-9０-９]{1,2}[^ 　：:、，,→⇒=＝ぁ-ん]{0,4}[ 　：:、，,→⇒=＝]/;
/** A key that may be a slip: wide signs or a bullet in it. */
const doubtfulKey = /^(?:- +)?[^ \n:]{0,12}[~〜ー﹣―‐‑–—−！-～︓﹕∶•※■□▪▲△▼▽◆◇○◎●・][^ \n:]{0,12}:(?: |$)/;
/** A list of columns with other signs than years have, or a space inside one. */
const doubtfulColumns = /^columns: .*(?:[^ -}]|[^,] +[^\]#])/;
/** A value in curly quotes. */
const doubtfulQuote = /: [“”„‟＂]/;
/** A text in quotes, with the escapes that JSON has too. */
const quotedText = /"(?:[^"\\\n]|\\["\\nt])*"|'(?:[^'\n]|'')*'/y;
/** A remark behind a value that ends before it. */
const remarkBehind = / +#/y;

/** The data of a text in the plain subset; undefined where the text is of any other kind. */
export function readPlain(text: string): PlainData | undefined {
  return new PlainReader(text).read();
}

/** The spans of a text in the plain subset, found as quickly as it is read; undefined where the text is of any other kind. */
export function indexPlain(text: string): SpanIndex | undefined {
  const places: Places = new Map();
  const reader = new PlainReader(text, places);
  const data = reader.read();
  if (data === undefined) return undefined;
  const whole: Entry = { keyStart: 0, keyEnd: 0, start: reader.start, end: reader.end };
  const find = (path: KeyPath): Entry | undefined => {
    let value: PlainData | undefined = data;
    let entry: Entry | undefined = whole;
    for (const step of path) {
      if (value === undefined || typeof value === 'string') return undefined;
      const index: unknown = value instanceof PlainMapping ? value.keys.indexOf(String(step)) : step;
      entry = typeof index === 'number' ? places.get(value)?.[index] : undefined;
      if (!entry) return undefined;
      value = (value instanceof PlainMapping ? value.values : value)[index as number];
    }
    return entry;
  };
  return {
    value: (path) => {
      const entry = find(path);
      return entry && { start: entry.start, end: entry.end };
    },
    key: (path) => {
      const entry = path.length === 0 ? undefined : find(path);
      return entry && entry.keyEnd > 0 ? { start: entry.keyStart, end: entry.keyEnd } : undefined;
    },
  };
}

let lastUnits = new Uint16Array(0x8000);

/**
 * The UTF-16 units of a text, behind which the line ends too: each is found more quickly here than in the string. They stand where those of the
 * text before stood: room for each anew would keep the garbage collector busy.
 */
function unitsOf(text: string): Uint16Array {
  if (lastUnits.length < text.length + 2) lastUnits = new Uint16Array(2 * text.length);
  Buffer.from(lastUnits.buffer).write(text, 'utf16le');
  return lastUnits.fill(newline, text.length, text.length + 2);
}

const none: readonly never[] = [];

class PlainReader {
  /** Where the value that was read last stands; of a whole text, its mapping. */
  start = 0;
  end = 0;
  /** Where it ends with the remark behind it, which is a part of the mapping or list that it stands in. */
  #tail = 0;
  /** The beginning of the next line. */
  #at = 0;
  /** The parts of the line at hand, as offsets; `indent` is -1 behind the last line, `keyEnd` and `rest` are -1 where there is none. */
  #indent = -1;
  #first = 0;
  #dash = false;
  /** The column of what stands behind the dash. */
  #inner = 0;
  #keyStart = -1;
  #keyEnd = -1;
  #rest = -1;
  #lineEnd = 0;
  /** Where something begins behind the key, or would. */
  #behind = 0;
  /** Whether ` #`, or a colon before a space, stands in what is behind the key. */
  #mixed = false;
  #failed = false;
  /** Whether anything but comments was read. */
  #begun = false;
  /** How many mappings and lists are open. */
  #depth = 0;
  /** The items of the lists at hand: a list is made when all of it is read, since V8 gives one that grows room for seventeen. */
  readonly #items: PlainData[] = [];
  #count = 0;
  readonly #units: Uint16Array;

  constructor(
    private readonly text: string,
    private readonly places?: Places,
  ) {
    this.#units = unitsOf(text);
  }

  read(): PlainData | undefined {
    // A byte order mark is no part of the first line.
    if (this.#units[0] === byteOrderMark) this.#at = 1;
    this.#take();
    if (this.#failed || this.#indent !== 0 || this.#dash || this.#keyEnd < 0) return undefined;
    const data = this.#mapping(0);
    return this.#failed || this.#indent >= 0 ? undefined : data;
  }

  /** Reads the next line that is neither blank nor a comment. */
  #take(): void {
    const units = this.#units;
    const { length } = this.text;
    while (this.#at < length) {
      const start = this.#at;
      let at = start;
      while (units[at] === space) at += 1;
      const sign = units[at] as number;
      if (sign === hash || kinds[sign] === ends) {
        this.#findEnd(at);
        continue;
      }
      if (!this.#begun) {
        this.#begun = true;
        if (at === start && this.#isDocumentStart(at)) continue;
      }
      this.#indent = at - start;
      this.#first = at;
      this.#dash = sign === dash;
      if (this.#dash) {
        if (units[at + 1] !== space) {
          this.#fail();
          return;
        }
        at += 2;
        while (units[at] === space) at += 1;
        this.#inner = at - start;
      }
      this.#findKey(at);
      return;
    }
    this.#indent = -1;
    this.#dash = false;
    this.#keyEnd = -1;
    this.#rest = -1;
  }

  /** Whether the line at hand is the `---` that a file may begin with: then it is read. */
  #isDocumentStart(at: number): boolean {
    return this.text.startsWith('---', at) && this.#findEnd(at + 3) === at + 3;
  }

  /** Finds the key that begins at an offset, and the value behind it; where there is no key, all is the value. */
  #findKey(from: number): void {
    const units = this.#units;
    let at = from;
    let isOdd = 0;
    let kind = kinds[units[at] as number] as number;
    if ((kind & begins) !== 0) {
      do {
        isOdd |= kind;
        at += 1;
        kind = kinds[units[at] as number] as number;
      } while ((kind & inKey) !== 0);
    } else if (units[at] === doubleQuote || units[at] === singleQuote) at = this.#behindQuotedKey(from);
    const isLed = at > from && units[at] === colon;
    const behind = isLed ? (units[at + 1] as number) : newline;
    const isKey = isLed && (behind === space || kinds[behind] === ends);
    this.#keyStart = isKey ? from : -1;
    this.#keyEnd = isKey ? at : -1;
    let rest = isKey ? at + 1 : from;
    if (isKey) while (units[rest] === space) rest += 1;
    this.#rest = rest;
    const end = this.#findEnd(rest);
    this.#lineEnd = end;
    // A remark behind the key of a list; `key: #1` may have been meant as a text.
    const isRemarked = isKey && units[rest] === hash && rest > at + 1 && (units[rest + 1] === space || rest > at + 2);
    this.#behind = rest;
    if (rest >= end || isRemarked) {
      // A dash with nothing behind it.
      if (!isKey) this.#fail();
      this.#rest = -1;
    }
    if ((!isKey || (isOdd & odd) !== 0) && this.#isDoubtful(end)) this.#fail();
  }

  /** Where a key in quotes ends, which is a year or a word as files have them; `from` where none stands there. */
  #behindQuotedKey(from: number): number {
    quotedKey.lastIndex = from;
    return quotedKey.test(this.text) ? quotedKey.lastIndex : from;
  }

  /** Goes from somewhere in a line to the beginning of the next one, and gives where the line ends but for spaces. */
  #findEnd(from: number): number {
    const units = this.#units;
    let at = from;
    this.#mixed = false;
    for (; ; at += 1) {
      const kind = kinds[units[at] as number] as number;
      if ((kind & (strange | ends | leads)) === 0) continue;
      if (kind === ends) break;
      if (kind === strange) this.#fail();
      else if (units[at] === hash ? units[at - 1] === space : units[at + 1] === space) this.#mixed = true;
    }
    let end = at;
    if (units[at] === carriageReturn) {
      at += 1;
      if (this.text[at] !== '\n') this.#fail();
    }
    this.#at = at + 1;
    while (end > from && units[end - 1] === space) end -= 1;
    return end;
  }

  /** Whether a line without a key may have been meant to have one, or its key to be another. */
  #isDoubtful(end: number): boolean {
    const line = this.text.slice(this.#first, end);
    return (this.#dash && (doubtfulItem.test(line) || doubtfulDate.test(line))) || doubtfulKey.test(line) || doubtfulQuote.test(line);
  }

  /** A mapping whose keys stand in `column`; the line at hand is its first entry, without its dash if it had one. */
  #mapping(column: number): PlainData {
    if (++this.#depth > mostDepth) return this.#fail();
    let keys: string[] | undefined;
    let values: PlainData[] | undefined;
    const entries: Entry[] | undefined = this.places && [];
    const start = this.#keyStart;
    let { end } = this;
    do {
      const keyStart = this.#keyStart;
      const keyEnd = this.#keyEnd;
      const isQuoted = ((kinds[this.text.charCodeAt(keyStart)] as number) & begins) === 0;
      const key = isQuoted ? keyOf(this.text, keyStart + 1, keyEnd - 1) : keyOf(this.text, keyStart, keyEnd);
      if (!mayAdd(keys ?? none, key)) return this.#fail();
      let value: PlainData = '';
      if (this.#rest >= 0) {
        value = this.#scalar(column);
        this.#take();
      } else {
        const behind = this.#behind;
        const lineEnd = this.#lineEnd;
        this.#take();
        if (this.#indent > column) value = this.#block(column);
        else if (this.#indent === column && this.#dash) value = this.#list(column);
        else {
          this.start = this.end = behind;
          this.#tail = lineEnd;
        }
      }
      if (this.#failed || this.#indent > column) return this.#fail();
      // Most mappings are phases, of one entry: arrays of one are made in one step.
      if (keys && values) {
        keys.push(key);
        values.push(value);
      } else {
        keys = [key];
        values = [value];
      }
      end = this.#tail;
      entries?.push({ keyStart, keyEnd, start: this.start, end: this.end });
    } while (this.#indent === column && !this.#dash && this.#keyEnd >= 0);
    if (this.#indent === column && !this.#dash) return this.#fail();
    this.#depth -= 1;
    const data = new PlainMapping(keys, values);
    if (entries) this.places?.set(data, entries);
    this.start = start;
    this.end = this.#tail = end;
    return data;
  }

  /** What stands below a key of `column`, further in. */
  #block(column: number): PlainData {
    if (this.#dash) return this.#list(this.#indent);
    if (this.#keyEnd >= 0) return this.#mapping(this.#indent);
    const value = this.#brokenList(this.#first, column);
    this.#take();
    return value;
  }

  #list(column: number): PlainData {
    if (++this.#depth > mostDepth) return this.#fail();
    const from = this.#count;
    const entries: Entry[] | undefined = this.places && [];
    const start = this.#first;
    let { end } = this;
    while (this.#indent === column && this.#dash && !this.#failed) {
      if (this.#keyEnd >= 0) {
        this.#dash = false;
        this.#items[this.#count++] = this.#mapping(this.#inner);
      } else {
        this.#items[this.#count++] = this.#scalar(column);
        this.#take();
      }
      if (this.#indent > column) return this.#fail();
      end = this.#tail;
      entries?.push({ keyStart: 0, keyEnd: 0, start: this.start, end: this.end });
    }
    const items = this.#items.slice(from, this.#count);
    this.#count = from;
    this.#depth -= 1;
    if (entries) this.places?.set(items, entries);
    this.start = start;
    this.end = this.#tail = end;
    return items;
  }

  /** The value on the line at hand, in a mapping or list of `column`: a scalar, or a list or mapping in brackets. */
  #scalar(column: number): PlainData {
    const { text } = this;
    const start = this.#rest;
    const end = this.#lineEnd;
    this.start = start;
    this.end = this.#tail = end;
    const first = text.charCodeAt(start);
    if (((kinds[first] as number) & begins) !== 0) {
      const bare = this.#mixed ? this.#withoutRemark(start, end) : end;
      const last = text.charCodeAt(bare - 1);
      if (bare < 0 || isCurly(first) || last === colon || last === wideSpace) return this.#fail();
      this.end = bare;
      return text.slice(start, bare);
    }
    if (first === openList || first === openMapping) {
      if (first === openList && this.#indent === 0 && doubtfulColumns.test(text.slice(this.#first, end))) return this.#fail();
      if (first === openList && text.indexOf(']', start) >= end) return this.#brokenList(start, column);
      const flow = new FlowReader(text, start, end, this.places);
      const value = flow.read();
      this.end = flow.at;
      return value !== undefined && this.#isLast(this.end) ? value : this.#fail();
    }
    return this.#quoted(start);
  }

  #brokenList(start: number, column: number): PlainData {
    const list = readBrokenList(this.text, start, column);
    if (!list) return this.#fail();
    this.start = start;
    this.end = list.end;
    this.#lineEnd = this.#tail = this.#findEnd(list.end);
    this.places?.set(list.items, list.entries);
    return this.#isLast(list.end) ? list.items : this.#fail();
  }

  #quoted(start: number): PlainData {
    const { text } = this;
    const quote = text[start] as string;
    if (quote !== '"' && quote !== "'") return this.#fail();
    // Most texts in quotes end at the next one.
    let end = text.indexOf(quote, start + 1);
    let inner = text.slice(start + 1, end);
    if (text[end + 1] === quote || inner.includes('\\')) {
      quotedText.lastIndex = start;
      if (!quotedText.test(text)) return this.#fail();
      end = quotedText.lastIndex - 1;
      inner = text.slice(start + 1, end);
      inner = quote === "'" ? inner.replaceAll("''", "'") : (JSON.parse(text.slice(start, end + 1)) as string);
    }
    this.end = end + 1;
    return end >= 0 && end < this.#lineEnd && this.#isLast(this.end) ? inner : this.#fail();
  }

  /** Whether nothing but a remark stands behind a value in quotes or brackets that ends here. */
  #isLast(from: number): boolean {
    if (from === this.#lineEnd) return true;
    remarkBehind.lastIndex = from;
    return remarkBehind.test(this.text);
  }

  /** Where a plain text ends that a remark stands behind, two spaces away if the text is Japanese; -1 where the line may mean something else. */
  #withoutRemark(start: number, end: number): number {
    const { text } = this;
    const sign = text.indexOf(' #', start);
    if (sign < 0 || sign >= end) return -1;
    let bare = sign;
    while (text.charCodeAt(bare - 1) === space) bare -= 1;
    const value = text.slice(start, bare);
    return value.includes(': ') || (bare === sign && !/^[ -~]*$/.test(value)) ? -1 : bare;
  }

  /** Gives up: whatever is returned from here on is thrown away. */
  #fail(): PlainData {
    this.#failed = true;
    this.#indent = -1;
    return '';
  }
}

import { mostDepth, type PlainData, PlainMapping } from './plain-data.js';
import { keyOf, mayAdd, quotedKey } from './plain-keys.js';
import type { Entry, Places } from './plain-places.js';
import {
  begins,
  closeList,
  closeMapping,
  colon,
  comma,
  doubleQuote,
  ends,
  inFlow,
  inKey,
  isCurly,
  kinds,
  newline,
  odd,
  openList,
  openMapping,
  singleQuote,
  space,
  wideSpace,
} from './plain-signs.js';

/** A key in braces that a colon or a brace of an input method stands in. */
const doubtfulFlowKey = /[：﹕︓∶；｛｝]/;
/** An item of a list without quotes that may be meant as two, or as an entry: with commas, colons or braces of an input method. */
const doubtfulFlowItem = /[：﹕︓∶；｛｝]|(?:^|[，、])[ 　]*[a-z0-9][a-z0-9.-]*[ 　]*[，、]/;

/** `[a, b]`, `{ key: value }` and one in the other, on one line. */
export class FlowReader {
  /** Where the value that was read last stands in the text. */
  #start = 0;
  #end = 0;
  #depth = 0;

  /** `at` is the offset of the unit at hand. */
  constructor(
    private readonly text: string,
    public at: number,
    private readonly lineEnd: number,
    private readonly places: Places | undefined,
  ) {}

  /** The value that begins at the unit at hand, which then is the one behind it; undefined where it is of any other kind. */
  read(): PlainData | undefined {
    const start = this.at;
    if (++this.#depth > mostDepth) return undefined;
    const value = this.#readOne();
    this.#depth -= 1;
    this.#start = start;
    if (typeof value === 'object') this.#end = this.at;
    return value;
  }

  /** The unit at hand; behind the line its end. */
  #unit(): number {
    return this.at < this.lineEnd ? this.text.charCodeAt(this.at) : newline;
  }

  #readOne(): PlainData | undefined {
    const { text } = this;
    const start = this.at;
    const first = this.#unit();
    if (first === openList) return this.#items();
    if (first === openMapping) return this.#entries();
    if (first === doubleQuote || first === singleQuote) {
      const end = text.indexOf(text[start] as string, start + 1);
      const inner = text.slice(start + 1, end);
      if (end < 0 || end >= this.lineEnd || inner.includes('\\')) return undefined;
      this.at = end + 1;
      this.#end = this.at;
      // Behind a quote comes the next entry or the end: two quotes in a row are an escape.
      this.#spaces();
      const behind = this.#unit();
      return behind === comma || behind === closeList || behind === closeMapping ? inner : undefined;
    }
    if (((kinds[first] as number) & begins) === 0 || isCurly(first)) return undefined;
    do this.at += 1;
    while (((kinds[this.#unit()] as number) & (inFlow | ends)) === inFlow);
    let end = this.at;
    while (text.charCodeAt(end - 1) === space) end -= 1;
    this.#end = end;
    return text.charCodeAt(end - 1) === wideSpace ? undefined : text.slice(start, end);
  }

  #items(): PlainData | undefined {
    const items: PlainData[] = [];
    const entries = this.#open(items);
    this.at += 1;
    for (this.#spaces(); this.#unit() !== closeList; ) {
      const isPlain = ((kinds[this.#unit()] as number) & begins) !== 0;
      const item = this.read();
      if (item === undefined || (isPlain && doubtfulFlowItem.test(item as string))) return undefined;
      items.push(item);
      entries?.push({ keyStart: 0, keyEnd: 0, start: this.#start, end: this.#end });
      if (!this.#next(closeList)) return undefined;
    }
    this.at += 1;
    return items;
  }

  #entries(): PlainData | undefined {
    const keys: string[] = [];
    const values: PlainData[] = [];
    const data = new PlainMapping(keys, values);
    const entries = this.#open(data);
    this.at += 1;
    for (this.#spaces(); this.#unit() !== closeMapping; ) {
      const keyStart = this.at;
      const isQuoted = ((kinds[this.#unit()] as number) & begins) === 0;
      if (!(isQuoted ? this.#quotedKey() : this.#plainKey())) return undefined;
      const keyEnd = this.at;
      const key = isQuoted ? keyOf(this.text, keyStart + 1, keyEnd - 1) : keyOf(this.text, keyStart, keyEnd);
      if (this.#unit() !== colon || !mayAdd(keys, key)) return undefined;
      this.at += 1;
      if (this.#unit() !== space) return undefined;
      this.#spaces();
      const value = this.read();
      if (value === undefined) return undefined;
      keys.push(key);
      values.push(value);
      entries?.push({ keyStart, keyEnd, start: this.#start, end: this.#end });
      if (!this.#next(closeMapping)) return undefined;
    }
    this.at += 1;
    return data;
  }

  /** Goes over a key without quotes; false where it may be a slip. */
  #plainKey(): boolean {
    const start = this.at;
    let isOdd = 0;
    do {
      isOdd |= kinds[this.#unit()] as number;
      this.at += 1;
    } while (((kinds[this.#unit()] as number) & inKey) !== 0);
    return (isOdd & odd) === 0 || !doubtfulFlowKey.test(this.text.slice(start, this.at));
  }

  /** Goes over a key in quotes; false where none as files have them stands there. */
  #quotedKey(): boolean {
    quotedKey.lastIndex = this.at;
    if (!quotedKey.test(this.text)) return false;
    this.at = quotedKey.lastIndex;
    return true;
  }

  #open(container: PlainData): Entry[] | undefined {
    if (!this.places) return undefined;
    const entries: Entry[] = [];
    this.places.set(container, entries);
    return entries;
  }

  /** Goes over a comma, or stays before the closing bracket; false where neither is there. */
  #next(close: number): boolean {
    this.#spaces();
    const unit = this.#unit();
    if (unit === close) return true;
    if (unit !== comma) return false;
    this.at += 1;
    this.#spaces();
    // A comma before the bracket is allowed in YAML; it is rare enough for the other reader.
    return this.#unit() !== close;
  }

  #spaces(): void {
    while (this.#unit() === space) this.at += 1;
  }
}

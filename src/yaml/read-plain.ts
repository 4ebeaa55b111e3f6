import type { KeyPath, SpanIndex } from '../source/source-file.js';
import type { YamlData } from './plain-data.js';

/*
 * A quick way through the YAML that plans are written in: block mappings and lists with one plain or quoted scalar, or one flow list or
 * mapping, on a line. Whatever is not surely of that kind (and so everything that deserves a finding) is left to the `yaml` package: this
 * reader then gives nothing, and never data or places that `yaml` would give otherwise. test/yaml/ holds the two against each other.
 */

type Mapping = { [key: string]: YamlData };

/** A control character, a line separator, an unusual space, or a byte order mark that does not begin the text. */
const strange =
  /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\ufffe\uffff]|(?<!^)\ufeff|\r(?!\n)/;
/** A list item that may be a slip: a word that may be a key or a year, before a colon that is none. */
const doubtfulItem = /^- (?:[!-~！-～]|令和|平成|昭和|大正|明治)[^\n：:]{0,24}(?:[：﹕︓；]|:(?! |$))/;
/** A key that may be a slip: wide signs in it. */
const doubtfulKey = /^(?:- )?[^ \n:]{0,12}[~～〜ー－―‐‑–—−！-９Ａ-Ｚａ-ｚ][^ \n:]{0,12}:(?: |$)/;
/** A value in curly quotes. */
const doubtfulQuote = /: [“”„‟＂]/;

/** By ASCII code: whether a plain scalar or a key may begin with the character, and whether a key may hold it. */
const [begins, isInKey] = [`-?:,[]{}#&*!|>'"%@\``, `:,[]{}#'"`].map((signs) =>
  Uint8Array.from({ length: 128 }, (_, code) => (code > 32 && !signs.includes(String.fromCharCode(code)) ? 1 : 0)),
) as [Uint8Array, Uint8Array];

const [newline, carriageReturn, space, hash, dash, colon, wideSpace] = [10, 13, 32, 35, 45, 58, 0x3000];

const flowScalar = /[^\s\-?:,[\]{}#&*!|>'"%@`][^:,[\]{}#'"&*!|>%@`]*/y;
const flowKey = /([^\s\-?:,[\]{}#&*!|>'"%@`][^\s:,[\]{}#'"]*): +/y;

/** Where an entry of a mapping or a list stands; an item of a list has no key. */
interface Entry {
  keyStart: number;
  keyEnd: number;
  start: number;
  end: number;
}

/** The entries of each mapping and list, by key or index. */
type Places = Map<object, Map<string | number, Entry>>;

/** The data of a text in the plain subset; undefined where the text is of any other kind. */
export function readPlain(text: string): YamlData | undefined {
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
    let value: YamlData | undefined = data;
    let entry: Entry | undefined = whole;
    for (const step of path) {
      if (typeof value !== 'object') return undefined;
      const key: string | number = Array.isArray(value) ? step : String(step);
      entry = places.get(value)?.get(key);
      if (!entry) return undefined;
      value = (value as Mapping)[key];
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

class PlainReader {
  /** Where the value that was read last stands; of a whole text, its mapping. */
  start = 0;
  end = 0;
  /** The beginning of the next line. */
  #at = 0;
  /** The parts of the line at hand, as offsets; `indent` is -1 behind the last line, `keyEnd` and `rest` are -1 where there is none. */
  #indent = -1;
  #first = 0;
  #dash = false;
  #keyStart = -1;
  #keyEnd = -1;
  #rest = -1;
  #lineEnd = 0;
  #failed = false;

  constructor(
    private readonly text: string,
    private readonly places?: Places,
  ) {}

  read(): YamlData | undefined {
    if (strange.test(this.text)) return undefined;
    // A byte order mark is no part of the first line.
    if (this.text.startsWith('\ufeff')) this.#at = 1;
    this.#take();
    if (this.#failed || this.#indent !== 0 || this.#dash || this.#keyEnd < 0) return undefined;
    const data = this.#mapping(0);
    return this.#failed || this.#indent >= 0 ? undefined : data;
  }

  /** Reads the next line that is neither blank nor a comment. */
  #take(): void {
    const { text } = this;
    while (this.#at < text.length) {
      const start = this.#at;
      let end = text.indexOf('\n', start);
      if (end < 0) end = text.length;
      this.#at = end + 1;
      if (end > start && text.charCodeAt(end - 1) === carriageReturn) end -= 1;
      while (end > start && text.charCodeAt(end - 1) === space) end -= 1;
      let at = start;
      while (at < end && text.charCodeAt(at) === space) at += 1;
      if (at === end) continue;
      const sign = text.charCodeAt(at);
      if (sign === hash) continue;
      this.#indent = at - start;
      this.#first = at;
      this.#lineEnd = end;
      this.#dash = sign === dash;
      if (this.#dash) {
        if (text.charCodeAt(at + 1) !== space || at + 2 >= end) {
          this.#fail();
          return;
        }
        at += 2;
      }
      this.#findKey(at, end);
      return;
    }
    this.#indent = -1;
    this.#dash = false;
    this.#keyEnd = -1;
    this.#rest = -1;
  }

  /** Finds the key that begins at an offset, and the value behind it; where there is no key, all is the value. */
  #findKey(from: number, end: number): void {
    const { text } = this;
    let at = from;
    let odd = false;
    let unit = text.charCodeAt(at);
    if (unit > 127 ? unit !== wideSpace : begins[unit] === 1) {
      do {
        odd ||= unit > 127 || unit === 126;
        at += 1;
        unit = at < end ? text.charCodeAt(at) : newline;
      } while (unit > 127 ? unit !== wideSpace : isInKey[unit] === 1);
    }
    const isKey = unit === colon && at > from && (at + 1 === end || text.charCodeAt(at + 1) === space);
    this.#keyStart = isKey ? from : -1;
    this.#keyEnd = isKey ? at : -1;
    this.#rest = isKey ? (at + 1 === end ? -1 : at + 2) : from;
    if ((odd || !isKey) && this.#isDoubtful(end)) this.#fail();
  }

  /** Whether a line without a key may have been meant to have one, or its key to be another. */
  #isDoubtful(end: number): boolean {
    const line = this.text.slice(this.#first, end);
    return (this.#dash && doubtfulItem.test(line)) || doubtfulKey.test(line) || doubtfulQuote.test(line);
  }

  /** A mapping whose keys stand in `column`; the line at hand is its first entry, without its dash if it had one. */
  #mapping(column: number): YamlData {
    const data: Mapping = {};
    const entries = this.#open(data);
    const start = this.#keyStart;
    let { end } = this;
    do {
      const { text } = this;
      const keyStart = this.#keyStart;
      const keyEnd = this.#keyEnd;
      const key = text.slice(keyStart, keyEnd);
      if (key === '__proto__' || key === '<<' || Object.hasOwn(data, key)) return this.#fail();
      if (this.#rest >= 0) {
        data[key] = this.#scalar();
        this.#take();
      } else {
        this.#take();
        if (this.#indent > column) data[key] = this.#block(this.#indent);
        else if (this.#indent === column && this.#dash) data[key] = this.#list(column);
        else {
          data[key] = '';
          this.start = this.end = keyEnd + 1;
        }
      }
      if (this.#failed) return data;
      if (this.#indent > column) return this.#fail();
      end = this.end;
      entries?.set(key, { keyStart, keyEnd, start: this.start, end });
    } while (this.#indent === column && !this.#dash && this.#keyEnd >= 0);
    if (this.#indent === column && !this.#dash) return this.#fail();
    this.start = start;
    this.end = end;
    return data;
  }

  #block(column: number): YamlData {
    if (this.#dash) return this.#list(column);
    return this.#keyEnd < 0 ? this.#fail() : this.#mapping(column);
  }

  #list(column: number): YamlData {
    const items: YamlData[] = [];
    const entries = this.#open(items);
    const start = this.#first;
    let { end } = this;
    while (this.#indent === column && this.#dash && !this.#failed) {
      if (this.#keyEnd >= 0) {
        this.#dash = false;
        items.push(this.#mapping(column + 2));
      } else {
        items.push(this.#scalar());
        this.#take();
      }
      if (this.#indent > column) return this.#fail();
      end = this.end;
      entries?.set(items.length - 1, { keyStart: 0, keyEnd: 0, start: this.start, end });
    }
    this.start = start;
    this.end = end;
    return items;
  }

  /** The value on the line at hand: a scalar, or a list or mapping in brackets. */
  #scalar(): YamlData {
    const { text } = this;
    this.start = this.#rest;
    this.end = this.#lineEnd;
    const value = text.slice(this.#rest, this.#lineEnd);
    const first = value[0] as string;
    if (first === '[' || first === '{') {
      const flow = new FlowReader(value, this.#rest, this.places);
      return flow.read() ?? this.#fail();
    }
    if (first === '"' || first === "'") {
      const inner = value.slice(1, -1);
      if (value.length < 2 || !value.endsWith(first) || inner.includes(first) || inner.includes('\\')) return this.#fail();
      return inner;
    }
    const unit = value.charCodeAt(0);
    if (unit > 127 ? unit === wideSpace || /[“”„‟＂]/.test(first) : begins[unit] === 0) return this.#fail();
    if (value.includes(': ') || value.includes(' #')) return this.#fail();
    const last = value.charCodeAt(value.length - 1);
    return last === colon || last === wideSpace ? this.#fail() : value;
  }

  #open(container: object): Map<string | number, Entry> | undefined {
    if (!this.places) return undefined;
    const entries = new Map<string | number, Entry>();
    this.places.set(container, entries);
    return entries;
  }

  /** Gives up: whatever is returned from here on is thrown away. */
  #fail(): YamlData {
    this.#failed = true;
    this.#indent = -1;
    return '';
  }
}

/** `[a, b]`, `{ key: value }` and one in the other, on one line. */
class FlowReader {
  #at = 0;
  /** Where the value that was read last stands in the text. */
  #start = 0;
  #end = 0;

  constructor(
    private readonly text: string,
    /** Where the text stands in the file. */
    private readonly base: number,
    private readonly places: Places | undefined,
  ) {}

  read(): YamlData | undefined {
    const value = this.#value();
    return this.#at === this.text.length ? value : undefined;
  }

  #value(): YamlData | undefined {
    const start = this.#at;
    const value = this.#read();
    this.#start = start;
    if (typeof value === 'object') this.#end = this.#at;
    return value;
  }

  #read(): YamlData | undefined {
    const start = this.#at;
    const sign = this.text[start];
    if (sign === '[') return this.#items();
    if (sign === '{') return this.#entries();
    if (sign === '"' || sign === "'") {
      const end = this.text.indexOf(sign, start + 1);
      const inner = this.text.slice(start + 1, end);
      // Behind a quote comes the next entry or the end: two quotes in a row are an escape.
      if (end < 0 || inner.includes('\\') || !/^ *[,\]}]/.test(this.text.slice(end + 1))) return undefined;
      this.#at = end + 1;
      this.#end = this.#at;
      return inner;
    }
    const scalar = this.#match(flowScalar)?.[0].replace(/ +$/, '');
    if (scalar === undefined || /\s$/.test(scalar) || /^[“”„‟＂]/.test(scalar)) return undefined;
    this.#end = start + scalar.length;
    return scalar;
  }

  #items(): YamlData | undefined {
    const items: YamlData[] = [];
    const entries = this.places && new Map<string | number, Entry>();
    if (entries) this.places?.set(items, entries);
    this.#at += 1;
    for (this.#spaces(); this.text[this.#at] !== ']'; ) {
      const item = this.#value();
      if (item === undefined) return undefined;
      entries?.set(items.length, this.#entry(0, 0));
      items.push(item);
      if (!this.#next(']')) return undefined;
    }
    this.#at += 1;
    return items;
  }

  #entries(): YamlData | undefined {
    const data: Mapping = {};
    const entries = this.places && new Map<string | number, Entry>();
    if (entries) this.places?.set(data, entries);
    this.#at += 1;
    for (this.#spaces(); this.text[this.#at] !== '}'; ) {
      const from = this.#at;
      const key = this.#match(flowKey)?.[1];
      if (key === undefined || key === '__proto__' || key === '<<' || Object.hasOwn(data, key)) return undefined;
      const value = this.#value();
      if (value === undefined) return undefined;
      entries?.set(key, this.#entry(this.base + from, this.base + from + key.length));
      data[key] = value;
      if (!this.#next('}')) return undefined;
    }
    this.#at += 1;
    return data;
  }

  #entry(keyStart: number, keyEnd: number): Entry {
    return { keyStart, keyEnd, start: this.base + this.#start, end: this.base + this.#end };
  }

  /** Goes over a comma, or stays before the closing bracket; false where neither is there. */
  #next(close: string): boolean {
    this.#spaces();
    if (this.text[this.#at] === close) return true;
    if (this.text[this.#at] !== ',') return false;
    this.#at += 1;
    this.#spaces();
    // A comma before the bracket is allowed in YAML; it is rare enough for the other reader.
    return this.text[this.#at] !== close;
  }

  #spaces(): void {
    while (this.text[this.#at] === ' ') this.#at += 1;
  }

  #match(form: RegExp): RegExpExecArray | null {
    form.lastIndex = this.#at;
    const found = form.exec(this.text);
    if (found) this.#at = form.lastIndex;
    return found;
  }
}

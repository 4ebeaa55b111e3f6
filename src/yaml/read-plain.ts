import type { YamlData } from './plain-data.js';

/*
 * A quick way through the YAML that plans are written in: block mappings and lists with one plain or quoted scalar, or one flow list or
 * mapping, on a line. Whatever is not surely of that kind (and so everything that deserves a finding) is left to the `yaml` package: this
 * reader then gives nothing, and never data that `yaml` would read otherwise. test/yaml/ holds the two against each other.
 */

type Mapping = { [key: string]: YamlData };

/** A plain scalar begins with no sign of YAML; no control character, line separator or unusual space is in it. */
const plainStart = /^[^\s\-?:,[\]{}#&*!|>'"%@`]/;
const strange = /[\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]|\t/;
const lineForm = /^( *)(- )?(?:([^\s\-?:,[\]{}#&*!|>'"%@`][^\s:,[\]{}#'"]*):(?: (.+))?|(.+))$/;
/** What reads as a text or as a key and may be a slip: a word before a colon that is none, wide signs in a key, a value in curly quotes. */
const doubtful =
  /^ *- [^\n：:]{1,24}(?:[：﹕︓；]|:(?! |$))|^ *(?:- )?[^ \n:]{0,12}[~～〜ー－―‐‑–—−！-９Ａ-Ｚａ-ｚ][^ \n:]{0,12}:(?: |$)|: [“”„‟＂]/m;
const flowScalar = /[^\s\-?:,[\]{}#&*!|>'"%@`][^:,[\]{}#'"&*!|>%@`]*/y;
const flowKey = /([^\s\-?:,[\]{}#&*!|>'"%@`][^\s:,[\]{}#'"]*): +/y;

/** The data of a text in the plain subset; undefined where the text is of any other kind. */
export function readPlain(text: string): YamlData | undefined {
  if (strange.test(text) || doubtful.test(text)) return undefined;
  return new PlainReader(text.split('\n')).read();
}

class PlainReader {
  #at = 0;
  /** The parts of the line at hand; `indent` is -1 behind the last line. */
  #indent = -1;
  #dash = false;
  #key: string | undefined;
  #rest: string | undefined;
  #failed = false;

  constructor(private readonly lines: readonly string[]) {}

  read(): YamlData | undefined {
    this.#take();
    if (this.#failed || this.#indent !== 0 || this.#dash || this.#key === undefined) return undefined;
    const data = this.#mapping(0);
    return this.#failed || this.#isInside() ? undefined : data;
  }

  #isInside(): boolean {
    return this.#indent >= 0;
  }

  /** Reads the next line that is neither blank nor a comment. */
  #take(): void {
    while (this.#at < this.lines.length) {
      const line = this.lines[this.#at++] as string;
      if (line === '') continue;
      const match = lineForm.exec(line);
      if (!match) {
        // Only a comment on a line of its own may begin with a sign.
        if (/^ *#/.test(line)) continue;
        this.#fail();
        return;
      }
      const rest = match[4] ?? match[5];
      if (match[3] === undefined && !match[2] && rest?.startsWith('#')) continue;
      this.#indent = (match[1] as string).length;
      this.#dash = match[2] !== undefined;
      this.#key = match[3];
      this.#rest = rest;
      return;
    }
    this.#indent = -1;
    this.#dash = false;
    this.#key = undefined;
    this.#rest = undefined;
  }

  /** A mapping whose keys stand in `column`; the line at hand is its first entry, without its dash if it had one. */
  #mapping(column: number): YamlData {
    const data: Mapping = {};
    do {
      const key = this.#key as string;
      if (key === '__proto__' || key === '<<' || Object.hasOwn(data, key)) return this.#fail();
      if (this.#rest !== undefined) {
        data[key] = this.#scalar(this.#rest);
        this.#take();
      } else {
        this.#take();
        if (this.#indent > column) data[key] = this.#block(this.#indent);
        else if (this.#indent === column && this.#dash) data[key] = this.#list(column);
        else data[key] = '';
      }
      if (this.#failed) return data;
      if (this.#indent > column) return this.#fail();
    } while (this.#indent === column && !this.#dash && this.#key !== undefined);
    if (this.#indent === column && !this.#dash) this.#fail();
    return data;
  }

  #block(column: number): YamlData {
    if (this.#dash) return this.#list(column);
    return this.#key === undefined ? this.#fail() : this.#mapping(column);
  }

  #list(column: number): YamlData {
    const items: YamlData[] = [];
    while (this.#indent === column && this.#dash && !this.#failed) {
      if (this.#key !== undefined) {
        this.#dash = false;
        items.push(this.#mapping(column + 2));
      } else {
        items.push(this.#scalar(this.#rest as string));
        this.#take();
      }
      if (this.#indent > column) return this.#fail();
    }
    return items;
  }

  #scalar(text: string): YamlData {
    const first = text[0] as string;
    if (first === '[' || first === '{') {
      const flow = new FlowReader(text);
      return flow.read() ?? this.#fail();
    }
    if (first === '"' || first === "'") {
      const inner = text.slice(1, -1);
      if (text.length < 2 || !text.endsWith(first) || inner.includes(first) || inner.includes('\\')) return this.#fail();
      return inner;
    }
    if (!plainStart.test(text) || text.includes(': ') || text.includes(' #') || text.endsWith(':') || /\s$/.test(text)) return this.#fail();
    return text;
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

  constructor(private readonly text: string) {}

  read(): YamlData | undefined {
    const value = this.#value();
    return this.#at === this.text.length ? value : undefined;
  }

  #value(): YamlData | undefined {
    const sign = this.text[this.#at];
    if (sign === '[') return this.#items();
    if (sign === '{') return this.#entries();
    if (sign === '"' || sign === "'") {
      const end = this.text.indexOf(sign, this.#at + 1);
      const inner = this.text.slice(this.#at + 1, end);
      // Behind a quote comes the next entry or the end: two quotes in a row are an escape.
      if (end < 0 || inner.includes('\\') || !/^ *[,\]}]/.test(this.text.slice(end + 1))) return undefined;
      this.#at = end + 1;
      return inner;
    }
    const scalar = this.#match(flowScalar)?.[0].replace(/ +$/, '');
    return scalar === undefined || /\s$/.test(scalar) ? undefined : scalar;
  }

  #items(): YamlData | undefined {
    const items: YamlData[] = [];
    this.#at += 1;
    for (this.#spaces(); this.text[this.#at] !== ']'; ) {
      const item = this.#value();
      if (item === undefined || !this.#next(']')) return undefined;
      items.push(item);
    }
    this.#at += 1;
    return items;
  }

  #entries(): YamlData | undefined {
    const data: Mapping = {};
    this.#at += 1;
    for (this.#spaces(); this.text[this.#at] !== '}'; ) {
      const key = this.#match(flowKey)?.[1];
      if (key === undefined || key === '__proto__' || key === '<<' || Object.hasOwn(data, key)) return undefined;
      const value = this.#value();
      if (value === undefined || !this.#next('}')) return undefined;
      data[key] = value;
    }
    this.#at += 1;
    return data;
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

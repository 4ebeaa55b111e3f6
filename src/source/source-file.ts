/** A place in a text as people count it: line and column begin at 1, columns count UTF-16 units; a byte order mark, which no editor shows, counts for none. */
export interface Position {
  line: number;
  column: number;
}

/** A half-open range of offsets in one file. */
export interface Span {
  file: SourceFile;
  start: number;
  end: number;
}

/** A key path: names of keys and indexes of list items, from the top of the file inwards. */
export type KeyPath = readonly (string | number)[];

/** Finds the spans of a file by key path; an absent place is undefined. */
export interface SpanIndex {
  /** The span of the key that leads to `path`. */
  key(path: KeyPath): { start: number; end: number } | undefined;
  /** The span of the value at `path`. */
  value(path: KeyPath): { start: number; end: number } | undefined;
}

const emptyIndex: SpanIndex = { key: () => undefined, value: () => undefined };

/** The text of one file. Lines and spans are computed when first asked for, since most files report nothing. */
export class SourceFile {
  #lineStarts: number[] | undefined;
  #indexSpans: (text: string) => SpanIndex = () => emptyIndex;
  #spans: SpanIndex | undefined;

  constructor(
    /** As given by the caller, with forward slashes. */
    readonly path: string,
    readonly text: string,
  ) {}

  /** Set by the reader of the file's format; called when a place is first asked for. */
  set indexSpans(index: (text: string) => SpanIndex) {
    this.#indexSpans = index;
    this.#spans = undefined;
  }

  get spans(): SpanIndex {
    this.#spans ??= this.#indexSpans(this.text);
    return this.#spans;
  }

  positionAt(offset: number): Position {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(0, offset - (starts[low] ?? 0)) + 1 };
  }

  /** The text of a line (from 1) without its line break. */
  line(number: number): string {
    const starts = this.#starts();
    const start = starts[number - 1];
    if (start === undefined) return '';
    return this.text.slice(start, starts[number] ?? this.text.length).replace(/\r?\n$/, '');
  }

  /** The offset of a position; a position behind the end of its line is the end of that line. */
  offsetAt({ line, column }: Position): number {
    const starts = this.#starts();
    const start = starts[line - 1] ?? this.text.length;
    return Math.min(start + column - 1, start + this.line(line).length);
  }

  #starts(): number[] {
    if (!this.#lineStarts) {
      const starts = [this.text.startsWith('\uFEFF') ? 1 : 0];
      for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }
}

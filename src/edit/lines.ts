/** The lines of a block-style YAML file, for cutting whole entries out of it with all that belongs to them. */
export class Lines {
  readonly #lines: string[];
  readonly #starts: number[] = [];

  constructor(text: string) {
    this.#lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    let at = 0;
    for (const line of this.#lines) {
      this.#starts.push(at);
      at += line.length;
    }
    this.#starts.push(at);
  }

  /** The index of the line that holds an offset. */
  at(offset: number): number {
    const next = this.#starts.findIndex((start) => start > offset);
    return (next < 0 ? this.#lines.length : next) - 1;
  }

  /** The offset at which a line begins; behind the last one, that of the end. */
  start(line: number): number {
    return this.#starts[line] ?? 0;
  }

  text(first: number, end: number): string {
    return this.#lines.slice(first, end).join('');
  }

  /**
   * The half-open range of the lines of an entry whose dash stands in this column, from 0. Comments inside it belong to it; those behind it, no
   * deeper than it stands, belong to what follows.
   */
  entry(first: number, column: number): { first: number; end: number } {
    let end = first + 1;
    for (let index = first + 1; index < this.#lines.length; index += 1) {
      const line = this.#lines[index] ?? '';
      const depth = line.search(/[^ \r\n]/);
      if (depth < 0) continue;
      if (depth > column) end = index + 1;
      else if (line[depth] !== '#') break;
    }
    return { first, end };
  }
}

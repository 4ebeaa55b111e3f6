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
  }

  /** The index of the line that holds an offset. */
  at(offset: number): number {
    const next = this.#starts.findIndex((start) => start > offset);
    return (next < 0 ? this.#lines.length : next) - 1;
  }

  text(first: number, end: number): string {
    return this.#lines.slice(first, end).join('');
  }

  /**
   * The half-open range of an entry of a list, or of a key with its value. Comments inside it belong to it; those behind it, no deeper
   * than it stands, belong to what follows.
   */
  entry(first: number, column: number, kind: 'item' | 'key'): { first: number; end: number } {
    let end = first + 1;
    for (let index = first + 1; index < this.#lines.length; index += 1) {
      const line = this.#lines[index] ?? '';
      const depth = line.search(/[^ \r\n]/);
      if (depth < 0) continue;
      const comment = line[depth] === '#';
      const inside = depth > column || (kind === 'key' && depth === column && line.startsWith('- ', depth));
      if (!inside && !comment) break;
      if (inside) end = index + 1;
    }
    return { first, end };
  }
}

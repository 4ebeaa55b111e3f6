/** A replacement in a text, in the offsets of that text. */
export interface Mend {
  start: number;
  end: number;
  text: string;
}

/** A text with its mends applied; every offset of the new text leads back to the old one. */
export class MendedText {
  readonly text: string;
  readonly #pieces: { from: number; to: number; start: number; end: number; mended: boolean }[] = [];

  constructor(original: string, mends: readonly Mend[]) {
    let text = '';
    let done = 0;
    const piece = (start: number, end: number, words: string, mended: boolean) => {
      if (start === end && words === '') return;
      this.#pieces.push({ from: text.length, to: text.length + words.length, start, end, mended });
      text += words;
    };
    for (const { start, end, text: words } of withoutOverlap(mends)) {
      piece(done, start, original.slice(done, start), false);
      piece(start, end, words, true);
      done = end;
    }
    piece(done, original.length, original.slice(done), false);
    this.text = text;
  }

  /** The span of the old text that a span of the new one was made from. */
  toOriginal({ start, end }: { start: number; end: number }): { start: number; end: number } {
    const first = this.#start(start);
    return { start: first, end: Math.max(first, end === start ? first : this.#end(end)) };
  }

  #start(offset: number): number {
    const piece = this.#pieces.find(({ to }) => offset < to) ?? this.#pieces.at(-1);
    if (!piece) return 0;
    if (offset >= piece.to) return piece.end;
    return piece.mended ? piece.start : piece.start + offset - piece.from;
  }

  #end(offset: number): number {
    const piece = this.#pieces.find(({ to }) => offset <= to) ?? this.#pieces.at(-1);
    if (!piece) return 0;
    return piece.mended || offset > piece.to ? piece.end : piece.start + offset - piece.from;
  }
}

/** The mends in order, without those that reach into one before them. */
function withoutOverlap<M extends Mend>(mends: readonly M[]): M[] {
  const kept: M[] = [];
  for (const mend of [...mends].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1);
    if (!last || mend.start > last.end || (mend.start === last.end && mend.start < mend.end)) kept.push(mend);
  }
  return kept;
}

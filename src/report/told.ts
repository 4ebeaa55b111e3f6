/** A run of words: a plan's, or the tool's own. They may be in two languages, and a screen reader has to know which it reads. */
export interface Piece {
  text: string;
  own?: true;
}

/** A text in pieces, in which no two neighbours are of one kind. */
export type Told = readonly Piece[];

/** Words of the tool. */
export function own(text: string): Piece {
  return { text, own: true };
}

/** One text of several; what is a string is a plan's. */
export function told(...parts: readonly (string | Piece | Told)[]): Told {
  const pieces: Piece[] = [];
  for (const part of parts) {
    for (const piece of typeof part === 'string' ? [{ text: part }] : 'text' in part ? [part] : part) {
      const before = pieces.at(-1);
      if (piece.text === '') continue;
      if (before && before.own === piece.own) pieces[pieces.length - 1] = { ...piece, text: before.text + piece.text };
      else pieces.push(piece);
    }
  }
  return pieces;
}

/** Texts as one, with words of the tool, or signs, between them. */
export function joined(texts: readonly (string | Told)[], between: string | Piece): Told {
  return told(...texts.flatMap((text, index) => (index === 0 ? [text] : [between, text])));
}

/** The text alone. */
export function plain(text: string | Told): string {
  return typeof text === 'string' ? text : text.map((piece) => piece.text).join('');
}

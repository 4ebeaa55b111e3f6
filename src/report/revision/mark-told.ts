import { plain, type Told, told } from '../told.js';
import { type Mark, markWords } from './mark-words.js';

/** A mark whose text tells the plan's words from the tool's. */
export interface ToldMark extends Omit<Mark, 'text'> {
  text: Told;
}

/** What differs between two texts, word by word. */
export function markTold(before: Told, after: Told): ToldMark[] {
  return inPieces(markWords(plain(before), plain(after)), before, after);
}

/** Marks of the two texts, or of one of them, with its pieces in each. */
export function inPieces(marks: readonly Mark[], before: Told, after: Told): ToldMark[] {
  let [old, young] = [0, 0];
  return marks.map(({ text, kind }) => {
    const isIn = kind === 'old' || after.length === 0 ? part(before, old, text.length) : part(after, young, text.length);
    if (kind !== 'new') old += text.length;
    if (kind !== 'old') young += text.length;
    return { text: isIn, kind };
  });
}

function part(text: Told, from: number, length: number): Told {
  let at = -from;
  return told(
    ...text.map((piece) => {
      const begins = Math.max(0, -at);
      const ends = Math.max(0, length - at);
      at += piece.text.length;
      return { ...piece, text: piece.text.slice(begins, ends) };
    }),
  );
}

import type { IsKey } from '../key-words.js';
import type { Candidate } from './candidate.js';
import { dashes } from './dashes.js';
import { around, type Line, leavesOpen, readLines } from './lines.js';
import { lostKey } from './lost-key.js';
import { indented, shallowContent } from './moved-lines.js';
import { inLine } from './signs-in-line.js';

/** The small changes that may have made the text wrong at some offsets, likely ones first; the top of a file is known as such. */
export function* candidates(
  text: string,
  places: readonly number[],
  unreadable: boolean,
  isKey: IsKey,
  isTop: boolean,
): Iterable<Candidate> {
  const lines = readLines(text);
  const lineAt = (at: number) =>
    Math.max(
      0,
      lines.findLastIndex(({ start }) => start <= Math.max(0, at)),
    );
  const here = lineAt(places[0] ?? 0);
  /** Whether so much is wrong that a whole line may be gone. */
  const isPile = places.length >= 3;
  const columns = new Set<number>([0]);
  const dashed = new Set<number>();
  for (const { indent, column, words } of lines.slice(Math.max(0, here - 40), here + 4)) {
    columns.add(indent).add(column);
    if (column > indent) dashed.add(indent);
    // What is open goes on further to the right.
    if (leavesOpen(words)) columns.add(column + 2);
  }
  for (const index of new Set([here, here - 1, here + 1, here - 2, ...around(lines, here), ...places.slice(0, 6).map(lineAt)])) {
    const line = lines[index];
    if (!line) continue;
    const far = Math.min(1, Math.abs(index - here) * 0.25);
    yield* inLine(line, far, unreadable, isKey);
    yield* dashes(line, lines[index - 1], dashed, far, { isTop, isPile });
    for (const column of columns) {
      if (column === line.indent || Math.abs(column - line.indent) > 6) continue;
      // Further to the right a line without a key would only become the tail of the text above.
      if (column > line.indent && isBare(line) && !leavesOpen(lines[index - 1]?.words ?? '')) continue;
      yield indented([line], column, far);
      const below = lines.slice(index + 1).findIndex(({ indent }) => indent <= line.indent);
      const family = lines.slice(index, below < 0 ? lines.length : index + 1 + below);
      if (family.length > 1 && family.length < 30) yield indented(family, column, far + 0.6);
    }
    yield* shallowContent(line, lines.slice(index + 1), far);
    if (unreadable || isPile) yield* lostKey(line, lines[index - 1], far);
  }
  // A quote or bracket that was left open long before is felt only where the next one stands.
  if (unreadable) for (const line of lines) if (leavesOpen(line.words)) yield* inLine(line, 1, unreadable, isKey);
}

/** Whether a line has neither a dash nor a key. */
function isBare({ indent, column, words }: Line): boolean {
  return column === indent && !/:(?:\s|$)/.test(words);
}

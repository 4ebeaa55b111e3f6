import type { Expected } from '../expected.js';
import { MendedText } from '../mended-text.js';
import type { Slip } from '../slip.js';
import type { Candidate } from './candidate.js';
import { candidates } from './candidates.js';
import { judge, type State, type SyntaxFault } from './judge.js';
import { shiftedBlock } from './moved-lines.js';

interface Part {
  text: string;
  /** In the offsets of the part as it was given. */
  slips: Slip[];
  error?: SyntaxFault;
  faults: number;
}

/** From how many faults on a block of lines may stand too far to the left or the right; a key that is misspelt makes two. */
export const manyFaults = 3;

/**
 * Mends one part of a file, by one small change after the other, as long as each leaves fewer faults. `around` puts the part into a text that can be
 * read by itself, `before` is how much of that stands before it, `known` how many faults it has without the part.
 */
export function mendPart(
  given: string,
  around: (part: string) => string,
  before: number,
  expected: Expected,
  budget: { left: number },
  known = 0,
): Part {
  let text = given;
  const slips: Slip[] = [];
  let toGiven = (offset: number) => offset;
  let state = judge(around(text), before, expected, known, budget);
  const asGiven = state.error;
  for (let round = 0; round < 8 && state.count > 0 && budget.left > 0; round += 1) {
    let best: { candidate: Candidate; text: MendedText; state: State } | undefined;
    for (const candidate of candidates(text, state.all, state.error !== undefined, expected.isKey, before === 0)) {
      if (budget.left <= 0) break;
      const mended = new MendedText(text, candidate.mends);
      const after = judge(around(mended.text), before, expected, known, budget);
      if (!isBetter(text, state, after, mended, candidate)) continue;
      if (!best || after.count < best.state.count || (after.count === best.state.count && candidate.cost < best.candidate.cost))
        best = { candidate, text: mended, state: after };
    }
    if (state.count >= manyFaults && best?.state.count !== 0) {
      const candidate = shiftedBlock(text, state, (mended) => judge(around(mended.text), before, expected, known, budget).count, budget);
      if (candidate) best = { candidate, text: new MendedText(text, candidate.mends), state: { count: 0, at: 0, all: [] } };
    }
    if (!best) break;
    const back = toGiven;
    slips.push({
      ...best.candidate,
      start: back(best.candidate.start),
      end: back(best.candidate.end),
      mends: best.candidate.mends.map((mend) => ({ ...mend, start: back(mend.start), end: back(mend.end) })),
    });
    const layer = best.text;
    toGiven = (offset) => back(layer.toOriginal({ start: offset, end: offset }).start);
    text = layer.text;
    state = best.state;
    if (best.candidate.silent) break;
  }
  // What was mended on the way to a text that stays unreadable proves nothing.
  if (state.error && asGiven) return { text: given, slips: [], error: asGiven, faults: 0 };
  return { text, slips, faults: state.count + known };
}

/** Whether a change mends something and breaks nothing where it was made. */
function isBetter(text: string, before: State, after: State, mended: MendedText, { mends, silent }: Slip): boolean {
  if (before.error && after.error) {
    // One of several slips is mended when the parser comes further than it and than where it was stopped, in the lines as they were.
    const lineOf = (offset: number) => text.lastIndexOf('\n', offset - 1);
    const stopped = mended.toOriginal({ start: after.at, end: after.at }).start;
    return lineOf(stopped) > Math.max(lineOf(before.at), ...mends.map(({ start }) => lineOf(start)));
  }
  const lineOf = (offset: number) => mended.text.lastIndexOf('\n', offset - 1);
  const changed = mends.map(({ start }) => lineStart(mended, start));
  // What it leaves to be told is told of its own line.
  if (silent) return after.count === 1 && changed.includes(lineOf(after.at));
  if (after.count >= before.count) return false;
  if (!before.error && after.count > 0) return false;
  return !after.all.some((offset) => changed.includes(lineOf(offset)));
}

function lineStart(mended: MendedText, original: number): number {
  // The line that a change stands in keeps its number of line breaks before it, unless lines were put in: those begin the changed line.
  let low = 0;
  let high = mended.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mended.toOriginal({ start: middle, end: middle }).start < original) low = middle + 1;
    else high = middle;
  }
  return mended.text.lastIndexOf('\n', low - 1);
}

import type { Expected } from '../expected.js';
import type { Mend } from '../mended-text.js';
import type { Slip } from '../slip.js';
import { manyFaults, mendPart } from './mend-part.js';
import { splitEntries, topList } from './split-entries.js';

export interface Repaired {
  slips: Slip[];
  /** The parts that stay unreadable, each with the parser's first error in it. */
  broken: { code: string; message: string; at: number; to: number }[];
  /** What to take out of the text so that the rest can be read. */
  leftOut: Mend[];
  /** Whether the top of the file itself stays unreadable. */
  lost: boolean;
}

/** How many readings of an entry one file is worth. */
const patience = 1500;

/**
 * Finds the one small change that makes a broken entry of the file's list readable and right: a line indented elsewhere, a dash, a colon,
 * a closing quote or bracket. What no such change mends is named as broken.
 */
export function repairStructure(text: string, expected: Expected): Repaired {
  const { header, entries } = splitEntries(text);
  const slips: Slip[] = [];
  const broken: Repaired['broken'] = [];
  const leftOut: Mend[] = [];
  const budget = { left: patience };
  const top = mendPart(
    text.slice(0, header),
    (part) => (entries.length === 0 ? part : part.replace(topList, (line) => line.replace(/:[^:]*$/, ': []'))),
    0,
    expected,
    budget,
  );
  slips.push(...top.slips);
  if (top.error) {
    const { code, message, at, to } = top.error;
    return { slips, broken: [{ code, message, at, to }], leftOut: [], lost: true };
  }
  const head = top.text;
  const read = (start: number, end: number) =>
    mendPart(text.slice(start, end), (one) => head + one, head.length, expected, budget, top.faults);
  for (const [index, { start: begin, end }] of entries.entries()) {
    let start = begin;
    let part = read(start, end);
    const before = entries[index - 1];
    const isShifted = part.faults - top.faults >= manyFaults;
    if ((part.error || isShifted) && before && !leftOut.some((left) => left.start === before.start)) {
      // What begins like an entry may belong into the one before.
      const both = read(before.start, end);
      const isRight = !both.error && (part.error !== undefined || both.faults === top.faults);
      if (isRight && both.slips.every((slip) => before.start + slip.start >= begin)) [start, part] = [before.start, both];
    }
    const here = (offset: number) => start + Math.max(0, offset);
    for (const slip of part.slips) {
      slips.push({
        ...slip,
        start: here(slip.start),
        end: here(slip.end),
        mends: slip.mends.map((mend) => ({ ...mend, start: here(mend.start), end: here(mend.end) })),
      });
    }
    if (!part.error) continue;
    broken.push({ ...part.error, at: here(part.error.at), to: here(part.error.to) });
    leftOut.push({ start, end, text: '' });
  }
  if (leftOut.length > 0 && leftOut.length === entries.length) {
    const key = topList.exec(text) as RegExpExecArray;
    const colon = key.index + key[0].indexOf(':') + 1;
    leftOut.unshift({ start: colon, end: colon, text: ' []' });
  }
  return { slips, broken, leftOut, lost: false };
}

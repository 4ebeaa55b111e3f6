import type { Expected } from '../expected.js';
import type { IsKey } from '../key-words.js';
import type { Mend } from '../mended-text.js';
import type { Slip } from '../slip.js';
import type { SyntaxFault } from './judge.js';
import { type Line, openQuote, readLines } from './lines.js';
import { manyFaults, mendPart } from './mend-part.js';
import { splitEntries, topList } from './split-entries.js';

export interface Repaired {
  slips: Slip[];
  /** The parts that stay unreadable, each with the parser's first error in it. */
  broken: SyntaxFault[];
  /** What to take out of the text so that the rest can be read. */
  leftOut: Mend[];
  /** Whether the top of the file itself stays unreadable. */
  lost: boolean;
}

/** How many readings of an entry one file is worth. */
const patience = 1500;

/**
 * The words of a line that ends the list of its entry: it stands as far to the left, and has neither a dash nor a key of the format. Behind the
 * last entry it may be one that is misspelt.
 */
function endOfList(entry: string, isKey: IsKey, isLast: boolean): string | undefined {
  const [first, ...lines] = readLines(entry);
  const isStray = ({ indent, column, words }: Line, left: number) => {
    const [key = '', colon] = /^[^\s:]*(:(?=\s|$))?/.exec(words) ?? [];
    return indent === column && indent <= left && !isKey(key.replace(':', '')) && !(isLast && colon);
  };
  return first && lines.find((line) => isStray(line, first.indent))?.words;
}

/** How much of an entry is its own: another list of the file may begin behind it. */
function lengthOf(entry: string, isKey: IsKey): number {
  const [first, ...lines] = readLines(entry);
  const next = lines.find(
    ({ indent, column, words }) => indent === 0 && column === 0 && first?.column !== 0 && isKey(/^[^\s:]*(?=:\s*$)/.exec(words)?.[0] ?? ''),
  );
  return next?.start ?? entry.length;
}

/** What the parser tells of a text; of a quote that is not closed it tells where the text ends. */
function blamed({ error, given }: { error: SyntaxFault; given: string }): SyntaxFault {
  const quote = /closing.*quote/.test(error.message) ? openQuote(given) : undefined;
  return quote === undefined ? error : { code: 'OPEN_QUOTE', message: '', at: quote, to: quote + 1 };
}

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
    return { slips, broken: [blamed({ error: top.error, given: text.slice(0, header) })], leftOut: [], lost: true };
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
    const stray = endOfList(part.error ? text.slice(start, end) : part.text, expected.isKey, index === entries.length - 1);
    if (stray !== undefined) {
      const at = text.indexOf(stray, start);
      broken.push({ code: 'END_OF_LIST', message: '', at, to: at + stray.length });
      leftOut.push({ start, end: start + lengthOf(text.slice(start, end), expected.isKey), text: '' });
      continue;
    }
    for (const slip of part.slips) {
      slips.push({
        ...slip,
        start: here(slip.start),
        end: here(slip.end),
        mends: slip.mends.map((mend) => ({ ...mend, start: here(mend.start), end: here(mend.end) })),
      });
    }
    if (!part.error) continue;
    const { at, to, ...error } = blamed({ error: part.error, given: text.slice(start, end) });
    broken.push({ ...error, at: here(at), to: here(to) });
    leftOut.push({ start, end: start + lengthOf(text.slice(start, end), expected.isKey), text: '' });
  }
  if (leftOut.length > 0 && leftOut.length === entries.length) {
    const key = topList.exec(text) as RegExpExecArray;
    const colon = key.index + key[0].indexOf(':') + 1;
    leftOut.unshift({ start: colon, end: colon, text: ' []' });
  }
  return { slips, broken, leftOut, lost: false };
}

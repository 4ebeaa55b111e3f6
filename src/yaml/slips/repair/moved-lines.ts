import { MendedText } from '../mended-text.js';
import type { Candidate } from './candidate.js';
import type { State } from './judge.js';
import { around, type Line, readLines } from './lines.js';

/** Lines moved together, so that the first begins in a column. */
export function indented(lines: readonly Line[], column: number, far: number): Candidate {
  const line = lines[0] as Line;
  const by = column - line.indent;
  return {
    code: 'bad-indent',
    start: line.start + line.indent,
    end: line.end,
    message: {
      ja: `字下げがずれています（半角空白${line.indent}個。前後の行に合うのは${column}個）`,
      en: `the indentation does not line up: ${line.indent} spaces where ${column} would`,
    },
    help: { ja: `行の頭の半角空白を${column}個にしてください`, en: `begin the line with ${column} spaces` },
    mends: lines.map(({ start, indent }) => ({ start, end: start + indent, text: ' '.repeat(Math.max(0, indent + by)) })),
    cost: 1 + Math.abs(by) * 0.1 + far,
  };
}

/** The lines below a key without a value that stand in its column, and may be its value: the first of them, the first two, and so on. */
export function* shallowContent({ words, column }: Line, below: readonly Line[], far: number): Iterable<Candidate> {
  if (!/^[^\s:"'[\]{}#]+:\s*(?:#.*)?$/.test(words)) return;
  const end = below.findIndex((line) => line.indent < column || (line.indent === column && line.column > column));
  const lines = end < 0 ? below : below.slice(0, end);
  for (let count = 1; count <= Math.min(lines.length, mostContent); count += 1) {
    const next = lines[count];
    // Next to a mapping that stands in its place nothing else can have been meant.
    if (!next || next.indent === column) yield { ...indented(lines.slice(0, count), column + 2, far), cost: 0.7 + count * 0.01 + far };
  }
}

/** Lines of a value after which no more are looked at. */
const mostContent = 12;

/** The block of lines that an editor moved as a whole, where moving it back makes all right; a guess where more than one block would. */
export function shiftedBlock(
  text: string,
  { all }: State,
  count: (mended: MendedText) => number,
  budget: { left: number },
): Candidate | undefined {
  const lines = readLines(text);
  const here = Math.max(
    0,
    lines.findLastIndex(({ start }) => start <= Math.max(0, all[0] ?? 0)),
  );
  let found: { candidate: Candidate; size: number } | undefined;
  for (const first of new Set([here, here - 1, here + 1, ...around(lines, here)])) {
    if (!lines[first]) continue;
    for (const by of [-2, 2, -4, 4]) {
      for (let last = Math.min(lines.length, first + mostShifted) - 1; last > first; last -= 1) {
        if (!isInLine(lines, first, last, by)) continue;
        if (budget.left <= 0) return found?.candidate;
        const candidate = movedBack(lines.slice(first, last + 1), by);
        if (count(new MendedText(text, candidate.mends)) > 0) continue;
        const size = last - first;
        const [best, other] = found && found.size >= size ? [found, size] : [{ candidate, size }, found?.size];
        found = other === undefined ? best : { ...best, candidate: { ...best.candidate, guess: true } };
      }
    }
  }
  return found?.candidate;
}

/** Lines of a block after which no more are looked at. */
const mostShifted = 60;

/** Whether the first line of a block that is moved, and the one behind it, would stand where they may below the line before them. */
function isInLine(lines: readonly Line[], first: number, last: number, by: number): boolean {
  const block = lines.slice(first, last + 1);
  if (block.some(({ indent }) => indent + by < 0)) return false;
  const mayFollow = (above: Line | undefined, below: Line | undefined, move: number) => {
    if (!below) return true;
    if (!above) return below.indent + move === 0;
    const far = below.indent + move - above.column;
    const isDeeper = far === 2 && below.column === below.indent;
    return far <= 0 || (isDeeper && /:\s*(?:#.*)?$/.test(above.words));
  };
  return mayFollow(lines[first - 1], lines[first], by) && mayFollow(lines[last], lines[last + 1], -by);
}

function movedBack(block: readonly Line[], by: number): Candidate {
  const lines = block.length;
  const spaces = Math.abs(by);
  return {
    ...indented(block, (block[0] as Line).indent + by, 0),
    message: { ja: `ここから${lines}行の字下げがずれています`, en: `from here on ${lines} lines do not line up` },
    help: {
      ja: `${lines}行をまとめて、半角空白${spaces}個分${by < 0 ? '左' : '右'}に動かしてください`,
      en: `move the ${lines} lines ${spaces} spaces to the ${by < 0 ? 'left' : 'right'}`,
    },
  };
}

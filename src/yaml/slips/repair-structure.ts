import { isMap, isScalar, isSeq, type Node, parseAllDocuments } from 'yaml';
import { indexSpans } from '../index-spans.js';
import { parseOptions } from '../parse-options.js';
import type { YamlData } from '../plain-data.js';
import { quote } from '../print-scalar.js';
import type { Expected } from './expected.js';
import { lonelyCloser, missingClosers } from './flow-text.js';
import { type IsKey, looksLikeYear, topKeys } from './key-words.js';
import { quotedText } from './line-forms.js';
import { type Mend, MendedText } from './mended-text.js';
import type { Slip } from './slip.js';

export interface Repaired {
  slips: Slip[];
  /** The parts that stay unreadable, each with the parser's first error in it. */
  broken: { code: string; message: string; at: number; to: number }[];
  /** What to take out of the text so that the rest can be read. */
  leftOut: Mend[];
  /** Whether the top of the file itself stays unreadable. */
  lost: boolean;
}

/** A file's list is mended entry by entry, so that a fault in one hides nothing in the others. */
const topList = new RegExp(`^(?:${topKeys.join('|')})[ \\t]*:[ \\t]*(?:#.*)?\\r?$`, 'm');
/** From how many faults on a block of lines may stand too far to the left or the right; a key that is misspelt makes two. */
const manyFaults = 3;
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

interface Part {
  text: string;
  /** In the offsets of the part as it was given. */
  slips: Slip[];
  error?: { code: string; message: string; at: number; to: number };
  faults: number;
}

function mendPart(
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
    let best: { candidate: Slip; text: MendedText; state: State; cost: number } | undefined;
    for (const candidate of candidates(text, state.all, state.error !== undefined, expected.isKey)) {
      if (budget.left <= 0) break;
      const mended = new MendedText(text, candidate.mends);
      const after = judge(around(mended.text), before, expected, known, budget);
      if (!isBetter(state, after, mended, candidate)) continue;
      if (!best || after.count < best.state.count || (after.count === best.state.count && candidate.cost < best.cost))
        best = { candidate, text: mended, state: after, cost: candidate.cost };
    }
    if (state.count >= manyFaults && best?.state.count !== 0) {
      const candidate = shiftedBlock(text, state, (mended) => judge(around(mended.text), before, expected, known, budget).count, budget);
      if (candidate) best = { candidate, text: new MendedText(text, candidate.mends), state: { count: 0, at: 0, all: [] }, cost: 0 };
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
  }
  // What was mended on the way to a text that stays unreadable proves nothing.
  if (state.error && asGiven) return { text: given, slips: [], error: asGiven, faults: 0 };
  return { text, slips, faults: state.count + known };
}

interface State {
  /** 0 when all is right; more than 1000 where the text cannot be read. */
  count: number;
  /** The first place to doubt, in the part's offsets. */
  at: number;
  all: readonly number[];
  error?: { code: string; message: string; at: number; to: number };
}

function judge(text: string, before: number, expected: Expected, known: number, budget: { left: number }): State {
  budget.left -= 1;
  const documents = [...parseAllDocuments(text, parseOptions)];
  const error = documents.flatMap((document) => document.errors)[0];
  if (error) {
    const [at, to] = error.pos;
    return {
      count: 1001,
      at: at - before,
      all: [at - before],
      error: { code: error.code, message: error.message, at: at - before, to: to - before },
    };
  }
  const doubted: number[] = [];
  const data = plain(documents[0]?.contents as Node | null, text, doubted);
  const faults = expected.faults(data);
  const count = doubted.length + Math.max(0, faults.length - known);
  if (count === 0) return { count, at: 0, all: [] };
  const spans = indexSpans(text);
  const places = faults
    .map((path) => (spans.key(path) ?? spans.value(path) ?? spans.value(path.slice(0, -1)))?.start ?? before)
    .filter((place) => place >= before);
  const all = [...doubted, ...places].map((place) => place - before).sort((a, b) => a - b);
  return { count, at: all[0] ?? 0, all };
}

/** Whether a change mends something and breaks nothing where it was made. */
function isBetter(before: State, after: State, mended: MendedText, { mends }: Slip): boolean {
  const lineOf = (offset: number) => mended.text.lastIndexOf('\n', offset - 1);
  const changed = mends.map(({ start }) => lineStart(mended, start));
  // One of several slips is mended when the parser comes further than it and than where it was stopped.
  if (before.error && after.error) return lineOf(after.at) > Math.max(lineOf(before.at), ...changed);
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

/** The file's lines up to its list, and the lines of each entry. */
function splitEntries(text: string): { header: number; entries: { start: number; end: number }[] } {
  const found = topList.exec(text);
  if (!found) return { header: text.length, entries: [] };
  const header = Math.min(text.length, found.index + found[0].length + 1);
  const starts: number[] = [];
  const columns = new Map<number, number>();
  for (const dash of text.slice(header).matchAll(/^( *)- /gm)) {
    const column = dash[1]?.length ?? 0;
    columns.set(column, (columns.get(column) ?? 0) + 1);
  }
  const column = Math.min(...[...columns.keys()].filter((one) => one === 0 || one === 2), ...(columns.size > 0 ? [] : [0]));
  const entry = new RegExp(`^ {${Number.isFinite(column) ? column : Math.min(...columns.keys())}}- +([^\\s:]*)`, 'gm');
  const begins = [...text.matchAll(entry)].filter(({ index }) => index >= header);
  // An entry begins as most do, with its id: a dash before another key may be one too many.
  const firsts = new Map<string, number>();
  for (const [, first = ''] of begins) firsts.set(first, (firsts.get(first) ?? 0) + 1);
  const [usual] = [...firsts].sort((a, b) => b[1] - a[1])[0] ?? [''];
  for (const { index, 1: first } of begins) if (first === usual || !firsts.has(usual)) starts.push(index);
  const [first] = starts;
  if (first === undefined) return { header: text.length, entries: [] };
  // Lines between the list's key and its first entry, comments or an entry that lost its place, belong to the first one.
  starts[0] = header;
  return { header, entries: starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length })) };
}

interface Line {
  start: number;
  end: number;
  indent: number;
  /** The column behind the dashes. */
  column: number;
  words: string;
}

type Candidate = Slip & { cost: number };

/** The small changes that may have made the text wrong at some offsets, likely ones first. */
function* candidates(text: string, places: readonly number[], unreadable: boolean, isKey: IsKey): Iterable<Candidate> {
  const lines = readLines(text);
  const lineAt = (at: number) =>
    Math.max(
      0,
      lines.findLastIndex(({ start }) => start <= Math.max(0, at)),
    );
  const here = lineAt(places[0] ?? 0);
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
    yield* dashes(line, lines[index - 1], dashed, far);
    for (const column of columns) {
      if (column === line.indent || Math.abs(column - line.indent) > 6) continue;
      yield indented([line], column, far);
      const below = lines.slice(index + 1).findIndex(({ indent }) => indent <= line.indent);
      const family = lines.slice(index, below < 0 ? lines.length : index + 1 + below);
      if (family.length > 1 && family.length < 30) yield indented(family, column, far + 0.6);
    }
    yield* shallowContent(line, lines.slice(index + 1), far);
    if (unreadable) yield* lostKey(line, lines[index - 1], far);
  }
  // A quote or bracket that was left open long before is felt only where the next one stands.
  if (unreadable) for (const line of lines) if (leavesOpen(line.words)) yield* inLine(line, 1, unreadable, isKey);
}

/** The block of lines that an editor moved as a whole, where moving it back makes all right; a guess where more than one block would. */
function shiftedBlock(
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

/** The lines that a line hangs on: the one before it in its column, and those around it further to the left. */
function* around(lines: readonly Line[], here: number): Iterable<number> {
  let limit = lines[here]?.indent ?? 0;
  for (let index = here - 1; index >= 0 && limit >= 0; index -= 1) {
    const { indent } = lines[index] as Line;
    if (indent > limit) continue;
    yield index;
    limit = indent - 1;
  }
  // The first entry of the list, which lies in another part than the list's name.
  yield 0;
}

function leavesOpen(words: string): boolean {
  const value = words.replace(/^[^\s:"'[\]{}#]+:[ \t]+/, '');
  if (/^["']/.test(value)) return !quotedText.test(value);
  return /^[[{]/.test(value) && value.split(/[[{]/).length !== value.split(/[\]}]/).length;
}

function indented(lines: readonly Line[], column: number, far: number): Candidate {
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
function* shallowContent({ words, column }: Line, below: readonly Line[], far: number): Iterable<Candidate> {
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

function* dashes(line: Line, previous: Line | undefined, columns: ReadonlySet<number>, far: number): Iterable<Candidate> {
  const at = line.start + line.indent;
  const first = { start: at, end: line.end };
  if (line.column === line.indent) {
    const message = { ja: '行の頭の `- ` がありません', en: 'the `- ` at the beginning of the line is missing' };
    const help = { ja: `\`- ${shorten(line.words)}\` のように書いてください`, en: `write \`- ${shorten(line.words)}\`` };
    yield { code: 'missing-dash', ...first, message, help, mends: [{ start: at, end: at, text: '- ' }], cost: 1.5 + far };
    for (const column of new Set([line.indent - 2, ...columns])) {
      if (column < 0 || column >= line.indent) continue;
      const cost = (column === line.indent - 2 ? 1.4 : 1.6) + far;
      yield {
        code: 'missing-dash',
        ...first,
        message,
        help,
        mends: [{ start: line.start, end: at, text: `${' '.repeat(column)}- ` }],
        cost,
      };
    }
  } else if (previous && !/^(?:id|on):/.test(line.words)) {
    const message = { ja: '行の頭の `- ` は要りません', en: 'the `- ` at the beginning of the line does not belong here' };
    const help = { ja: '`- ` を消し、前の行と字下げをそろえてください', en: 'remove the `- ` and line the words up with those above' };
    for (const column of new Set([line.column, previous.column]))
      yield {
        code: 'stray-dash',
        start: at,
        end: at + 1,
        message,
        help,
        mends: [{ start: line.start, end: line.start + line.column, text: ' '.repeat(column) }],
        cost: 1.7 + far,
      };
  }
}

function* inLine(line: Line, far: number, unreadable: boolean, isKey: IsKey): Iterable<Candidate> {
  const { words } = line;
  const at = line.start + line.column;
  const [, key = '', gap = ''] = /^([^\s:"'[\]{}#]+)([ \t]*)(?=[^:]|$)/.exec(words) ?? [];
  if (isKey(key) || /^\d{4}(?:-\d{4}|-)?$/.test(key)) {
    // `key = value` has a sign of its own in the place of the colon.
    const sign = /^[=＝][ \t]*/.exec(words.slice(key.length + gap.length))?.[0] ?? '';
    const text = words.slice(key.length + gap.length + sign.length);
    yield {
      code: 'missing-colon',
      start: at,
      end: at + key.length,
      message: { ja: `\`${key}\` の後にコロンがありません`, en: `the colon behind \`${key}\` is missing` },
      help: { ja: `\`${key}: …\` の形で書いてください`, en: `write \`${key}: …\`` },
      mends: [{ start: at + key.length, end: at + key.length + gap.length + sign.length, text: text === '' ? ':' : ': ' }],
      cost: 0.8 + far,
    };
  }
  const value = /^[^\s:"'[\]{}#]+:[ \t]+/.exec(words)?.[0].length ?? 0;
  const rest = words.slice(value);
  if (unreadable && !/^["']/.test(rest) && /[[\]{}]/.test(rest)) {
    const sign = /[[\]{}]/.exec(rest) as RegExpExecArray;
    const start = at + value + sign.index;
    yield {
      code: 'needs-quotes',
      start,
      end: start + 1,
      message: { ja: `文の中の \`${sign[0]}\` が、YAMLの記号と読まれます`, en: `the \`${sign[0]}\` of this text reads as a sign of YAML` },
      help: { ja: `文全体を引用符で囲んでください: ${quote(rest)}`, en: `quote the whole text: ${quote(rest)}` },
      mends: [{ start: at + value, end: line.end, text: quote(rest) }],
      cost: 1.3 + far,
    };
  }
  for (const close of ['"', "'"]) {
    const open = new RegExp(`(?:^|: +|- +|[\\[{,] *)${close}`).exec(words);
    if (!open) continue;
    const start = at + open.index + open[0].length - 1;
    yield {
      code: 'unclosed-quote',
      start,
      end: start + 1,
      message: { ja: `引用符 \`${close}\` が閉じていません`, en: `the quote \`${close}\` is not closed` },
      help: {
        ja: `文の終わりにも \`${close}\` を書くか、文の一部なら文全体を囲んでください`,
        en: `write a \`${close}\` at the end too, or quote the whole text if it is part of it`,
      },
      mends: [{ start: line.end, end: line.end, text: close }],
      guess: true,
      cost: 2 + far,
    };
  }
  yield* unclosedBracket(line, far);
  const lonely = lonelyCloser(words);
  if (lonely === undefined) return;
  const close = words[lonely] as string;
  const open = close === ']' ? '[' : '{';
  yield {
    code: 'unclosed-bracket',
    start: at + lonely,
    end: at + lonely + 1,
    message: { ja: `\`${close}\` に対応する \`${open}\` がありません`, en: `there is no \`${open}\` for this \`${close}\`` },
    help: { ja: `値の頭に \`${open}\` を書いてください`, en: `begin the value with \`${open}\`` },
    mends: [{ start: at + value, end: at + value, text: open }],
    cost: 1 + far,
  };
}

/** The brackets that a line leaves open, closed together; or, where what stands in them is not whole, left out to read on. */
function* unclosedBracket(line: Line, far: number): Iterable<Candidate> {
  const { words } = line;
  const { first, closers } = missingClosers(words);
  if (first === undefined) return;
  const at = line.start + line.column;
  const open = words[first] as string;
  const signs = closers.map(({ signs }) => signs).join('');
  const told = {
    code: 'unclosed-bracket',
    start: at + first,
    end: at + first + 1,
    message: { ja: `\`${open}\` が閉じていません`, en: `the \`${open}\` is not closed` },
  } as const;
  const closed = (missing: typeof closers, from: number) =>
    missing.map(({ index, signs }) => ({ start: from + index, end: from + index, text: signs.replace(/^\}/, ' }') }));
  if (/[^[\]{}\s]/.test(words.slice(first)))
    yield {
      ...told,
      help: { ja: `行の終わりに \`${signs}\` を書いてください`, en: `close it with \`${signs}\`` },
      mends: closed(closers, at),
      cost: 1 + far,
    };
  if (open === '{')
    yield {
      ...told,
      help: { ja: `全体を \`[{\` と \`}]\` で囲んでください`, en: 'write it between `[{` and `}]`' },
      mends: [
        { start: at + first, end: at + first, text: '[' },
        ...closed(missingClosers(`[${words.slice(first)}`).closers, at + first - 1),
      ],
      cost: 1.1 + far,
    };
  for (const empty of ['[]', '{}'])
    yield {
      ...told,
      help: { ja: '中身を書き、かっこを閉じてください', en: 'write what belongs into it, and close it' },
      mends: [{ start: at + first, end: line.end, text: empty }],
      guess: true,
      cost: 3 + far,
    };
}

/** A list that lost the line with its key. */
function* lostKey(line: Line, previous: Line | undefined, far: number): Iterable<Candidate> {
  if (line.column === line.indent || !previous) return;
  const keys = looksLikeYear(/^[^:]*/.exec(line.words)?.[0] ?? '')
    ? ['phases', 'notes']
    : ['tracks', 'measures', 'chapters', 'departments', 'notes', 'related', 'kpis', 'completed'];
  for (const [rank, key] of keys.entries()) {
    for (const column of new Set([line.indent, previous.column]))
      yield {
        code: 'missing-key-line',
        start: line.start + line.indent,
        end: line.end,
        message: { ja: '並びの前に、並びの名前の行がありません', en: 'the line that names this list is missing before it' },
        help: { ja: `\`${key}:\` などの行を、この前に書き足してください`, en: `add the line, such as \`${key}:\`, before it` },
        mends: [{ start: line.start, end: line.start, text: `${' '.repeat(column)}${key}:\n` }],
        guess: true,
        cost: 1.2 + rank * 0.2 + far,
      };
  }
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd();
    const [, spaces = '', dash = ''] = /^( *)((?:- +)*)/.exec(line) ?? [];
    if (line.trim() !== '' && !/^ *#/.test(line)) {
      const column = spaces.length + dash.length;
      lines.push({ start, end: start + line.length, indent: spaces.length, column, words: line.slice(column) });
    }
    start += raw.length + 1;
  }
  return lines;
}

function shorten(words: string): string {
  return words.length > 20 ? `${words.slice(0, 20)}…` : words;
}

/** The data, and the places of doubled keys and folded texts. */
function plain(node: Node | null | undefined, text: string, doubted: number[]): YamlData {
  if (isScalar(node)) {
    if (node.range && text.slice(node.range[0], node.range[1]).includes('\n')) doubted.push(node.range[0]);
    return String(node.value ?? '');
  }
  if (isSeq(node)) return node.items.map((item) => plain(item as Node, text, doubted));
  if (!isMap(node)) return '';
  const data: { [key: string]: YamlData } = {};
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value ?? '') : '';
    if (Object.hasOwn(data, name)) doubted.push((key as Node | null)?.range?.[0] ?? 0);
    else
      Object.defineProperty(data, name, {
        value: plain(value as Node, text, doubted),
        enumerable: true,
        writable: true,
        configurable: true,
      });
  }
  return data;
}

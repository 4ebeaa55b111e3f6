import { CallError, type Host } from '../host.js';

/** What the joined tables are made of. */
export interface JoinOptions {
  /** Finished outputs by folder; those with the same tables and columns are of one kind. */
  outputs: readonly { folder: string; kind: number }[];
  /** The heading of every table that an output of the kind has, by path. */
  headings: readonly Readonly<Record<string, readonly string[]>>[];
  /** The headings of the joined tables. */
  joined: Readonly<Record<string, readonly string[]>>;
  /** Whether they begin with a byte order mark. */
  bom: boolean;
  out: string;
}

/**
 * Writes one of the joined tables: the rows of all outputs below one heading; an output that lacks a column leaves it empty. Gives how many rows
 * each of them has.
 */
export function joinTable(host: Host, path: string, { outputs, headings, joined, bom, out }: JoinOptions): number[] {
  const counts = outputs.map(() => 0);
  const heading = joined[path] ?? [];
  const kinds = headings.map(({ [path]: own }) => own && { written: Buffer.from(own.join()), placed: placing(own, heading) });
  host.writePieces(`${out}/${path}`, pieces());
  return counts;

  function* pieces(): Iterable<string | Uint8Array> {
    yield `${bom ? '\uFEFF' : ''}${heading.join()}\r\n`;
    for (const [index, { folder, kind }] of outputs.entries()) {
      const own = kinds[kind];
      if (!own) continue;
      const table = readTable(host, `${folder}/${path}`, own.written);
      const rows = table.subarray(table.indexOf(lineFeed) + 1);
      counts[index] = countLines(rows);
      yield own.placed(rows);
    }
  }
}

/**
 * A finished table as `build` wrote it, its lines ended by CR LF: git or an editor may have made LF of them, or have taken away the last one.
 * Another heading than its data package tells would put cells into the columns of others. What is given holds until the next file is read.
 */
export function readTable(host: Host, path: string, heading: Uint8Array): Buffer {
  const bytes = asBuffer(host.readBriefly(path));
  const end = bytes.indexOf(lineFeed);
  const isWhole = bytes.at(-1) === lineFeed && bytes[end - 1] === carriageReturn;
  const table = isWhole
    ? bytes
    : Buffer.from(
        bytes
          .toString('latin1')
          .replace(/\r?\n/g, '\r\n')
          .replace(/(?:\r\n)?$/, '\r\n'),
        'latin1',
      );
  const first = table.subarray(hasMark(table) ? 3 : 0, table.indexOf(lineFeed) - 1);
  if (first.equals(heading)) return table;
  throw new CallError(
    {
      ja: `\`${path}\` の見出しの行が、同じフォルダの datapackage.json の書く列と違います`,
      en: `the heading of \`${path}\` differs from the columns that the datapackage.json beside it tells`,
    },
    {
      ja: '書き出した後に変わっています。その計画を build し直してください',
      en: 'it was changed after it was written: build that plan again',
    },
  );
}

/** Whether a table begins with a byte order mark. */
export function hasMark(table: Uint8Array): boolean {
  return table[0] === firstOfMark;
}

const carriageReturn = 13;
const lineFeed = 10;
/** The first byte of a byte order mark, with which no heading begins. */
const firstOfMark = 0xef;

function countLines(rows: Buffer): number {
  let count = 0;
  for (let at = rows.indexOf(lineFeed); at >= 0; at = rows.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}

/** Gives rows with the cells of one heading those of another. Commas, quotes and line ends are single bytes, whatever stands between them. */
function placing(own: readonly string[], heading: readonly string[]): (rows: Buffer) => Buffer {
  if (own.every((name, index) => name === heading[index])) return lengthened(heading.length - own.length);
  const at = heading.map((name) => own.indexOf(name));
  return (rows) =>
    Buffer.from(
      rows
        .toString('latin1')
        .split('\r\n')
        .slice(0, -1)
        .map((row) => {
          const cells = cellsOf(row);
          return `${at.map((index) => (index < 0 ? '' : cells[index])).join(',')}\r\n`;
        })
        .join(''),
      'latin1',
    );
}

/** Gives rows so many empty cells more at their end; what it gives holds until the next call. */
function lengthened(more: number): (rows: Buffer) => Buffer {
  if (more === 0) return (rows) => rows;
  const end = Buffer.from(`${','.repeat(more)}\r\n`);
  let memory = Buffer.alloc(0);
  return (rows) => {
    const most = rows.length + end.length * countLines(rows);
    if (memory.length < most) memory = Buffer.allocUnsafeSlow(2 * most);
    let from = 0;
    let to = 0;
    for (let at = rows.indexOf(lineFeed); at >= 0; at = rows.indexOf(lineFeed, at + 1)) {
      // An editor may have made LF of the end of a single row.
      to += rows.copy(memory, to, from, rows[at - 1] === carriageReturn ? at - 1 : at);
      to += end.copy(memory, to);
      from = at + 1;
    }
    return memory.subarray(0, to);
  };
}

/** The cells of a row as they are written, with their quotes. */
export function cellsOf(row: string): string[] {
  return row.includes('"') ? [...row.matchAll(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g)].map(([cell]) => cell) : row.split(',');
}

/** The same bytes, with the methods of Node. */
export function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

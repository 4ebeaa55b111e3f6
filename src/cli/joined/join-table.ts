import { CallError, type Host } from '../host.js';
import type { Done } from '../kept/kept.js';

/** What the joined tables are made of. Plain data, so that it can go to a worker. */
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
export function joinTable(host: Host, path: string, { outputs, headings, joined, bom, out }: JoinOptions): Done<number[]> {
  const counts = outputs.map(() => 0);
  host.writePieces(`${out}/${path}`, pieces());
  return { outcome: counts };

  function* pieces(): Iterable<string | Uint8Array> {
    const heading = joined[path] ?? [];
    let begun = false;
    for (const [index, { folder, kind }] of outputs.entries()) {
      const own = headings[kind]?.[path];
      if (!own) continue;
      const table = readTable(host, `${folder}/${path}`, own);
      if (!begun) yield `${bom ? '\uFEFF' : ''}${heading.join(',')}\r\n`;
      begun = true;
      const rows = table.subarray(table.indexOf(lineFeed) + 1);
      counts[index] = countLines(rows);
      yield own.join() === heading.join() ? rows : reorder(rows, own, heading);
    }
  }
}

/**
 * A finished table as `build` wrote it, its lines ended by CR LF: git or an editor may have made LF of them, or have taken away the last one.
 * Another heading than its data package tells would put cells into the columns of others.
 */
export function readTable(host: Host, path: string, heading: readonly string[]): Uint8Array {
  const bytes = host.readFile(path);
  const end = bytes.indexOf(lineFeed);
  const isWhole = bytes.at(-1) === lineFeed && bytes[end - 1] === carriageReturn;
  const table = isWhole
    ? bytes
    : Buffer.from(
        `${textOf(bytes)
          .replace(/\r?\n/g, '\r\n')
          .replace(/(?:\r\n)?$/, '\r\n')}`,
        'latin1',
      );
  const first = table.subarray(hasMark(table) ? 3 : 0, table.indexOf(lineFeed) - 1);
  if (new TextDecoder().decode(first) === heading.join(',')) return table;
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

function countLines(rows: Uint8Array): number {
  let count = 0;
  for (let at = rows.indexOf(lineFeed); at >= 0; at = rows.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}

/** The rows with their cells in the order of another heading. Commas, quotes and line ends are single bytes, whatever stands between them. */
function reorder(rows: Uint8Array, own: readonly string[], heading: readonly string[]): Uint8Array {
  const text = textOf(rows);
  const behind = own.every((name, index) => name === heading[index]);
  return Buffer.from(behind ? text.replaceAll('\r\n', `${','.repeat(heading.length - own.length)}\r\n`) : rearranged(), 'latin1');

  function rearranged(): string {
    const at = heading.map((name) => own.indexOf(name));
    return text
      .split('\r\n')
      .filter((row) => row !== '')
      .map((row) => {
        const cells = cellsOf(row);
        return `${at.map((index) => (index < 0 ? '' : cells[index])).join(',')}\r\n`;
      })
      .join('');
  }
}

/** A character for each byte. */
function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}

/** The cells of a row as they are written, with their quotes. */
export function cellsOf(row: string): string[] {
  return row.includes('"') ? [...row.matchAll(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g)].map(([cell]) => cell) : row.split(',');
}

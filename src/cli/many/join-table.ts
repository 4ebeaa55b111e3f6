import type { Host } from '../host.js';
import type { Done } from './kept.js';

/** What the joined tables are made of. Plain data, so that it can go to a worker. */
export interface JoinOptions {
  /** Finished outputs by folder; those with the same tables and columns are of one kind. */
  outputs: readonly { folder: string; kind: number }[];
  /** The heading of every table that an output of the kind has, by path. */
  headings: readonly Readonly<Record<string, readonly string[]>>[];
  /** The headings of the joined tables. */
  joined: Readonly<Record<string, readonly string[]>>;
  out: string;
}

/** Writes one of the joined tables: the rows of all outputs below one heading; an output that lacks a column leaves it empty. */
export function joinTable(host: Host, path: string, { outputs, headings, joined, out }: JoinOptions): Done<undefined> {
  host.writePieces(`${out}/${path}`, pieces());
  return { outcome: undefined };

  function* pieces(): Iterable<string | Uint8Array> {
    const heading = joined[path] ?? [];
    let begun = false;
    for (const { folder, kind } of outputs) {
      const own = headings[kind]?.[path];
      if (!own) continue;
      const table = host.readFile(`${folder}/${path}`);
      if (!begun) yield `${table[0] === firstOfMark ? '\uFEFF' : ''}${heading.join(',')}\r\n`;
      begun = true;
      const rows = table.subarray(table.indexOf(lineFeed) + 1);
      yield own.join() === heading.join() ? rows : reorder(rows, own, heading);
    }
  }
}

const lineFeed = 10;
/** The first byte of a byte order mark, with which no heading begins. */
const firstOfMark = 0xef;

/** The rows with their cells in the order of another heading. Commas, quotes and line ends are single bytes, whatever stands between them. */
function reorder(rows: Uint8Array, own: readonly string[], heading: readonly string[]): Uint8Array {
  const text = Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength).toString('latin1');
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

/** The cells of a row as they are written, with their quotes. */
export function cellsOf(row: string): string[] {
  return row.includes('"') ? [...row.matchAll(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g)].map(([cell]) => cell) : row.split(',');
}

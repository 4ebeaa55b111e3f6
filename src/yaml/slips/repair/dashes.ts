import { shorten } from '../../../source/shorten.js';
import type { Candidate } from './candidate.js';
import type { Line } from './lines.js';

/** A dash put before a line, or taken away. */
export function* dashes(line: Line, previous: Line | undefined, columns: ReadonlySet<number>, far: number): Iterable<Candidate> {
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
  } else if (previous && previous.words !== '-' && !/^(?:id|on):/.test(line.words)) {
    // Below a dash with nothing behind it that one is wrong, and not this.
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

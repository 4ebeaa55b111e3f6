import { shorten } from '../../../source/shorten.js';
import { isRemark } from '../line-forms.js';
import type { Candidate } from './candidate.js';
import type { Line } from './lines.js';

/** A dash put before a line, or taken away. */
export function* dashes(
  line: Line,
  previous: Line | undefined,
  columns: ReadonlySet<number>,
  far: number,
  { isTop, isPile }: { isTop: boolean; isPile: boolean },
): Iterable<Candidate> {
  const at = line.start + line.indent;
  const first = { start: at, end: line.end };
  if (line.column === line.indent) {
    // A file begins with a key, and a remark is no entry.
    if ((isTop && !previous) || isRemark(line.words)) return;
    const message = { ja: '行の頭の `- ` がありません', en: 'the `- ` at the beginning of the line is missing' };
    const words = shorten(line.words.replace(bullet, ''));
    const help = { ja: `\`- ${words}\` のように書いてください`, en: `write \`- ${words}\`` };
    const dash = { start: at, end: at + (bullet.exec(line.words)?.[0].length ?? 0), text: '- ' };
    const told = { code: 'missing-dash', ...first, message, help } as const;
    yield { ...told, mends: [dash], cost: 1.5 + far };
    // Where the first line of a list's entry is gone with its dash, what that line held is told to be missing.
    const begins = !previous || /:\s*$/.test(previous.words) || (isPile && previous.column > line.indent);
    if (begins && line.indent > 0)
      yield { ...told, mends: [{ start: at - Math.min(2, line.indent), end: at, text: '- ' }], cost: 1.5 + far, silent: true };
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

/** What stands in the place of a dash before a text, and the blanks behind it. */
const bullet = /^[・•●○◎◆◇■□▪]\s*/;

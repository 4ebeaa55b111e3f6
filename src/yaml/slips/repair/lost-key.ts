import { looksLikeYear } from '../key-words.js';
import type { Candidate } from './candidate.js';
import type { Line } from './lines.js';

/** A list that lost the line with its key. */
export function* lostKey(line: Line, previous: Line | undefined, far: number): Iterable<Candidate> {
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

import type { ChangeRow, Comparison, ComparisonRow } from '../../report/revision/comparison.js';
import type { ComparisonLine, Side } from '../../report/revision/comparison-lines.js';
import { joined, own, type Told, told } from '../../report/told.js';

/** A run of a cell: plain, or marked as taken out (`del`) or put in (`ins`). */
export interface Run {
  text: Told;
  tag?: 'del' | 'ins';
}

export interface CellView {
  side: Side | 'both';
  label: Told;
  instead?: string;
  lines: { field: string; label?: string; depth: number; runs: Run[] }[];
}

/** The columns of the table: two sides, or one with the old words struck out. */
export function columnsOf({ style, sides }: Comparison): { side: CellView['side']; label: Told }[] {
  if (style === 'columns') return sides.map(({ side, label }) => ({ side, label }));
  // The older edition first, whichever column stands first.
  const editions = (['before', 'after'] as const).map((side) => sides.find((one) => one.side === side)?.edition ?? '');
  return [{ side: 'both', label: joined(editions, ' → ') }];
}

/** The cells of a changed item, one for each column. */
export function cellsOf(row: ChangeRow, comparison: Comparison): CellView[] {
  return columnsOf(comparison).map(({ side, label }) => {
    const instead = side === 'both' ? undefined : row.instead[side];
    return { side, label, ...(instead !== undefined && { instead }), lines: row.lines.flatMap((line) => lineOf(line, side)) };
  });
}

/** What a row that is no change says in a column. */
export function plainText(row: Exclude<ComparisonRow, ChangeRow>, side: CellView['side'], omitted: string): Told {
  if (row.type === 'omitted') return [own(omitted)];
  return told(side === 'both' ? row.text.after || row.text.before : row.text[side]);
}

function lineOf({ field, label, side: only, marks, depth }: ComparisonLine, side: CellView['side']): CellView['lines'] {
  if (side !== 'both' && only !== undefined && only !== side) return [];
  // What a row is known by changes in rows of its own: a draft names it once, as it is now.
  if (side === 'both' && field === 'row' && only === 'before') return [];
  const runs = marks.flatMap(({ text, kind }): Run[] => {
    // In a draft, what stands on one side only is wholly struck out or wholly new.
    const meant = side === 'both' && only !== undefined && field !== 'row' ? (only === 'before' ? 'old' : 'new') : kind;
    if ((side === 'after' && meant === 'old') || (side === 'before' && meant === 'new')) return [];
    return [{ text, ...(meant === 'old' && { tag: 'del' as const }), ...(meant === 'new' && { tag: 'ins' as const }) }];
  });
  return runs.length === 0 ? [] : [{ field, ...(label !== undefined && { label }), depth, runs }];
}

/** A group's heading in a column. */
export function headingIn(heading: Comparison['groups'][number]['heading'], side: CellView['side']): Told {
  if (!heading) return [];
  return side === 'before' || (side === 'both' && heading.after.length === 0) ? heading.before : heading.after;
}

import type { GridBar, GridLead, GridRemark, GridRow } from '../../report/document.js';

export interface BarView extends GridBar {
  /** The row's remarks, on its first bar. */
  rowJudged?: string;
  /** Contradictions: they are told like reasons. */
  reasons: GridRemark[];
  relations: GridRemark[];
  row?: GridRow;
  /** Ids of all departments that answer for it, for the filter. */
  leads: string;
}

/** A bar with all that is said of it; the first bar of a row also tells what is said of the row. */
export function barView(bar: GridBar, leads: string, row?: GridRow): BarView {
  const remarks = [...bar.remarks, ...(row?.remarks ?? [])];
  return {
    ...bar,
    ...(row?.judged && { rowJudged: row.judged }),
    reasons: remarks.filter(({ kind }) => kind === 'contradiction'),
    relations: remarks.filter(({ kind }) => kind !== 'contradiction'),
    ...(row && { row }),
    leads,
  };
}

export function leadIds(leads: readonly GridLead[]): string {
  return [...new Set(leads.flatMap(({ within }) => within))].join(' ');
}

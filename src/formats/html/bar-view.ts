import type { GridBar, GridLead, GridRemark, GridRow } from '../../report/document.js';

export interface BarView extends GridBar {
  /** The row's remarks, on its first bar. */
  rowJudged?: string;
  /** What was acknowledged of it, contradictions among them. */
  reasons: GridRemark[];
  contradicts: boolean;
  relations: GridRemark[];
  row?: GridRow;
  /** Whether it tells why it is read as it is. */
  reasoned: boolean;
  /** Told in short, with a link to the page that tells the rest. */
  lite?: boolean;
  itemHref?: string;
  /** Ids of all departments that answer for it, for the filter. */
  leads: string;
}

/** A bar with what is said of it; the first bar of a row also tells what is said of the row. */
export function barView(bar: GridBar, row: GridRow, first: boolean, lite: boolean): BarView {
  const remarks = [...bar.remarks, ...(first ? row.remarks : [])];
  const isReason = ({ kind }: GridRemark) => kind === 'contradiction' || kind === 'acknowledged';
  const reasons = remarks.filter(isReason);
  return {
    ...bar,
    ...(first && row.judged && { rowJudged: row.judged }),
    reasons,
    reasoned: Boolean(bar.corrected || bar.judged || (first && row.judged) || reasons.length > 0),
    contradicts: reasons.some(({ kind }) => kind === 'contradiction'),
    relations: remarks.filter((remark) => !isReason(remark)),
    history: [...bar.history, ...(first ? row.history : [])],
    ...(first && { row }),
    ...(lite && row.href && { lite, itemHref: row.href }),
    leads: leadIds(row.answeredBy),
  };
}

function leadIds(leads: readonly GridLead[]): string {
  return [...new Set(leads.flatMap(({ within }) => within))].join(' ');
}

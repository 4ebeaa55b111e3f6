import type { GridBar, GridLead, GridRemark, GridRow } from '../../report/document.js';
import { siteWordsOf } from '../../report/site/site-words.js';
import { wordsOf } from '../../report/words.js';
import type { Lang } from '../../source/lang.js';

/** What decides how the tables of a page are told. */
export interface ViewOptions {
  lang: Lang;
  /** In short, with links to the pages that tell the rest. */
  lite?: boolean;
  /** Whether the page can be filtered by department. */
  filtersLeads?: boolean;
}

export interface BarView extends GridBar {
  /** The row's remarks, on its first bar. */
  rowJudged?: string;
  /** What was acknowledged of it, contradictions among them. */
  reasons: GridRemark[];
  contradicts: boolean;
  relations: GridRemark[];
  /** Whether it tells why it is read as it is. */
  reasoned: boolean;
  /** What does not show in its years: no end is printed, no beginning proved. */
  doubt: string;
  /** Its years for the filter: `2022-2023`, `2022-` where no end is printed. */
  years: string;
  /** `open`, `edge`, and how it stands in a slice. */
  classes: string;
  /** Told in short, with a link to what tells the rest. */
  lite?: boolean;
  itemHref?: string;
  /** Ids of all departments that answer for it, for the filter. */
  leads?: string;
}

/** A bar with what is said of it; the first bar of a row also tells what is said of the row. */
export function barView(bar: GridBar, row: GridRow, first: boolean, { lang, lite = false, filtersLeads = false }: ViewOptions): BarView {
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
    doubt: doubtOf(bar, lang),
    years: `${bar.from}-${bar.to ?? ''}`,
    classes: [bar.open && 'open', bar.fromEdge && 'edge', bar.standingCode].filter(Boolean).join(' '),
    ...(lite && row.href && { lite, itemHref: row.href }),
    ...(filtersLeads && row.answeredBy.length > 0 && { leads: leadIds(row.answeredBy) }),
  };
}

function doubtOf({ open, fromEdge }: GridBar, lang: Lang): string {
  const doubts = [...(open ? [wordsOf(lang).open] : []), ...(fromEdge ? [siteWordsOf(lang).edgeFrom] : [])];
  return doubts.length > 0 ? `（${doubts.join('、')}）` : '';
}

function leadIds(leads: readonly GridLead[]): string {
  return [...new Set(leads.flatMap(({ within }) => within))].join(' ');
}

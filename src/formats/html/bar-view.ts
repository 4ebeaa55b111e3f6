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

/**
 * A bar with what is said of it; the first bar of a row also tells what is said of the row. The timeline and the list of a page, and the pages
 * that tell of a bar in the same way, have one view of it.
 */
export function barView(bar: GridBar, row: GridRow, first: boolean, options: ViewOptions): BarView {
  const before = views.get(bar);
  if (before && before.row === row && before.first === first && sameOptions(before.options, options)) return before.view;
  const view = makeView(bar, row, first, options);
  views.set(bar, { row, first, options, view });
  return view;
}

/** Of each bar, its last view. */
const views = new WeakMap<GridBar, { row: GridRow; first: boolean; options: ViewOptions; view: BarView }>();

function sameOptions(a: ViewOptions, b: ViewOptions): boolean {
  return a === b || (a.lang === b.lang && a.lite === b.lite && a.filtersLeads === b.filtersLeads);
}

function makeView(bar: GridBar, row: GridRow, first: boolean, { lang, lite = false, filtersLeads = false }: ViewOptions): BarView {
  const remarks = first && row.remarks.length > 0 ? [...bar.remarks, ...row.remarks] : bar.remarks;
  const reasons = remarks.length > 0 ? remarks.filter(isReason) : remarks;
  const view: BarView = {
    ...bar,
    reasons,
    reasoned: Boolean(bar.corrected || bar.judged || (first && row.judged) || reasons.length > 0),
    contradicts: reasons.some(({ kind }) => kind === 'contradiction'),
    relations: reasons.length === remarks.length ? [] : remarks.filter((remark) => !isReason(remark)),
    history: first && row.history.length > 0 ? [...bar.history, ...row.history] : bar.history,
    doubt: doubtOf(bar, lang),
    years: `${bar.from}-${bar.to ?? ''}`,
    classes: `${bar.open ? ' open' : ''}${bar.fromEdge ? ' edge' : ''}${bar.standingCode ? ` ${bar.standingCode}` : ''}`.slice(1),
  };
  if (first && row.judged) view.rowJudged = row.judged;
  if (lite && row.href) {
    view.lite = lite;
    view.itemHref = row.href;
  }
  if (filtersLeads && row.answeredBy.length > 0) view.leads = leadIds(row.answeredBy);
  return view;
}

function isReason({ kind }: GridRemark): boolean {
  return kind === 'contradiction' || kind === 'acknowledged';
}

function doubtOf({ open, fromEdge }: GridBar, lang: Lang): string {
  if (!open && !fromEdge) return '';
  const [end, start] = [open ? wordsOf(lang).open : '', fromEdge ? siteWordsOf(lang).edgeFrom : ''];
  return `（${end}${end && start && '、'}${start}）`;
}

/** All bars of a row have the same. */
function leadIds(leads: readonly GridLead[]): string {
  const known = idsOfLeads.get(leads) ?? [...new Set(leads.flatMap(({ within }) => within))].join(' ');
  idsOfLeads.set(leads, known);
  return known;
}

const idsOfLeads = new WeakMap<readonly GridLead[], string>();

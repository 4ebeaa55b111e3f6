import type { GridBar, GridLead, GridRemark, GridRow } from '../../report/document.js';
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
  rowJudged: string | undefined;
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
  lite: boolean;
  itemHref: string | undefined;
}

/**
 * A bar with what is said of it; the first bar of a row also tells what is said of the row. The timeline and the list of a page, and the pages
 * that tell of a bar in the same way, have one view of it.
 */
export function barView(bar: GridBar, row: GridRow, first: boolean, { lang, lite = false }: ViewOptions): BarView {
  const before = views.get(bar);
  if (before && before.first === first && before.lite === lite) return before.view;
  const view = makeView(bar, row, first, lang, lite && row.href !== undefined);
  views.set(bar, { first, lite, view });
  return view;
}

/** Of each bar, its last view. */
const views = new WeakMap<GridBar, { first: boolean; lite: boolean; view: BarView }>();

function makeView(bar: GridBar, row: GridRow, first: boolean, lang: Lang, lite: boolean): BarView {
  const remarks = first && row.remarks.length > 0 ? [...bar.remarks, ...row.remarks] : bar.remarks;
  const reasons = remarks.length > 0 ? remarks.filter(isReason) : remarks;
  const rowJudged = first ? row.judged : undefined;
  // Field by field: V8 is slow to make a copy that grows.
  return {
    id: bar.id,
    text: bar.text,
    corrected: bar.corrected,
    period: bar.period,
    wareki: bar.wareki,
    from: bar.from,
    to: bar.to,
    open: bar.open,
    fromEdge: bar.fromEdge,
    judged: bar.judged,
    basisText: bar.basisText,
    dues: bar.dues,
    notes: bar.notes,
    remarks: bar.remarks,
    standing: bar.standing,
    standingCode: bar.standingCode,
    previous: bar.previous,
    next: bar.next,
    context: bar.context,
    reasons,
    rowJudged,
    reasoned: Boolean(bar.corrected || bar.judged || rowJudged || reasons.length > 0),
    contradicts: reasons.some(({ kind }) => kind === 'contradiction'),
    relations: reasons.length === remarks.length ? [] : remarks.filter((remark) => !isReason(remark)),
    history: first && row.history.length > 0 ? [...bar.history, ...row.history] : bar.history,
    doubt: doubtOf(bar, lang),
    years: `${bar.from}-${bar.to ?? ''}`,
    classes: `${bar.open ? ' open' : ''}${bar.fromEdge ? ' edge' : ''}${bar.standingCode ? ` ${bar.standingCode}` : ''}`.slice(1),
    lite,
    itemHref: lite ? row.href : undefined,
  };
}

function isReason({ kind }: GridRemark): boolean {
  return kind === 'contradiction' || kind === 'acknowledged';
}

function doubtOf({ open, fromEdge }: GridBar, lang: Lang): string {
  if (!open && !fromEdge) return '';
  const words = wordsOf(lang);
  const told = [...(open ? [words.open] : []), ...(fromEdge ? [words.edgeStart] : [])];
  return words.opening + told.join(words.comma) + words.closing;
}

/** Ids of all departments that answer for a row, on pages that can be filtered by them. */
export function leadIds({ answeredBy }: GridRow, { filtersLeads }: ViewOptions): string | undefined {
  if (!filtersLeads || answeredBy.length === 0) return undefined;
  const known = idsOfLeads.get(answeredBy) ?? [...new Set(answeredBy.flatMap(({ within }) => within))].join(' ');
  idsOfLeads.set(answeredBy, known);
  return known;
}

const idsOfLeads = new WeakMap<readonly GridLead[], string>();

import type { GridBar, GridGroup, GridLead, GridRow, OffColumns } from '../../report/document.js';
import { wordsOf } from '../../report/words.js';
import type { Lang } from '../../source/lang.js';
import { type Reading, readingView } from './reading-view.js';

/** What decides how the tables of a page are told. */
export interface ViewOptions {
  lang: Lang;
  /** In short, with links to the pages that tell the rest. */
  lite?: boolean;
  /** Whether the page can be filtered by department. */
  filtersLeads?: boolean;
}

/** The first bar of a row is also read as the row is. */
export interface BarView
  extends Pick<GridBar, 'id' | 'text' | 'period' | 'offColumns' | 'dues' | 'notes' | 'standing' | 'previous' | 'next' | 'context'> {
  reading: Reading;
  /** What does not show in its years: no end is printed, no beginning proved, the table does not reach so far. */
  doubt: string;
  /** Its years for the filter: `2022-2023`, `2022-` where no end is printed. */
  years: string;
  /** `open`, `edge`, how it differs from its columns, and how it stands in a slice. */
  classes: string;
  /** What tells the rest, where it is told in short. */
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
  const both = <T>(own: readonly T[], rows: readonly T[]) => (first && rows.length > 0 ? [...own, ...rows] : own);
  const reading = readingView(
    {
      corrected: bar.corrected,
      period: bar.judged,
      place: first ? row.judged : undefined,
      history: both(bar.history, row.history),
    },
    both(bar.remarks, row.remarks),
    lang,
  );
  // Field by field: V8 is slow to make a copy that grows.
  return {
    id: bar.id,
    text: bar.text,
    period: bar.period,
    offColumns: bar.offColumns,
    dues: bar.dues,
    notes: bar.notes,
    standing: bar.standing,
    previous: bar.previous,
    next: bar.next,
    context: bar.context,
    reading: lite ? { ...reading, about: undefined, history: [] } : reading,
    doubt: doubtOf(bar, lang),
    years: `${bar.from}-${bar.to ?? ''}`,
    classes: classesOf(bar),
    itemHref: lite ? row.href : undefined,
  };
}

function classesOf({ open, fromEdge, offColumns, standingCode }: GridBar): string {
  const off = offColumns ? ` off${offClasses(offColumns)}` : '';
  return `${open ? ' open' : ''}${fromEdge ? ' edge' : ''}${off}${standingCode ? ` ${standingCode}` : ''}`.slice(1);
}

function offClasses({ before, after, outside }: OffColumns): string {
  return `${outside ? ' outside' : ''}${before ? ' cut-start' : ''}${after ? ' cut-end' : ''}`;
}

function doubtOf({ open, fromEdge, offColumns }: GridBar, lang: Lang): string {
  if (!open && !fromEdge && !offColumns) return '';
  const words = wordsOf(lang);
  const told = [...(open ? [words.open] : []), ...(fromEdge ? [words.edgeStart] : [])];
  if (offColumns?.outside) told.push(words.outside);
  if (offColumns?.before || offColumns?.after) told.push(words.beyond);
  return told.length > 0 ? words.opening + told.join(words.comma) + words.closing : '';
}

/** Ids of all departments that answer for a row, or for what a measure holds itself, on pages that can be filtered by them. */
export function leadIds({ answeredBy }: GridRow | GridGroup, { filtersLeads }: ViewOptions): string | undefined {
  if (!filtersLeads || !answeredBy || answeredBy.length === 0) return undefined;
  const known = idsOfLeads.get(answeredBy) ?? [...new Set(answeredBy.flatMap(({ within }) => within))].join(' ');
  idsOfLeads.set(answeredBy, known);
  return known;
}

const idsOfLeads = new WeakMap<readonly GridLead[], string>();

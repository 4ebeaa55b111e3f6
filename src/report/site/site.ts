import type { FiscalYear } from '../../model/fiscal-year.js';
import type { Lang } from '../../source/lang.js';
import type { EditionSeries } from '../../transform/diff/edition-series.js';
import type { ReportChapter, ReportSection } from '../document.js';
import type { KpiLine } from '../kpi-line.js';
import type { ProgressGroup, ReportList } from '../lists.js';
import type { Table } from '../tables/table.js';
import type { Piece, Told } from '../told.js';

/** What pages are told beside the plan itself. */
export interface SiteOptions {
  /** The fiscal year that the overview tells of, where one is asked for. */
  fiscalYear?: FiscalYear;
  /** The name and version of the tool: `roadmap 0.1.0`. */
  tool?: string;
  /** The date of the data: `2026-11-23`. */
  date?: string;
  /** When the edition appeared, for its feed: `2022-06-01T00:00:00+09:00`. */
  updated?: string;
  /** The editions that the plan names, with what became of each item. */
  series?: EditionSeries;
}

/** The static site: what each page says and where it stands. How it looks is the templates' affair. */
export interface Site {
  title: string;
  edition: string;
  lang: Lang;
  /** The notes of the plan itself. */
  notes: string[];
  /** Edition, source, tool: what the plan states and no more. */
  facts: (Omit<Fact, 'value'> & { value: Told })[];
  /** The path of the feed of changes, where there is one. */
  feed?: string;
  navigation: Link[];
  /** What kinds of pages it has. */
  kinds: readonly Page['kind'][];
  /** One page after the other, each made when it is asked for: what a page shows is more than is to be held of all at once. */
  pages(): Iterable<Page>;
  search: SearchEntry[];
}

/** `own`: its text is the tool's own words, not the plan's. */
export interface Link extends Piece {
  href: string;
}

export interface Fact {
  label: string;
  value: string;
  href?: string;
}

/** A text that can be found, folded by NFKC and without spaces, and where it stands. */
export interface SearchEntry {
  text: string;
  folded: string;
  context: string;
  href: string;
}

/** A file with what a page shows: its own, with a table or records, or one that the build writes in any case. */
export interface PageFile {
  path: string;
  table?: Table;
  records?(): object;
}

interface PageBase {
  path: string;
  title: string;
  /** The path of the navigation's entry that it stands under. */
  under: string;
  trail: Link[];
  /** What it shows, as data. */
  files?: PageFile[];
}

export type Page =
  | OverviewPage
  | SectionsPage
  | SectionPage
  | YearsPage
  | YearPage
  | DepartmentsPage
  | DepartmentPage
  | KpisPage
  | DatesPage
  | PromisesPage
  | ReadingPage
  | WholePage
  | DataPage;

export type PageOf<K extends Page['kind']> = Extract<Page, { kind: K }>;

export interface OverviewPage extends PageBase {
  kind: 'overview';
  /** The fiscal year that is told of, and why this one. */
  year: YearNames & { why: string };
  counts: Fact[];
  /** What begins: where its words tell that, what goes into service and the others. */
  starts: { intoService: boolean; rows: Folded<EventLine>; others: EventLine[] };
  ends: Folded<EventLine>;
  due: Folded<DateLine> & { span: string };
  matrix: Matrix;
  kpis: Folded<KpiLine>;
  /** Of when their actuals are, where that is not plain. */
  kpisNote: string;
  honest: Fact[];
}

/** A list, the first of it at once and the rest on demand. */
export interface Folded<T> {
  count: number;
  first: T[];
  rest: T[];
}

/** Something that begins or ends, with its place. */
export interface EventLine {
  text: string;
  href?: string | undefined;
  period: string;
  /** It is told in halves or quarters: more than the year of the page. */
  finer: boolean;
  measure: string;
  /** Who answers for it, in short. */
  lead: Told;
}

export interface YearNames {
  year: number;
  seireki: string;
  wareki: string;
  href: string;
}

/** Sections by years. A bar in the first column is not counted as beginning, one without a printed end not as ending. */
export interface Matrix {
  years: (YearNames & { current: boolean })[];
  width: number;
  /** More years than a page is wide. */
  crowded: boolean;
  chapters: { heading: string; alone: boolean; rows: { heading: string; href: string; cells: MatrixCell[] }[] }[];
}

export interface MatrixCell {
  active: number;
  begins: number;
  ends: number;
  /** The section's rows in the year's page, all or those that begin or end. */
  href: string;
  beginsHref: string;
  endsHref: string;
  /** 0 to 4: how many there are beside the other cells. */
  level: number;
}

/** The promises of every edition, a column an edition. */
export interface PromisesPage extends PageBase {
  kind: 'promises';
  columns: Piece[];
  /** `moved`: it differs from the edition before. */
  rows: { cells: { text: Told; label: string; moved: boolean }[]; href?: string }[];
  empty: string;
}

export interface SectionsPage extends PageBase {
  kind: 'sections';
  chapters: {
    id: string;
    heading: string;
    sections: { id: string; heading: string; href: string; counts: Fact[]; measures: Link[] }[];
  }[];
}

/** What the filters of a page offer. */
export interface Filters {
  years: { value: string; text: string }[];
  standings: { value: string; text: string }[];
  departments: { value: string; text: string }[];
  sections: { value: string; text: string }[];
}

/** The places of a page, to choose from where there are several. */
export interface Contents {
  title: string;
  links: (Link & { depth: number })[];
}

export interface SectionPage extends PageBase {
  kind: 'section';
  section: ReportSection;
  contents: Contents;
  filters: Filters;
  previous?: Link;
  next?: Link;
}

export interface YearsPage extends PageBase {
  kind: 'years';
  rows: (YearNames & { begins: number; ends: number; active: number; dates: number })[];
}

export interface YearPage extends PageBase {
  kind: 'year';
  /** The years for the filter: `2023`, `2022-2023`. */
  range: string;
  /** The years in words, and the department or section that the page is narrowed to. */
  years: string;
  part?: Piece;
  counts: Fact[];
  notes: Told[];
  chapters: ReportChapter[];
  contents: Contents;
  dates: DateLine[];
  kpis: KpiLine[];
  kpisNote: string;
  /** What was reported, by section, and the lists that reports allow. */
  progress: ProgressGroup[];
  lists: ReportList[];
  /** How much of each of these there is, and where on the page: they stand behind the tables. Empty before the first report. */
  reported: { label: Told; value?: string; href?: string }[];
  /** A page of its own for each department or section, where there are any. */
  sheets: { title: string; links: Link[]; folded: boolean };
  filters: Filters;
  previous?: Link;
  next?: Link;
}

export interface DepartmentsPage extends PageBase {
  kind: 'departments';
  tree: DepartmentNode[];
  /** How many of all rows name no department, and where these stand. */
  without: { rows: number; all: number; href: string };
}

export interface DepartmentNode {
  name: string;
  href: string;
  /** Rows that it answers for, those of the departments below it included. */
  rows: number;
  children: DepartmentNode[];
}

export interface DepartmentPage extends PageBase {
  kind: 'department';
  counts: Fact[];
  below: Link[];
  chapters: ReportChapter[];
  filters: Filters;
}

export interface KpisPage extends PageBase {
  kind: 'kpis';
  /** What the letters of the computed standings mean. */
  codes: string;
  rows: KpiLine[];
}

export interface DatesPage extends PageBase {
  kind: 'dates';
  groups: { id: string; heading: string; wareki: string; rows: DateLine[] }[];
}

/** A dated point or a promise of time. */
export interface DateLine {
  id: string;
  when: Told;
  kind: string;
  /** The mark beside it: ▲, ●, ✓, ◎. */
  mark: string;
  text: Told;
  href?: string | undefined;
  measure: string;
  /** Who answers for it, in short and in full. */
  lead: Told;
  leads: string[];
}

export interface ReadingPage extends PageBase {
  kind: 'reading';
  lists: { id: string; heading: string; about: string; open: boolean; groups: { heading: string; rows: ReadingLine[] }[]; count: number }[];
}

export interface ReadingLine {
  text: string;
  href: string;
  measure: string;
  /** The reason, or the period, and what it is. */
  remark: Told;
  label?: string;
}

export interface WholePage extends PageBase {
  kind: 'whole';
  chapters: ReportChapter[];
  contents: Contents;
  filters: Filters;
}

/** The files beside the view; the html format, which writes them, fills them in. */
export interface DataPage extends PageBase {
  kind: 'data';
}

import type { Lang } from '../source/lang.js';
import type { Comparison } from './comparison.js';
import type { Dataset } from './dataset.js';
import type { Feed } from './feed.js';

/** A format-neutral document: what html and md print as grids and lists, and what json and csv write as data. */
export interface Report {
  kind: 'plan' | 'slice' | 'diff';
  /** The stem of its own files: `roadmap`, `slice`, `diff`. */
  name: string;
  title: string;
  /** Smaller words below the title: the edition, the years asked for. */
  subtitle: string;
  lang: Lang;
  notes: string[];
  /** Counts and remarks that stand above the tables. */
  summary: { label: string; value: string }[];
  chapters: ReportChapter[];
  /** Lists beside the grids: dues, milestones, KPIs, what was not reported. */
  lists: ReportList[];
  /** What was reported, by section. */
  progress?: ProgressGroup[];
  /** The same document in parts, one a department or section, where that was asked for. */
  parts?: ReportPart[];
  /** The part of each department, for a sheet of its own. */
  sheets?(): ReportPart[];
  /** What catalogues of data ask for; a comparison is no data set of its own. */
  dataset?(): Dataset;
  /** Of a revision: the 新旧対照表, and its changes as a feed. */
  comparison?: Comparison;
  feed?: Feed;
  /** What the json format writes. */
  data(): unknown;
  /** What the csv format writes, one table a file. */
  tables(): Table[];
}

/** A part of a document that can stand on its own. */
export interface ReportPart extends Required<Pick<Report, 'summary' | 'chapters' | 'lists' | 'progress'>> {
  id: string;
  heading: string;
}

/** The reports on the items of one section. */
export interface ProgressGroup {
  id: string;
  heading: string;
  entries: ProgressEntry[];
}

/** What a department reports for an item in a fiscal year, and what the reviewer makes of it. */
export interface ProgressEntry {
  id: string;
  /** The id of the measure or track, the headings that lead to it, and what its row says; empty for a measure. */
  on: string;
  heading: string;
  row: string[];
  fiscalYear: number;
  status?: string;
  done?: string;
  obstacles?: string;
  next?: string;
  /** Only an address of the web has a `href`. */
  evidence: { text: string; href?: string }[];
  asOf?: string;
  by?: string;
  verdict?: string;
  verdictReason?: string;
  /** KPI figures of the report, in words. */
  actuals: string[];
}

export interface ReportChapter {
  id: string;
  heading: string;
  sections: ReportSection[];
}

export interface ReportSection {
  id: string;
  heading: string;
  notes: string[];
  grid: Grid;
}

/** A table with the years as columns: bars are cells that span them. */
export interface Grid {
  columns: GridColumn[];
  /** Whether any row has things done before, and departments: only then are those columns shown. */
  showCompleted: boolean;
  showLeads: boolean;
  groups: GridGroup[];
}

export interface GridColumn {
  id: string;
  seireki: string;
  wareki: string;
  note?: string;
}

/** A measure with its rows; a heading without rows has none. */
export interface GridGroup {
  id: string;
  heading: string;
  /** 1 for a measure directly below its section. */
  depth: number;
  page?: number;
  corrected?: string;
  judged?: string;
  notes: string[];
  completed: string[];
  leads: string[];
  rows: GridRow[];
}

/** A track, in as many lanes as it needs for its cells not to lie over one another. */
export interface GridRow {
  id: string;
  label?: string;
  judged?: string;
  notes: string[];
  completed: string[];
  leads: string[];
  milestones: { date: string; text: string }[];
  lanes: GridCell[][];
}

export interface GridCell {
  /** Index of its first column, and how many it spans; an empty cell has no bar. */
  from: number;
  span: number;
  bar?: GridBar;
}

export interface GridBar {
  id: string;
  text: string;
  corrected?: string;
  /** The period in words: `2022～2023年度`. */
  period: string;
  /** The same with Japanese years. */
  wareki: string;
  /** No end is printed: the bar goes on. */
  open: boolean;
  judged?: string;
  basisText: boolean;
  dues: string[];
  notes: string[];
  /** In a slice: begins, continues, ends, within. */
  standing?: string;
  previous?: string;
  next?: string;
  /** What its words point to and the slice leaves out. */
  context?: { text: string; period: string }[];
}

export interface ReportList {
  id: string;
  heading: string;
  /** Said instead of rows where there are none. */
  empty: string;
  columns: string[];
  rows: string[][];
}

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'yearmonth' | 'date';

/** A table of plain records: one header row, one value a cell. */
export interface Table {
  /** File name without `.csv`. */
  name: string;
  description: string;
  fields: Field[];
  key?: string[];
  foreignKeys?: { field: string; table: string; reference: string }[];
  rows: (string | number | boolean | null)[][];
}

export interface Field {
  name: string;
  type: FieldType;
  description: string;
  /** A closed list: the code and what it means. */
  codes?: Record<string, string>;
  unit?: string;
  required?: boolean;
}

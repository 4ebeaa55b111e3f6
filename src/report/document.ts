import type { Told } from './told.js';

export interface ReportChapter {
  id: string;
  heading: string;
  sections: ReportSection[];
}

export interface ReportSection {
  id: string;
  heading: string;
  /** The section's page in the site. */
  href?: string;
  counts: { measures: number; tracks: number; phases: number };
  /** Pages of the source, from the first to the last. */
  pages?: [number, number];
  notes: string[];
  /** Targets of the section itself. */
  kpis: GridKpi[];
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
  /** The fiscal year it stands in, of `2023-` the first. */
  fiscalYear: number;
  open: boolean;
  seireki: string;
  wareki: string;
  note?: string;
}

/** A measure with its rows; a heading without rows has none. */
export interface GridGroup {
  id: string;
  /** Its permanent address. */
  href?: string | undefined;
  heading: string;
  /** The printed number alone, and the title without it. */
  number?: string | undefined;
  title: string;
  /** 1 for a measure directly below its section. */
  depth: number;
  corrected?: string | undefined;
  judged?: string | undefined;
  /** The heading as other pages of the source print it. */
  variants: { page: number; text: string }[];
  notes: string[];
  remarks: GridRemark[];
  /** What changed in each edition. */
  history: readonly Told[];
  completed: GridPoint[];
  leads: GridLead[];
  /** The departments that answer for what the measure holds itself; undefined where it holds nothing. */
  answeredBy: GridLead[] | undefined;
  /** Dated points and targets of the measure itself. */
  milestones: GridPoint[];
  kpis: GridKpi[];
  rows: GridRow[];
}

/** A track, in as many lanes as it needs for its cells not to lie over one another. */
export interface GridRow {
  id: string;
  /** Its permanent address. */
  href?: string | undefined;
  label?: string | undefined;
  judged?: string | undefined;
  notes: string[];
  remarks: GridRemark[];
  history: readonly Told[];
  completed: GridPoint[];
  leads: GridLead[];
  /** The departments that answer for it, its own or those of the measures around. */
  answeredBy: GridLead[];
  milestones: GridPoint[];
  kpis: GridKpi[];
  lanes: GridCell[][];
}

/** A target with how far it is, in words. */
export interface GridKpi {
  name: string;
  href?: string | undefined;
  target: Told;
  /** Empty where none is printed. */
  base: Told;
  actual: Told;
  /** False where no actual was ever reported. */
  reported: boolean;
}

export interface GridLead {
  id: string;
  name: string;
  /** The ids of the department and of those above it. */
  within: string[];
}

/** A dated point; where it has a date inside the table, `column` and `place` say where it stands. */
export interface GridPoint {
  id: string;
  /** Its date in the reader's language; empty where none is printed. */
  when: string;
  text: string;
  /** Where the middle of its month stands: in which column, and how far into it, from 0 to 1. */
  column?: number;
  place?: number;
  /** Dated before or after the years of the table. */
  outside?: 'before' | 'after';
}

/** Something said of an item: a contradiction that was acknowledged, a relation to another item, or its number elsewhere, by the author's name for it. */
export interface GridRemark {
  kind: 'contradiction' | 'acknowledged' | 'same' | 'needs' | 'see' | 'number';
  label: string;
  /** The label is the author's, and none of the tool's words. */
  named?: true;
  text: string;
  href?: string | undefined;
}

export interface GridCell {
  /** Index of its first column, and how many it spans; an empty cell has no bar. */
  from: number;
  span: number;
  bar?: GridBar;
  /** Where a bar of the row stood in an earlier edition. */
  ghost?: GridGhost;
}

/** The earlier period of a bar that has moved. */
export interface GridGhost {
  /** As that edition printed it. */
  text: string;
  /** `令和3年12月では2022年度`. */
  past: Told;
}

/** How a period differs from the columns that its bar stands in. */
export interface OffColumns {
  /** It reaches out of the table: begins before it, or goes on after it. */
  before: boolean;
  after: boolean;
  /** It lies outside the table as a whole, and stands at its edge. */
  outside: boolean;
  /** Where it begins and ends, in columns from the left. */
  from: number;
  to: number;
}

export interface GridBar {
  id: string;
  text: string;
  corrected?: string | undefined;
  /** The period in words: `2022～2023年度`. */
  period: string;
  /** The first and the last fiscal year; null where no end is printed. */
  from: number;
  to: number | null;
  /** No end is printed: the bar goes on. */
  open: boolean;
  /** It stands in the first column, which proves no beginning. */
  fromEdge: boolean;
  /** Where its period is not just that of its columns. */
  offColumns?: OffColumns | undefined;
  judged?: string | undefined;
  basisText: boolean;
  dues: string[];
  notes: string[];
  remarks: GridRemark[];
  history: readonly Told[];
  /** In a slice: begins, continues, ends, within. */
  standing?: string | undefined;
  standingCode?: string | undefined;
  previous?: string | undefined;
  next?: string | undefined;
  /** What its words point to and the slice leaves out. */
  context?: { text: string; period: string }[] | undefined;
}

import type { Told } from './told.js';

export interface ReportList {
  id: string;
  heading: string;
  /** Said instead of rows where there are none. */
  empty: string;
  columns: string[];
  /** What is a string is a plan's, or a figure. */
  rows: (string | Told)[][];
  /** Where the rows lead, and the column whose words lead there. */
  links?: { column: number; hrefs: (string | undefined)[] };
}

/** The reports on the items of one section. */
export interface ProgressGroup {
  heading: string;
  entries: ProgressEntry[];
}

/** What a department reports for an item in a fiscal year, and what the reviewer makes of it. */
export interface ProgressEntry {
  id: string;
  /** The address of the item that it is on, where that has one. */
  href?: string;
  /** The headings that lead to the item, and what its row says; empty for a measure. */
  heading: string;
  row: string[];
  /** Its fiscal year in words, where it stands among those of others. */
  year?: string;
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
  actuals: Told[];
  /** Where the department itself says that KPIs stand. */
  declared: Told[];
}

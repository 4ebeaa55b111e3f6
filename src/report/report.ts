import type { Lang } from '../source/lang.js';
import type { Dataset } from './dataset.js';
import type { ReportChapter } from './document.js';
import type { ProgressGroup, ReportList } from './lists.js';
import type { Comparison } from './revision/comparison.js';
import type { Feed } from './revision/feed.js';
import type { Site } from './site/site.js';
import type { Table } from './tables/table.js';

/** A format-neutral document: what html and md print as grids and lists, and what json and csv write as data. */
export interface Report {
  /** The stem of its own files: `roadmap`, `slice`, `diff`. */
  name: string;
  title: string;
  /** Smaller words below the title: the edition, the years asked for. */
  subtitle: string;
  /** Of the tool's words. */
  lang: Lang;
  /** Of the plan's own texts, as a tag of BCP 47: Japanese where the plan does not say another one. */
  language: string;
  notes: string[];
  /** Counts and remarks that stand above the tables. */
  summary: { label: string; value: string }[];
  chapters(): ReportChapter[];
  /** Lists beside the grids: dues, milestones, KPIs, what was not reported. */
  lists(): ReportList[];
  /** What was reported, by section. */
  progress?: ProgressGroup[];
  /** The same document in parts, one a department or section, where that was asked for. */
  parts?: ReportPart[];
  /** What catalogues of data ask for; a comparison is no data set of its own. */
  dataset?(): Dataset;
  /** Of a revision: the 新旧対照表, and its changes as a feed. */
  comparison?: Comparison;
  /** Of a plan that names the edition before: what changed since. */
  revision?(): Report;
  feed?: Feed;
  /** The pages of the static site that the html format writes; a revision has its one comparison in their place. */
  site?(): Site;
  /** What the json format writes. */
  data(): object;
  /** What the csv format writes, one table a file. */
  tables(): Table[];
}

/** A part of a document that can stand on its own. */
export interface ReportPart extends Required<Pick<Report, 'summary' | 'chapters' | 'lists' | 'progress'>> {
  heading: string;
}

import type { Location } from '../source/location.js';
import type { Due } from './dates.js';
import type { FiscalYear, Month } from './fiscal-year.js';
import type { IdIndex } from './id-index.js';
import type { Column, Period } from './period.js';

/** A compiled plan with all its parts bound to one another. Lists are in document order. */
export interface Roadmap {
  plan: Plan;
  chapters: Chapter[];
  departments: Department[];
  reports: ProgressReport[];
  checks: WordingCheck[];
  /** Every thing that has an id, by id. */
  byId: IdIndex<Entity>;
  /** False when a part was left out because its shape is wrong: what is missing then proves nothing. */
  complete: boolean;
  /** YAML files of the plan's folder that no chapter lists, by path. */
  unlisted: Location[];
  /** Whether all files that the chapters list are there: else a name in the list may be that of an unlisted one, miswritten. */
  allListedFound: boolean;
  /** The codes of the rules whose findings say that the document does not agree with itself. */
  contradictions: ReadonlySet<string>;
}

/** The findings that the author knows of and leaves, by code: a reason, or one for each where there are several. */
export type Allow = Readonly<Record<string, string | readonly string[]>>;

/** What every entity of the model carries. */
interface Base {
  location: Location;
  /** Acknowledged findings: the rule's code and the author's reasons. */
  allow: Allow;
}

/** The whole document: title, edition, the window of fiscal years it shows. */
export interface Plan extends Base {
  kind: 'plan';
  id: string;
  title: string;
  edition: string;
  window: Period;
  notes: readonly Note[];
  /** What the plan says of itself and of its source, for the page and for catalogues; only what is stated. */
  about: PlanAbout;
  rules: Readonly<Record<string, RuleSetting>>;
  vocabulary: Vocabulary;
  editions: EditionReference[];
}

export interface PlanAbout {
  source?: { title: string; edition?: string; url?: string; pages?: number; note?: string };
  description?: string;
  publisher?: string;
  contact?: string;
  licence?: string;
  licenceUrl?: string;
  frequency?: string;
  spatial?: string;
  language?: string;
  url?: string;
  tags?: string[];
}

/** How severe a rule's findings are in this plan, and the rule's own options. */
export interface RuleSetting {
  severity?: 'error' | 'warning' | 'info' | 'off';
  options?: Readonly<Record<string, string | readonly string[]>>;
  location: Location;
}

/** An earlier edition that the plan names: a folder beside the plan, or a git revision `REV:DIR`. */
export interface EditionReference {
  edition?: string;
  from: string;
  location: Location;
}

/** The words that the ministry and the reviewer may use for where a thing stands. */
export interface Vocabulary {
  name: string;
  status: VocabularyTerm[];
  verdict: VocabularyTerm[];
}

export interface VocabularyTerm {
  term: string;
  /** What the word says of the work: finished, on its way, not begun, or nothing of that kind. */
  means: 'done' | 'doing' | 'todo' | 'dropped' | 'none';
}

/** A top heading; the My Number card sub-roadmap is a chapter of its own. */
export interface Chapter extends Base {
  kind: 'chapter';
  id: string;
  number?: string;
  title: string;
  sections: Section[];
}

/** A numbered heading below a chapter; one YAML file each. */
export interface Section extends Base {
  kind: 'section';
  id: string;
  /** The file's path as loaded. */
  file: string;
  number?: string;
  title: string;
  page?: number;
  columns: Column[];
  notes: readonly Note[];
  related: readonly Relation[];
  refs: Readonly<Record<string, string>>;
  kpis: readonly Kpi[];
  /** All measures of the section, parents before their children. */
  measures: Measure[];
  chapter: Chapter;
}

/*
 * Measures, tracks, phases and milestones are many: each has all of its fields, also those that say nothing, since V8 reads what has one form
 * several times as quickly as what has many.
 */

/** What measures and tracks have in common. */
export interface Item extends Base {
  id: string;
  /** Page of the source, from 1; inherited from the measure around. */
  page: number | undefined;
  /** The item's own departments; those that answer for it in the end are `leadsOf`. */
  leads: Department[];
  refs: Readonly<Record<string, string>>;
  /** Why it stands under its heading, where that was a judgement. */
  judged: string | undefined;
  notes: readonly Note[];
  related: readonly Relation[];
  completed: readonly Milestone[];
  milestones: readonly Milestone[];
  kpis: readonly Kpi[];
  was: string | undefined;
  from: readonly string[];
  /** 変更理由: why this edition changed it. */
  changed: string | undefined;
}

/** A heading below a section; measures nest. */
export interface Measure extends Item {
  kind: 'measure';
  number: string | undefined;
  title: string;
  corrected: string | undefined;
  /** The heading as other pages print it. */
  variants: readonly { page: number; text: string; location: Location }[];
  section: Section;
  parent: Measure | undefined;
  children: Measure[];
  /** 1 for a measure directly below its section. */
  depth: number;
  tracks: Track[];
}

/** A row of the table: phases that follow one another. */
export interface Track extends Item {
  kind: 'track';
  label: string | undefined;
  measure: Measure;
  phases: Phase[];
}

/** What a beginning or an end rests on; `edge`: the first or last column, which proves neither. */
export type Basis = 'column' | 'edge' | 'text' | 'judged';

/** One bar: a text and the months it spans. One that ends before it begins is a finding (`phase-order`), and is there all the same. */
export interface Phase extends Base {
  kind: 'phase';
  id: string;
  /** As printed. */
  text: string;
  corrected: string | undefined;
  period: Period;
  /** The period as the author wrote it. */
  written: string;
  startBasis: Basis;
  endBasis: Basis;
  reason: string | undefined;
  /** The last fiscal year it is drawn in. */
  shownToFy: FiscalYear;
  /** The id of the first of a series: one phase that is printed once in each of its years. */
  series: string | undefined;
  dues: readonly PhaseDue[];
  notes: readonly Note[];
  related: readonly Relation[];
  was: string | undefined;
  from: readonly string[];
  changed: string | undefined;
  track: Track;
}

/** A promise of time in a phase's text or in its notes. */
export interface PhaseDue extends Due {
  location: Location;
}

/** A dated point, or a thing already done. */
export interface Milestone extends Base {
  kind: 'milestone';
  id: string;
  text: string;
  /** `2021-10` or `2021-10-05`; undefined where no date is printed. */
  date: string | undefined;
  month: Month | undefined;
  completed: boolean;
  on: Measure | Track;
}

/** A footnote, kept with what it explains. */
export interface Note {
  text: string;
  /** The column it explains, for the notes of a table's heading. */
  column?: Period;
  location: Location;
}

/** ministry, bureau, division. */
export interface Department extends Base {
  kind: 'department';
  id: string;
  name: string;
  /** The names from the ministry inwards in one run: 厚生労働省保険局医療介護連携政策課. */
  fullName: string;
  parent?: Department;
  was?: string;
  from: readonly string[];
}

/** A figure to be reached. Values are numbers without unit. */
export interface Kpi extends Base {
  kind: 'kpi';
  id: string;
  name: string;
  unit: string;
  /** The target's words as printed. */
  printed?: string;
  target: KpiTarget;
  /** A figure with its date, or only the words of a base for which no figure is printed. */
  base?: { date?: string; value?: number; text?: string };
  actuals: { date: string; value: number; location: Location }[];
  better: 'more' | 'less';
  /** Before this date it is not yet to be measured. */
  measureFrom?: string;
  /** The standing that the department itself declares: the plan's own words, and those of the reports by fiscal year and what they are on. */
  declared?: string;
  declarations: { fy: FiscalYear; on: Track | Measure; standing: string }[];
  asOf?: string;
  notes: readonly Note[];
  was?: string;
  from: readonly string[];
  changed?: string;
  on: Measure | Track | Section;
}

export interface KpiTarget {
  value: number | null;
  /** The fiscal year of the target; null where the source gives none. */
  fy: FiscalYear | null;
  /** Named but not yet set: the fiscal year in which it is to be set, or null. */
  undetermined?: { setIn: FiscalYear | null };
}

export type RelationKind = 'same' | 'needs' | 'see';

export interface Relation {
  kind: RelationKind;
  to: string;
  target: Entity;
  location: Location;
}

/** What a department reports for a track or a measure in a fiscal year, and what the reviewer makes of it. */
export interface ProgressReport extends Base {
  kind: 'report';
  fy: FiscalYear;
  on: Track | Measure;
  status?: string;
  done?: string;
  obstacles?: string;
  next?: string;
  evidence: string[];
  asOf?: string;
  by?: Department;
  verdict?: string;
  verdictReason?: string;
  actuals: { kpi: Kpi; date: string; value: number; location: Location }[];
  /** Where the department itself says that KPIs stand. */
  declared: { kpi: Kpi; standing: string }[];
}

/** What a department answers when it is asked to read the wording of an item in one edition. */
export interface WordingCheck extends Base {
  kind: 'check';
  fy: FiscalYear;
  on: Track | Measure;
  edition: string;
  result?: string;
  comment?: string;
  /** Of the words that were read; without one it holds for its whole edition. */
  hash?: string;
  by?: Department;
}

export type Entity = Plan | Chapter | Section | Measure | Track | Phase | Kpi | Department;

import { createHash } from 'node:crypto';
import type { Bilingual } from '../diagnostics/diagnostic.js';
import type { Draft } from '../edit/draft.js';
import type { FiscalYear } from '../model/fiscal-year.js';
import type { Department, Kpi, Measure, Phase, Roadmap, Section, Track } from '../model/roadmap.js';
import { isWithin, leadsOf } from '../model/walk.js';
import type { Reading } from './read-text.js';
import type { sheetKinds } from './sheet-kinds.js';

/*
 *   roadmap ── plan a sheet ──▶ Sheet ── lay out ──▶ workbook ── xlsx ──▶ file
 *   file ── xlsx ──▶ workbook ── read answers (held against the Sheet as it is now) ──▶ answers and faults ── changes ──▶ YAML
 */

/** One of the questions that a department can be asked. */
export interface SheetKind {
  name: keyof typeof sheetKinds;
  /** The sheet's title and the name of its data sheet. */
  title: string;
  /** Whether the answers belong to a fiscal year. */
  yearly: boolean;
  /** What the department is asked to do: the first paragraph of the instructions. */
  task: string;
  columns(roadmap: Roadmap, fy: FiscalYear): Column[];
  rows(roadmap: Roadmap, fy: FiscalYear, chosen: Chosen): Row[];
  /** Puts the answers into the plan's files. */
  apply(answered: readonly AnsweredRow[], target: Target): void;
  /** What is wrong with a row's answers taken together; what is only advice is not refused. */
  check(answered: AnsweredRow, asked: Asked): RowFault[];
  /** The column with what the department has to say to those who gather the answers. */
  opinion?: string;
  /** The columns that reword the plan, by the words for them in a draft with its old words struck out. */
  revises?: Readonly<Record<string, string>>;
  /** What has to follow once the answers are in: called with the plan before and after. */
  settle?(before: Roadmap, after: Roadmap, draft: Draft): void;
}

export interface RowFault {
  /** The column. */
  key: string;
  message: Bilingual;
  help?: Bilingual;
  advice?: boolean;
}

/** Whether the sheet is for an item; a section as a whole has no lead. */
export type Chosen = (item: Track | Measure | Section) => boolean;

export interface Column {
  key: string;
  header: string;
  /** In characters of half width. */
  width: number;
  /** `shown` cells are locked; of the `answer` cells those are open that a row asks for. */
  role: 'id' | 'shown' | 'answer' | 'edition' | 'hash';
  /** How to answer, for the instructions and beside the cell. */
  help?: string;
  /** The only values there are. */
  choices?: readonly string[];
  /** Whether the answer may not be cleared. */
  required?: boolean;
  read?(text: string, row: Row): Reading;
}

export interface Row {
  id: string;
  subject: Track | Measure | Kpi | Phase;
  /** What stands in its cells, by column. */
  values: Readonly<Record<string, string>>;
  /** The columns that are asked of it. */
  open: readonly string[];
}

/** A sheet as data: what it shows, and what it asks. */
export interface Sheet {
  kind: SheetKind;
  plan: { id: string; title: string; edition: string };
  fy: FiscalYear;
  lead: Lead;
  columns: Column[];
  rows: Row[];
}

/** For whom a sheet is: departments with all below them, or the items that name none. */
export interface Lead {
  /** Ids of departments joined by commas; `none` for the items that name none. */
  id: string;
  name: string;
  departments: readonly Department[];
}

/** A row's answers by column; null clears. */
export interface AnsweredRow {
  row: Row;
  answers: ReadonlyMap<string, string | null>;
  /** Who answers: for whom the sheet is. */
  lead: Lead;
}

/** What a sheet was made from: the plan, and the year that it is for. */
export interface Asked {
  roadmap: Roadmap;
  fy: FiscalYear;
}

/** The plan that answers go into. */
export interface Target extends Asked {
  draft: Draft;
}

/** Stands for the departments of what names none. */
export const withoutLead: Lead = { id: 'none', name: '担当の記載がない項目', departments: [] };

/** The sheet that a department is sent. */
export function planSheet(roadmap: Roadmap, kind: SheetKind, fy: FiscalYear, lead: Lead): Sheet {
  const { id, title, edition } = roadmap.plan;
  const chosen: Chosen = (item) => {
    const leads = item.kind === 'section' ? [] : leadsOf(item);
    return lead.departments.length === 0
      ? leads.length === 0
      : leads.some((one) => lead.departments.some((wanted) => isWithin(one, wanted)));
  };
  return {
    kind,
    plan: { id, title, edition },
    fy,
    lead,
    columns: [
      { key: 'id', header: 'ID', width: 15, role: 'id' },
      ...kind.columns(roadmap, fy),
      { key: 'edition', header: '版', width: 11, role: 'edition' },
      { key: 'hash', header: '照合', width: 13, role: 'hash' },
    ],
    rows: kind.rows(roadmap, fy, chosen),
  };
}

/** The ministries in the order of departments.yaml, and at the end those items that name none. A sheet may hold nothing for some of them. */
export function leadsOfPlan(roadmap: Roadmap): Lead[] {
  return [...roadmap.departments.filter(({ parent }) => !parent).map((department) => leadOf([department])), withoutLead];
}

export function leadOf(departments: readonly Department[]): Lead {
  return { id: departments.map(({ id }) => id).join(','), name: departments.map(({ fullName }) => fullName).join('、'), departments };
}

/**
 * Two parts: what a row shows, and what stands in its open cells. The first tells whether a locked cell or the item has changed, the second
 * whether the department has answered, and whether somebody else has.
 */
export function rowHash(
  sheet: Pick<Sheet, 'columns'>,
  { id, open }: Pick<Row, 'id' | 'open'>,
  values: Readonly<Record<string, string>>,
): string {
  const shown = sheet.columns.filter(({ role, key }) => role === 'shown' || (role === 'answer' && !open.includes(key)));
  return `${textHash([id, ...shown.map(({ key }) => plain(values[key] ?? ''))])}-${textHash(open.map((key) => values[key] ?? ''))}`;
}

/** A text without the differences that spreadsheet programs make: spaces and line breaks. */
export function plain(text: string): string {
  return text.normalize('NFC').replace(/\s/gu, '');
}

/** A short sign of texts, by which a change of one of them is told. */
export function textHash(values: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 10);
}

import { seirekiFiscalYear, warekiFiscalYear } from '../model/fiscal-year.js';
import { seirekiPeriod } from '../model/period.js';
import { heading } from '../model/walk.js';
import type { Lang } from '../source/lang.js';
import type { FiscalYears, PassedTerm, Slice } from '../transform/slice-roadmap.js';
import { chaptersOf, kpiList } from './plan-report.js';
import { dueRecord, kpiRecord, milestoneRecord, phaseRecord, recordsOf, schemaVersion } from './records.js';
import type { Report, ReportList, Table } from './report.js';
import { column, tablesOf } from './tables.js';
import { type Words, wordsOf } from './words.js';

/** One fiscal year of a plan, or a range of them, as a document. */
export function sliceReport(slice: Slice, lang: Lang): Report {
  const words = wordsOf(lang);
  const { roadmap, fiscalYears, phases } = slice;
  const byPhase = new Map(phases.map((sliced) => [sliced.phase, sliced]));
  const count = (standing: string) => phases.filter((sliced) => sliced.standing === standing).length;
  const chapters = chaptersOf(roadmap, {
    shows: (phase) => byPhase.has(phase),
    prune: true,
    extras: (phase) => {
      const sliced = byPhase.get(phase);
      if (!sliced) return {};
      const { standing, previous, next } = sliced;
      return { standing: words[standing], ...(previous && { previous: previous.text }), ...(next && { next: next.text }) };
    },
  });
  return {
    kind: 'slice',
    name: 'slice',
    title: `${roadmap.plan.title} ${yearsInWords(fiscalYears)}`,
    subtitle: roadmap.plan.edition,
    lang,
    notes: slice.hasReports ? [] : [words.noReports],
    summary: (['begins', 'continues', 'ends', 'within'] as const).map((standing) => ({
      label: words[standing],
      value: String(count(standing)),
    })),
    chapters: chapters
      .map((chapter) => ({ ...chapter, sections: chapter.sections.filter(({ grid }) => grid.groups.length > 0) }))
      .filter(({ sections }) => sections.length > 0),
    lists: [
      listOfDues(slice, words),
      listOfMilestones(slice, words),
      kpiList(
        slice.kpis.map(({ kpi }) => kpi),
        words,
      ),
      ...(slice.hasReports
        ? [passedList('unreported', words.unreported, slice.unreported, words), passedList('overdue', words.overdue, slice.overdue, words)]
        : []),
    ],
    data: () => sliceRecords(slice),
    tables: () => sliceTables(slice),
  };
}

/** `2023年度（令和5年度）`, `2022～2023年度（令和4年度～令和5年度）`. */
export function yearsInWords([first, last]: FiscalYears): string {
  if (first === last) return `${seirekiFiscalYear(first)}（${warekiFiscalYear(first)}）`;
  return `${first}～${seirekiFiscalYear(last)}（${warekiFiscalYear(first)}～${warekiFiscalYear(last)}）`;
}

/** The content of slice.json. */
export function sliceRecords(slice: Slice) {
  const passed = ({ phase, due, fiscalYear, report }: PassedTerm) => ({
    phase: phase.id,
    text: phase.text,
    ...(due ? { due: due.text } : {}),
    fy: fiscalYear,
    track: phase.track.id,
    ...(report && { status: report.status ?? null, reportedFy: report.fy }),
  });
  return {
    schemaVersion,
    plan: { id: slice.roadmap.plan.id, title: slice.roadmap.plan.title, edition: slice.roadmap.plan.edition },
    fiscalYears: [...slice.fiscalYears],
    phases: slice.phases.map(({ phase, standing, previous, next }) => ({
      ...phaseRecord(phase),
      standing,
      previous: previous?.text ?? null,
      next: next?.text ?? null,
    })),
    milestones: slice.milestones.map(milestoneRecord),
    dues: slice.dues.map(({ phase, due }) => ({ ...dueRecord(phase, due, phase.dues.indexOf(due)), phaseText: phase.text })),
    kpis: slice.kpis.map(({ kpi, standing }) => ({ ...kpiRecord(kpi), ...standing })),
    unreported: slice.unreported.map(passed),
    overdue: slice.overdue.map(passed),
  };
}

const standingCodes = {
  begins: '範囲の中で始まり、その後も続く',
  continues: '範囲の前に始まり、その後も続く',
  ends: '範囲の前に始まり、範囲の中で終わる',
  within: '範囲の中で始まり終わる',
};

/** The tables of the plan, with the rows that the slice holds; phases also say how they stand. */
function sliceTables(slice: Slice): Table[] {
  const ids = {
    phases: new Set(slice.phases.map(({ phase }) => phase.id)),
    milestones: new Set(slice.milestones.map(({ id }) => id)),
    kpis: new Set(slice.kpis.map(({ kpi }) => kpi.id)),
    dues: new Set(slice.dues.map(({ phase, due }) => `${phase.id}.due${phase.dues.indexOf(due) + 1}`)),
  };
  const all = recordsOf(slice.roadmap);
  const standing = new Map(slice.phases.map((sliced) => [sliced.phase.id, sliced]));
  const records = {
    ...all,
    phases: all.phases.filter(({ id }) => ids.phases.has(id)),
    milestones: all.milestones.filter(({ id }) => ids.milestones.has(id)),
    kpis: all.kpis.filter(({ id }) => ids.kpis.has(id)),
    dues: all.dues.filter(({ id }) => ids.dues.has(id)),
  };
  return tablesOf(slice.roadmap, records).map((table) => {
    if (table.name === 'dues') return { ...table, foreignKeys: [] };
    if (table.name !== 'phases') return table;
    const field = column('standing', 'string', 'この範囲での位置', () => null, { codes: standingCodes, required: true });
    const { value: _, ...standingField } = field;
    return {
      ...table,
      fields: [...table.fields, standingField],
      rows: table.rows.map((row, index) => [...row, standing.get(records.phases[index]?.id ?? '')?.standing ?? null]),
    };
  });
}

function listOfDues({ dues }: Slice, words: Words): ReportList {
  return {
    id: 'dues',
    heading: words.dues,
    empty: words.nothing,
    columns: [words.due, words.text, words.period, words.section],
    rows: dues.map(({ phase, due }) => [due.text, phase.text, seirekiPeriod(phase.period), heading(phase.track.measure.section)]),
  };
}

function listOfMilestones({ milestones }: Slice, words: Words): ReportList {
  return {
    id: 'milestones',
    heading: words.milestones,
    empty: words.nothing,
    columns: [words.date, words.text, words.measure],
    rows: milestones.map(({ date, text, on }) => [date ?? '', text, heading(on.kind === 'track' ? on.measure : on)]),
  };
}

function passedList(id: string, title: string, terms: readonly PassedTerm[], words: Words): ReportList {
  return {
    id,
    heading: title,
    empty: words.nothing,
    columns: [words.period, words.text, words.section],
    rows: terms.map(({ phase, due, fiscalYear }) => [due?.text ?? `${fiscalYear}年度`, phase.text, heading(phase.track.measure.section)]),
  };
}

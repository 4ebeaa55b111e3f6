import { dueFiscalYear } from '../../model/dates.js';
import { endFy, startFy } from '../../model/period.js';
import { kpisOf } from '../../model/walk.js';
import type { PassedTerm, Slice } from '../../transform/slice-roadmap.js';
import { dueId } from '../part-ids.js';
import { kpiRecord, type Records, recordsOf } from '../records.js';
import { column, headingColumns, leadColumns, planColumns } from './columns.js';
import { table } from './lay-out.js';
import { tablesOf } from './plan-tables.js';
import type { Field, Table } from './table.js';

export const sliceStandingCodes = {
  begins:
    '範囲の中で始まり、その後も続く（表の最初の列にあるものを含む。そこで start_basis が edge か judged なら、それより前に始まっていることがある）',
  continues: '範囲の前に始まり、その後も続く',
  ends: '範囲の前に始まり、範囲の中で終わる',
  within: '範囲の中で始まり終わる（表の最初の列にあるものを含む）',
};
const outcomeCodes = { unreported: '報告なし', overdue: '終わっていないという報告がある' };

/**
 * The tables of the plan with the rows that the slice holds; phases and KPIs also say how they stand, and what was due before stands apart. KPIs
 * are those whose target is of these years or to be set in them. Notes are of what is in the slice, relations between two things that are;
 * sections, measures, rows and departments are those of the whole plan.
 */
export function sliceTables(slice: Slice, all: Records = recordsOf(slice.roadmap), wants: (name: string) => boolean = () => true): Table[] {
  const phases = new Map(slice.phases.map((sliced) => [sliced.phase.id, sliced.standing]));
  const kpis = new Map(slice.kpis.map(({ kpi, standing }) => [kpi.id, standing]));
  const toSet = new Set(slice.targetsToSet.map(({ id }) => id));
  const held = {
    milestones: new Set(slice.milestones.map(({ id }) => id)),
    dues: new Set(slice.dues.map(({ phase, due }) => dueId(phase, due))),
    reports: new Set(slice.reports.map(({ on, fy }) => `${on.id}.${fy}`)),
  };
  const isHere = (id: string) => {
    const kind = slice.roadmap.byId.get(id)?.kind;
    return kind === 'phase' ? phases.has(id) : kind !== 'kpi' || kpis.has(id) || toSet.has(id);
  };
  const records: Records = {
    ...all,
    phases: all.phases.filter(({ id }) => phases.has(id)),
    milestones: all.milestones.filter(({ id }) => held.milestones.has(id)),
    kpis: kpisOf(slice.roadmap)
      .filter(({ id }) => isHere(id))
      .map((kpi) => kpiRecord(kpi, slice.fiscalYears[1])),
    dues: all.dues.filter(({ id }) => held.dues.has(id)),
    notes: all.notes.filter(({ on }) => isHere(on)),
    relations: all.relations.filter(({ from, to }) => isHere(from) && isHere(to)),
    ...(all.reports && { reports: all.reports.filter(({ on, fy }) => held.reports.has(`${on}.${fy}`)) }),
  };
  const found = tablesOf(slice.roadmap, records).filter(({ name }) => wants(name));
  const tables = found.map((one) => {
    // What falls due in the slice may stand in a phase outside it.
    if (one.name === 'dues') return { ...one, foreignKeys: [] };
    if (one.name === 'phases')
      return widen(
        // The first of a series may lie before the slice.
        { ...one, foreignKeys: one.foreignKeys?.filter(({ field }) => field !== 'series_id') ?? [] },
        { name: 'standing', type: 'string', description: 'この範囲での位置', codes: sliceStandingCodes, required: true },
        (row) => phases.get(records.phases[row]?.id ?? ''),
      );
    if (one.name !== 'kpis') return one;
    const share = (field: 'progress' | 'elapsed') => (row: number) => {
      const value = kpis.get(records.kpis[row]?.id ?? '')?.[field];
      return value === undefined ? null : Math.round(value * 10_000) / 10_000;
    };
    return widen(
      widen(one, { name: 'progress_ratio', type: 'number', description: '目標までの進み（基準値が0、目標値が1）' }, share('progress')),
      { name: 'elapsed_ratio', type: 'number', description: '時間の経過（基準の日が0、目標の年度の終わりが1）' },
      share('elapsed'),
    );
  });
  return slice.hasReports && wants('passed_terms') ? [...tables, passedTable(slice, all)] : tables;
}

function widen(one: Table, field: Field, value: (row: number) => string | number | null | undefined): Table {
  return { ...one, fields: [...one.fields, field], rows: () => one.rows().map((row, index) => [...row, value(index) ?? null]) };
}

/**
 * What was due before and is not reported, or reported as not done: a row a printed end or promise. Most of their phases lie before the slice, so
 * each row says for itself what and where it is.
 */
function passedTable({ roadmap, unreported, overdue }: Slice, records: Records): Table {
  const rows = [...unreported.flatMap((term) => termRows(term, 'unreported')), ...overdue.flatMap((term) => termRows(term, 'overdue'))];
  return table<(typeof rows)[number]>(
    'passed_terms',
    '範囲の前に期限の来たもののうち、報告のないものと、終わっていないという報告のあるもの。1行が期限一つ',
    [
      ...planColumns(records),
      column('phase_id', 'string', '工程のID。範囲の前の工程は phases.csv にない', ({ phase }) => phase.id, { required: true }),
      column('track_id', 'string', '取組の行のID', ({ phase }) => phase.track.id, { required: true }),
      column('section_id', 'string', '節のID', ({ phase }) => phase.track.measure.section.id, { required: true }),
      column('section_name', 'string', '節の題', ({ phase }) => phase.track.measure.section.title, { required: true }),
      column('measure_id', 'string', '施策のID', ({ phase }) => phase.track.measure.id, { required: true }),
      ...headingColumns<(typeof rows)[number]>(roadmap, ({ phase }) => phase.track.measure),
      column('track_label', 'string', '行の小見出し', ({ phase }) => phase.track.label),
      column('text', 'string', '工程の本文。印字のとおり', ({ phase }) => phase.text, { required: true }),
      column('start_fiscal_year', 'integer', '工程の始まりの年度（西暦）', ({ phase }) => startFy(phase.period), { required: true }),
      column('end_fiscal_year', 'integer', '工程の終わりの年度（西暦）。終わりの印字がなければ空', ({ phase }) => endFy(phase.period)),
      column('outcome', 'string', '報告の有無', ({ outcome }) => outcome, { codes: outcomeCodes, required: true }),
      column('kind', 'string', '期限の種類', ({ kind }) => kind, {
        codes: { end: '工程の終わり', due: '本文にある期限' },
        required: true,
      }),
      column('due_text', 'string', '本文にある期限。印字のとおり', ({ due }) => due),
      column('fiscal_year', 'integer', '期限の来た年度（西暦）', ({ fy }) => fy, { required: true }),
      column('status', 'string', '報告された状況', ({ status }) => status),
      column('reported_fiscal_year', 'integer', '報告の年度（西暦）', ({ reportedFy }) => reportedFy),
      ...leadColumns<(typeof rows)[number]>(roadmap, ({ phase }) => phase.track),
    ],
    rows,
    undefined,
    [
      ['track_id', 'tracks', 'track_id'],
      ['section_id', 'sections', 'section_id'],
      ['measure_id', 'measures', 'measure_id'],
    ],
  );
}

function termRows({ phase, end, dues, report }: PassedTerm, outcome: keyof typeof outcomeCodes) {
  const base = { phase, outcome, status: report?.status, reportedFy: report?.fy };
  return [
    ...(end === undefined ? [] : [{ ...base, kind: 'end', due: undefined, fy: end }]),
    ...dues.map((due) => ({ ...base, kind: 'due', due: due.text, fy: dueFiscalYear(due) })),
  ];
}

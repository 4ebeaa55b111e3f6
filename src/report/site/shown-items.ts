import { dueFiscalYear } from '../../model/dates.js';
import { type FiscalYear, fiscalYearOf, formatMonth, type Month } from '../../model/fiscal-year.js';
import { endFy, startFy } from '../../model/period.js';
import type { Kpi, Measure, Milestone, Note, Phase, PhaseDue, Roadmap, Section, Track } from '../../model/roadmap.js';
import { promisesOf } from '../../model/series.js';
import { heading, measureOf } from '../../model/walk.js';
import type { GridKpi, GridRow, ReportChapter } from '../document.js';
import { dueId, noteId } from '../part-ids.js';
import { type Records, warekiOf } from '../records.js';
import { basisCodes } from '../tables/codes.js';
import { type Column, column, headingColumns, leadColumns, planColumns } from '../tables/columns.js';
import { table } from '../tables/lay-out.js';
import { dayOfPoint } from '../tables/points.js';
import { sliceStandingCodes } from '../tables/slice-tables.js';
import type { Table } from '../tables/table.js';

const itemCodes = {
  phase: '工程。工程表の帯1本',
  milestone: 'マイルストーン（▲）',
  completed: '実施済みの事項',
  due: '本文にある期限',
  kpi: '目標（KPI）。値は kpis.csv と kpi_actuals.csv',
  note: '注（※）',
};

/** One thing that a page shows in its tables, and where it stands in the plan. */
export interface ShownItem {
  kind: keyof typeof itemCodes;
  id: string;
  /** The id of what it is part of or speaks of. */
  on: string;
  text: string;
  section?: Section;
  measure?: Measure;
  track?: Track;
  phase?: Phase;
  /** The months that it spans or points to. */
  start?: Month | null;
  end?: Month | null;
  startFy?: FiscalYear | null;
  endFy?: FiscalYear | null;
  day?: number | null;
}

/**
 * What the tables of a page show, in their order: bars with their promises, points, completed things, targets and notes. What belongs to a bar is
 * made once, however many pages show it.
 */
export function itemsOfPages({ byId }: Roadmap): (chapters: readonly ReportChapter[]) => ShownItem[] {
  const known = new Map<Phase, readonly ShownItem[]>();
  const itemsOf = (phase: Phase) => {
    const items = known.get(phase) ?? phaseItems(phase);
    known.set(phase, items);
    return items;
  };
  return (chapters) => {
    const items: ShownItem[] = [];
    const add = (more: readonly ShownItem[]) => {
      for (const item of more) items.push(item);
    };
    for (const { sections } of chapters) {
      for (const { id, kpis, grid } of sections) {
        const section = byId.get(id);
        if (section?.kind !== 'section') continue;
        add(noteItems(section, { section }));
        add(kpiItems(section.kpis, kpis, { section }));
        for (const group of grid.groups) {
          const measure = byId.get(group.id);
          if (measure?.kind !== 'measure') continue;
          const place = { section, measure };
          add(noteItems(measure, place));
          add(kpiItems(measure.kpis, group.kpis, place));
          add(pointItems(measure, group));
          for (const row of group.rows) {
            const track = byId.get(row.id);
            if (track?.kind !== 'track') continue;
            const rowPlace = { ...place, track };
            add(noteItems(track, rowPlace));
            add(kpiItems(track.kpis, row.kpis, rowPlace));
            const bars = new Set<string>();
            for (const lane of row.lanes) for (const { bar } of lane) if (bar) bars.add(bar.id);
            for (const phase of track.phases) if (bars.has(phase.id)) add(itemsOf(phase));
            add(pointItems(track, row));
          }
        }
      }
    }
    return items;
  };
}

type Place = Pick<ShownItem, 'section' | 'measure' | 'track'>;

/** A bar, its promises and its notes. */
function phaseItems(phase: Phase): readonly ShownItem[] {
  const { track } = phase;
  const { measure } = track;
  const place = { section: measure.section, measure, track };
  return [phaseItem(phase), ...promisesOf(phase).map((due) => dueItem(phase, due)), ...noteItems(phase, place)];
}

function phaseItem(phase: Phase): ShownItem {
  const { id, text, period, track } = phase;
  const { measure } = track;
  return {
    kind: 'phase',
    id,
    on: track.id,
    text,
    section: measure.section,
    measure,
    track,
    phase,
    start: period.start,
    end: period.end,
    startFy: startFy(period),
    endFy: endFy(period),
  };
}

/** A promise stands in the year that it falls due in. */
export function dueItem(phase: Phase, due: PhaseDue): ShownItem {
  const { measure } = phase.track;
  return {
    kind: 'due',
    id: dueId(phase, due),
    on: phase.id,
    text: due.text,
    section: measure.section,
    measure,
    track: phase.track,
    start: due.from,
    end: due.to,
    endFy: dueFiscalYear(due),
  };
}

export function milestoneItem({ id, text, date, month, completed, on }: Milestone): ShownItem {
  const measure = measureOf(on);
  return {
    kind: completed ? 'completed' : 'milestone',
    id,
    on: on.id,
    text,
    section: measure.section,
    measure,
    ...(on.kind === 'track' && { track: on }),
    ...(month !== undefined && { start: month, end: month, startFy: fiscalYearOf(month), endFy: fiscalYearOf(month) }),
    day: dayOfPoint(date),
  };
}

const nothing: readonly ShownItem[] = [];

function pointItems(item: Measure | Track, { completed, milestones }: Pick<GridRow, 'completed' | 'milestones'>): readonly ShownItem[] {
  if (completed.length === 0 && milestones.length === 0) return nothing;
  const shown = new Set([...completed, ...milestones].map(({ id }) => id));
  return [...item.completed, ...item.milestones].filter(({ id }) => shown.has(id)).map(milestoneItem);
}

function kpiItems(kpis: readonly Kpi[], shown: readonly GridKpi[], place: Place): readonly ShownItem[] {
  if (shown.length === 0) return nothing;
  return kpis.map(({ id, name, target, on }) => ({ kind: 'kpi', id, on: on.id, text: name, ...place, endFy: target.fy }));
}

function noteItems({ id, notes }: { id: string; notes: readonly Note[] }, place: Place): readonly ShownItem[] {
  if (notes.length === 0) return nothing;
  return notes.map(({ text, column: year }, index) => ({
    kind: 'note',
    id: noteId(id, index + 1),
    on: id,
    text,
    ...place,
    ...(year && { startFy: startFy(year), endFy: endFy(year) }),
  }));
}

/** The columns of a table of items that needs no other: every row says where it stands. */
export function itemColumns(roadmap: Roadmap, records: Pick<Records, 'plan'>): Column<ShownItem>[] {
  return [
    ...planColumns(records),
    column('item_kind', 'string', '種類', ({ kind }) => kind, { codes: itemCodes, required: true }),
    column('item_id', 'string', 'ID', ({ id }) => id, { required: true }),
    column('on_id', 'string', 'これが属するもの、これが説明するもののID', ({ on }) => on, { required: true }),
    column('section_id', 'string', '節のID', ({ section }) => section?.id),
    column('section_name', 'string', '節の見出し（番号と題）', ({ section }) => section && heading(section)),
    column('measure_id', 'string', '施策のID', ({ measure }) => measure?.id),
    ...headingColumns<ShownItem>(roadmap, ({ measure }) => measure),
    column('track_id', 'string', '取組の行のID', ({ track }) => track?.id),
    column('track_label', 'string', '行の小見出し', ({ track }) => track?.label),
    column('text', 'string', '本文。印字のとおり', ({ text }) => text, { required: true }),
    column('start_fiscal_year', 'integer', '始まりの年度（西暦）。節目はその年度。期限では空', ({ startFy: year }) => year),
    column(
      'end_fiscal_year',
      'integer',
      '終わりの年度（西暦）。期限の来る年度、目標の年度。終わりの印字がなければ空',
      ({ endFy: year }) => year,
    ),
    column('shown_to_fiscal_year', 'integer', '表に帯が描かれている最後の年度（西暦）', ({ phase }) => phase?.shownToFy),
    column('start_basis', 'string', '始まりの根拠', ({ phase }) => phase?.startBasis, { codes: basisCodes }),
    column('end_basis', 'string', '終わりの根拠', ({ phase }) => phase?.endBasis, { codes: basisCodes }),
    column('start_month', 'yearmonth', '始まりの月。期限では、その言葉が指す最初の月', ({ start }) => monthText(start)),
    column('end_month', 'yearmonth', '終わりの月。期限では、その言葉が指す最後の月。印字がなければ空', ({ end }) => monthText(end)),
    column('day', 'integer', '節目の日。印字がなければ空', ({ day }) => day),
    column('start_wareki', 'string', '始まりの年度（和暦）', ({ startFy: year }) => warekiOf(year ?? null)),
    column('end_wareki', 'string', '終わりの年度（和暦）', ({ endFy: year }) => warekiOf(year ?? null)),
    column('page_number', 'integer', '出典のページ', ({ track, measure, section }) => (track ?? measure ?? section)?.page),
    column('corrected_text', 'string', '印字の誤りを直した本文', ({ phase }) => phase?.corrected),
    column('reason', 'string', '期間の判断の理由', ({ phase }) => phase?.reason),
    column('judgement', 'string', 'この見出しに置いた判断の理由', ({ track, measure }) => (track ?? measure)?.judged),
    ...leadColumns<ShownItem>(roadmap, ({ track, measure }) => track ?? measure),
  ];
}

/**
 * Makes tables of items, each row once however many pages show it. In a slice the phases also say how they stand to its years.
 */
export function itemTables(columns: readonly Column<ShownItem>[]) {
  const rows = new Map<string, ReturnType<Table['rows']>[number]>();
  const rowOf = (item: ShownItem) => {
    const known = rows.get(item.id) ?? columns.map(({ value }) => value(item, undefined) ?? null);
    rows.set(item.id, known);
    return known;
  };
  return (name: string, items: readonly ShownItem[], standings?: ReadonlyMap<string, string>): Table => {
    const standing = column<ShownItem>('standing', 'string', 'この年度（範囲）での工程の位置', () => null, { codes: sliceStandingCodes });
    const described = table<ShownItem>(
      name,
      'このページの工程表に示したもの。1行が工程（帯）、マイルストーン、実施済みの事項、期限、目標、注のどれか一つ',
      standings ? [...columns, standing] : columns,
      [],
      ['item_id'],
    );
    const rows = items.map((item) => (standings ? [...rowOf(item), standings.get(item.id) ?? null] : rowOf(item)));
    return { ...described, rows: () => rows };
  };
}

function monthText(month: Month | null | undefined): string | null {
  return month === null || month === undefined ? null : formatMonth(month);
}

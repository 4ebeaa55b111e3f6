import type { Roadmap } from '../../model/roadmap.js';
import { heading, leadsOf, measuresOf, tracksOf } from '../../model/walk.js';
import { type Records, warekiOf } from '../records.js';
import { basisCodes, kinds, kpiStandingCodes, precisionCodes, relationCodes } from './codes.js';
import { column, planColumns, planOnly } from './columns.js';
import { type Layout, layOut } from './lay-out.js';
import { dayOfPoint, fiscalYearOfPoint, monthOfPoint } from './points.js';
import { progressTables } from './progress-tables.js';
import type { Table } from './table.js';

/** What the tables of a plan are made from, with what they look up in it. */
interface Source {
  roadmap: Roadmap;
  plan: Records['plan'];
  sections: ReadonlyMap<string, Records['sections'][number]>;
  /** The chapter of each section. */
  chapters: ReadonlyMap<string, Records['plan']['chapters'][number]>;
}

/** The tables of a roadmap by the rules for machine-readable data: one table a file, one value a cell, joined by ids. */
export function tablesOf(roadmap: Roadmap, records: Records): Table[] {
  const { plan, sections, measures, tracks, phases, milestones, kpis, dues, departments, notes, relations, reports } = records;
  const source: Source = {
    roadmap,
    plan,
    sections: new Map(sections.map((section) => [section.id, section])),
    chapters: new Map(plan.chapters.flatMap((chapter) => chapter.sections.map((section) => [section, chapter]))),
  };
  const depth = phases.reduce((most, { measurePath }) => Math.max(most, measurePath.length), 4);
  const numbers = numberRows(records);
  const tables = [
    phasesTable(depth)(phases, source),
    sectionsTable(sections, source),
    measuresTable(measures, source),
    tracksTable(tracks, source),
    milestonesTable(milestones, source),
    kpisTable(kpis, source),
    actualsTable(
      kpis.flatMap(({ id, actuals }) => actuals.map((actual) => ({ kpi: id, ...actual }))),
      source,
    ),
    duesTable(dues, source),
    leadsTable(leadRows(roadmap), source),
    departmentsTable(departments, source),
    notesTable(notes, source),
    relationsTable(relations, source),
    ...(numbers.length > 0 ? [numbersTable(numbers, source)] : []),
  ];
  return reports ? [...tables, ...progressTables(roadmap, reports, planColumns(records))] : tables;
}

function kindOf(id: string, { roadmap }: Source): string | undefined {
  return roadmap.byId.get(id)?.kind ?? (id === roadmap.plan.id ? 'plan' : undefined);
}

// The columns are the same in every plan, but for the headings around a phase, which are as many as the deepest has: they are laid out once.

type Phase = Records['phases'][number];
const phasesTables = new Map<number, Layout<Phase, Source>>();

function phasesTable(depth: number): Layout<Phase, Source> {
  const known = phasesTables.get(depth) ?? phasesLayout(depth);
  phasesTables.set(depth, known);
  return known;
}

function phasesLayout(depth: number): Layout<Phase, Source> {
  return layOut<Phase, Source>(
    'phases',
    '工程。1行が工程表の帯1本',
    [
      ...planOnly,
      column('phase_id', 'string', '工程のID', ({ id }) => id, { required: true }),
      column('track_id', 'string', '取組の行のID', ({ track }) => track, { required: true }),
      column('section_id', 'string', '節のID', ({ section }) => section, { required: true }),
      column('section_name', 'string', '節の題', ({ section }, { sections }) => sections.get(section)?.title),
      column('measure_id', 'string', '施策のID', ({ measure }) => measure, { required: true }),
      ...Array.from({ length: depth }, (_, level) =>
        column<Phase>(`measure_${level + 1}`, 'string', `施策の見出し（外から${level + 1}段目）`, ({ measurePath: path }) => path[level]),
      ),
      column('text', 'string', '本文。印字のとおり', ({ text }) => text, { required: true }),
      column('start_fiscal_year', 'integer', '始まりの年度（西暦）', ({ startFy }) => startFy, { required: true }),
      column('end_fiscal_year', 'integer', '終わりの年度（西暦）。終わりの印字がなければ空', ({ endFy }) => endFy),
      column('shown_to_fiscal_year', 'integer', '表に帯が描かれている最後の年度（西暦）', ({ shownToFy }) => shownToFy, { required: true }),
      column('start_basis', 'string', '始まりの根拠', ({ startBasis }) => startBasis, { codes: basisCodes, required: true }),
      column('end_basis', 'string', '終わりの根拠', ({ endBasis }) => endBasis, { codes: basisCodes, required: true }),
      column('start_month', 'yearmonth', '始まりの月', ({ start }) => start, { required: true }),
      column('end_month', 'yearmonth', '終わりの月。終わりの印字がなければ空', ({ end }) => end),
      column('start_wareki', 'string', '始まりの年度（和暦）', ({ startFy }) => warekiOf(startFy)),
      column('end_wareki', 'string', '終わりの年度（和暦）', ({ endFy }) => warekiOf(endFy)),
      column('page_number', 'integer', '出典のページ', ({ page }) => page),
      column('corrected_text', 'string', '印字の誤りを直した本文', ({ corrected }) => corrected),
      column('reason', 'string', '判断の理由', ({ reason }) => reason),
      column('series_id', 'string', '毎年度に一度ずつ印字された工程の、最初のもののID', ({ series }) => series),
    ],
    ['phase_id'],
    [
      ['track_id', 'tracks', 'track_id'],
      ['section_id', 'sections', 'section_id'],
      ['measure_id', 'measures', 'measure_id'],
      ['series_id', '', 'phase_id'],
    ],
  );
}

const sectionsTable = layOut<Records['sections'][number], Source>(
  'sections',
  '節。章の下の番号のついた見出し',
  [
    ...planOnly,
    column('section_id', 'string', '節のID', ({ id }) => id, { required: true }),
    column('chapter_id', 'string', '章のID', ({ chapter }) => chapter, { required: true }),
    column('chapter_heading', 'string', '章の見出し（番号と題）', ({ id }, { chapters }) => headingOf(chapters.get(id))),
    column('heading', 'string', '節の見出し（番号と題）', headingOf, { required: true }),
    column('title', 'string', '節の題。印字のとおり', ({ title }) => title, { required: true }),
  ],
  ['section_id'],
);

const measuresTable = layOut<Records['measures'][number], Source>(
  'measures',
  '施策。見出しの木',
  [
    ...planOnly,
    column('measure_id', 'string', '施策のID', ({ id }) => id, { required: true }),
    column('parent_id', 'string', '親の施策のID', ({ parent }) => parent),
    column('section_id', 'string', '節のID', ({ section }) => section, { required: true }),
    // A printed number alone would not survive a spreadsheet: Excel reads (1) as -1 and 5. as 5.
    column('heading', 'string', '見出し（番号と題）', headingOf, { required: true }),
    column('title', 'string', '番号のない見出し。印字のとおり', ({ title }) => title, { required: true }),
    column('page_number', 'integer', '出典のページ', ({ page }) => page),
    column('judgement', 'string', 'この見出しに置いた判断の理由', ({ judged }) => judged),
    column('corrected_title', 'string', '印字の誤りを直した見出し', ({ corrected }) => corrected),
  ],
  ['measure_id'],
  [
    ['parent_id', '', 'measure_id'],
    ['section_id', 'sections', 'section_id'],
  ],
);

const tracksTable = layOut<Records['tracks'][number], Source>(
  'tracks',
  '取組の行',
  [
    ...planOnly,
    column('track_id', 'string', '取組の行のID', ({ id }) => id, { required: true }),
    column('measure_id', 'string', '施策のID', ({ measure }) => measure, { required: true }),
    column('label', 'string', '行の小見出し', ({ label }) => label),
    column('page_number', 'integer', '出典のページ', ({ page }) => page),
    column('judgement', 'string', 'この見出しに置いた判断の理由', ({ judged }) => judged),
  ],
  ['track_id'],
  [['measure_id', 'measures', 'measure_id']],
);

const milestonesTable = layOut<Records['milestones'][number], Source>(
  'milestones',
  'マイルストーンと実施済みの事項',
  [
    ...planOnly,
    column('milestone_id', 'string', 'マイルストーンのID', ({ id }) => id, { required: true }),
    column('item_id', 'string', '施策か取組の行のID', ({ on }) => on, { required: true }),
    column('item_kind', 'string', 'item_id が指すものの種類', ({ on }, source) => kindOf(on, source), kinds('measure', 'track')),
    column('text', 'string', '本文。印字のとおり', ({ text }) => text, { required: true }),
    column('month', 'yearmonth', '月。日付の印字がなければ空', ({ date }) => monthOfPoint(date)),
    column('day', 'integer', '日。印字がなければ空', ({ date }) => dayOfPoint(date)),
    column('fiscal_year', 'integer', '年度（西暦）', ({ fy }) => fy),
    column('completed', 'boolean', '実施済みの事項か', ({ completed }) => completed, { required: true }),
  ],
  ['milestone_id'],
);

const kpisTable = layOut<Records['kpis'][number], Source>(
  'kpis',
  '目標（KPI）',
  [
    ...planOnly,
    column('kpi_id', 'string', 'KPIのID', ({ id }) => id, { required: true }),
    column('item_id', 'string', '施策・取組の行・節のID', ({ on }) => on, { required: true }),
    column('item_kind', 'string', 'item_id が指すものの種類', ({ on }, source) => kindOf(on, source), kinds('section', 'measure', 'track')),
    column('name', 'string', '指標の名前', ({ name }) => name, { required: true }),
    column('unit', 'string', '値の単位', ({ unit }) => unit, { required: true }),
    column('target_value', 'number', '目標値。印字がなければ空', ({ target }) => target.value),
    column('target_fiscal_year', 'integer', '目標の年度（西暦）。印字がなければ空', ({ target }) => target.fy),
    column('target_undetermined', 'boolean', '目標が未定か', ({ target }) => target.undetermined === true, { required: true }),
    column('target_set_fiscal_year', 'integer', '未定の目標を定める年度（西暦）。印字がなければ空', ({ target }) => target.setIn),
    column('target_printed', 'string', '目標の印字', ({ printed }) => printed),
    column('base_fiscal_year', 'integer', '基準の年度（西暦）。印字がなければ空', ({ base }) => fiscalYearOfPoint(base?.date)),
    column('base_month', 'yearmonth', '基準の月。印字がなければ空', ({ base }) => monthOfPoint(base?.date)),
    column('base_day', 'integer', '基準の日。印字がなければ空', ({ base }) => dayOfPoint(base?.date)),
    column('base_value', 'number', '基準値', ({ base }) => base?.value),
    column('base_printed', 'string', '基準の印字', ({ base }) => base?.text),
    column('better', 'string', '良い向き', ({ better }) => better, {
      codes: { more: '大きいほど良い', less: '小さいほど良い' },
      required: true,
    }),
    column('measure_from_month', 'yearmonth', '測り始める月。書かれていなければ空', ({ measureFrom }) => monthOfPoint(measureFrom)),
    column('measure_from_day', 'integer', '測り始める日。書かれていなければ空', ({ measureFrom }) => dayOfPoint(measureFrom)),
    column('standing', 'string', '実績から計算した進捗', ({ standing }) => standing, { codes: kpiStandingCodes, required: true }),
    column('declared_standing', 'string', '担当が申告した進捗', ({ declared }) => declared, { codes: kpiStandingCodes }),
  ],
  ['kpi_id'],
);

const actualsTable = layOut<{ kpi: string; date: string; value: number }, Source>(
  'kpi_actuals',
  'KPIの実績',
  [
    ...planOnly,
    column('kpi_id', 'string', 'KPIのID', ({ kpi }) => kpi, { required: true }),
    column('month', 'yearmonth', '実績の月', ({ date }) => date.slice(0, 7), { required: true }),
    column('day', 'integer', '実績の日。印字がなければ空', ({ date }) => dayOfPoint(date)),
    column('value', 'number', '実績値', ({ value }) => value, { required: true }),
  ],
  undefined,
  [['kpi_id', 'kpis', 'kpi_id']],
);

const duesTable = layOut<Records['dues'][number], Source>(
  'dues',
  '本文にある期限',
  [
    ...planOnly,
    column('due_id', 'string', '期限のID', ({ id }) => id, { required: true }),
    column('phase_id', 'string', '工程のID', ({ phase }) => phase, { required: true }),
    column('text', 'string', '期限。印字のとおり', ({ text }) => text, { required: true }),
    column('precision', 'string', '期限の細かさ', ({ precision }) => precision, { codes: precisionCodes }),
    column('first_month', 'yearmonth', '期限の言葉が指す最初の月', ({ from }) => from),
    column('last_month', 'yearmonth', '期限の言葉が指す最後の月', ({ to }) => to),
    column('fiscal_year', 'integer', '期限の来る年度（西暦）', ({ fy }) => fy),
  ],
  ['due_id'],
  [['phase_id', 'phases', 'phase_id']],
);

interface LeadRow {
  item: string;
  kind: 'measure' | 'track';
  department: string;
  name: string;
  order: number;
}

function leadRows(roadmap: Roadmap): LeadRow[] {
  // Two departments may have one name, so they are not looked up by the names that the records have.
  return [...measuresOf(roadmap), ...tracksOf(roadmap)].flatMap((item) =>
    leadsOf(item).map(({ id, fullName }, index) => ({ item: item.id, kind: item.kind, department: id, name: fullName, order: index + 1 })),
  );
}

const leadsTable = layOut<LeadRow, Source>(
  'leads',
  '担当。1行が項目と部局の組',
  [
    ...planOnly,
    column('item_id', 'string', '施策か取組の行のID', ({ item }) => item, { required: true }),
    column('item_kind', 'string', '項目の種類', ({ kind }) => kind, kinds('measure', 'track')),
    column('department_id', 'string', '部局のID', ({ department }) => department, { required: true }),
    column('department_name', 'string', '部局の名前（府省庁から）', ({ name }) => name),
    column('position', 'integer', '印字の順', ({ order }) => order, { required: true }),
  ],
  ['item_id', 'department_id'],
  [['department_id', 'departments', 'department_id']],
);

const departmentsTable = layOut<Records['departments'][number], Source>(
  'departments',
  '部局の木',
  [
    ...planOnly,
    column('department_id', 'string', '部局のID', ({ id }) => id, { required: true }),
    column('parent_id', 'string', '上の組織のID', ({ parent }) => parent),
    column('name', 'string', '名前', ({ name }) => name, { required: true }),
    column('full_name', 'string', '府省庁からの名前', ({ fullName }) => fullName, { required: true }),
  ],
  ['department_id'],
  [['parent_id', '', 'department_id']],
);

const notesTable = layOut<Records['notes'][number], Source>(
  'notes',
  '注（※）',
  [
    ...planOnly,
    column('note_id', 'string', '注のID', ({ id }) => id, { required: true }),
    column('item_id', 'string', '注が説明するもののID', ({ on }) => on, { required: true }),
    column(
      'item_kind',
      'string',
      'item_id が指すものの種類',
      ({ on }, source) => kindOf(on, source),
      kinds('plan', 'section', 'measure', 'track', 'phase', 'kpi'),
    ),
    column('text', 'string', '注の本文', ({ text }) => text, { required: true }),
    column('column_fiscal_year', 'integer', '注が説明する列の年度（西暦）', ({ columnFy }) => columnFy),
  ],
  ['note_id'],
);

const relationsTable = layOut<Records['relations'][number], Source>('relations', '項目のあいだの関係', [
  ...planOnly,
  column('from_id', 'string', '関係を持つもののID', ({ from }) => from, { required: true }),
  column(
    'from_kind',
    'string',
    'from_id が指すものの種類',
    ({ from }, source) => kindOf(from, source),
    kinds('section', 'measure', 'track', 'phase'),
  ),
  column('kind', 'string', '関係の種類', ({ kind }) => kind, { codes: relationCodes, required: true }),
  column('to_id', 'string', '関係の先のID', ({ to }) => to, { required: true }),
  column(
    'to_kind',
    'string',
    'to_id が指すものの種類',
    ({ to }, source) => kindOf(to, source),
    kinds('section', 'measure', 'track', 'phase', 'kpi'),
  ),
]);

interface NumberRow {
  item: string;
  kind: 'section' | 'measure' | 'track';
  numbering: string;
  number: string;
}

function numberRows({ sections, measures, tracks }: Records): NumberRow[] {
  const rows: NumberRow[] = [];
  const add = (kind: NumberRow['kind'], items: Records['sections' | 'measures' | 'tracks']) => {
    for (const { id, refs } of items) for (const numbering in refs) rows.push({ item: id, kind, numbering, number: refs[numbering] ?? '' });
  };
  add('section', sections);
  add('measure', measures);
  add('track', tracks);
  return rows;
}

const numbersTable = layOut<NumberRow, Source>(
  'numbers',
  '他の文書や台帳での番号。1行が項目と番号の組',
  [
    ...planOnly,
    column('item_id', 'string', '節・施策・取組の行のID', ({ item }) => item, { required: true }),
    column('item_kind', 'string', '項目の種類', ({ kind }) => kind, kinds('section', 'measure', 'track')),
    column('numbering', 'string', '番号の名前', ({ numbering }) => numbering, { required: true }),
    column('number', 'string', '番号。印字のとおり', ({ number }) => number, { required: true }),
  ],
  ['item_id', 'numbering'],
);

function headingOf(record: { number?: string | undefined; title: string } | undefined): string | undefined {
  return record && heading(record);
}

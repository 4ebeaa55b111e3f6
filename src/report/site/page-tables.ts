import { formatMonth } from '../../model/fiscal-year.js';
import type { Department } from '../../model/roadmap.js';
import { heading } from '../../model/walk.js';
import type { EditionSeries } from '../../transform/diff/edition-series.js';
import type { Records } from '../records.js';
import { column, planColumns } from '../tables/columns.js';
import { table } from '../tables/lay-out.js';
import type { Table } from '../tables/table.js';
import { plain } from '../told.js';
import type { Dated } from './lines.js';
import type { MatrixCell, YearsPage } from './site.js';

/*
 * What the pages of lists and counts show, as tables. They are named after their page; their words are Japanese, as those of the other
 * tables.
 */

type PlanOnly = Pick<Records, 'plan'>;

export function yearsTable(rows: YearsPage['rows'], records: PlanOnly): Table {
  return table<YearsPage['rows'][number]>(
    'years',
    '年度ごとの工程の数',
    [
      ...planColumns(records),
      column('fiscal_year', 'integer', '年度（西暦）', ({ year }) => year, { required: true }),
      column('active', 'integer', 'この年度に動く工程の数', ({ active }) => active, { required: true }),
      ...startsAndEnds<YearsPage['rows'][number]>(),
      column('dates', 'integer', 'この年度に来る期限、節目と目標の数。実施済みの事項は数えない', ({ dates }) => dates, { required: true }),
    ],
    rows,
    ['fiscal_year'],
  );
}

export interface MatrixRow extends Pick<MatrixCell, 'active' | 'begins' | 'ends'> {
  section: string;
  heading: string;
  year: number;
}

export function matrixTable(rows: readonly MatrixRow[], records: PlanOnly): Table {
  return table<MatrixRow>(
    'index',
    '節と年度ごとの工程の数',
    [
      ...planColumns(records),
      column('section_id', 'string', '節のID', ({ section }) => section, { required: true }),
      column('section_name', 'string', '節の見出し（番号と題）', (row) => row.heading, { required: true }),
      column('fiscal_year', 'integer', '年度（西暦）', ({ year }) => year, { required: true }),
      column('active', 'integer', 'この年度に動く工程の数', ({ active }) => active, { required: true }),
      ...startsAndEnds<MatrixRow>(),
    ],
    rows,
    ['section_id', 'fiscal_year'],
  );
}

function startsAndEnds<R extends { begins: number; ends: number }>() {
  return [
    column<R>(
      'begins',
      'integer',
      'この年度に始まる工程の数。表の最初の列にあるものは、start_basis が text でなければ数えない',
      ({ begins }) => begins,
      {
        required: true,
      },
    ),
    column<R>('ends', 'integer', 'この年度に終わる工程の数。終わりの印字がないものは数えない', ({ ends }) => ends, { required: true }),
  ];
}

export function departmentsTable(departments: readonly Department[], rows: ReadonlyMap<string, number>, records: PlanOnly): Table {
  return table<Department>(
    'departments',
    '部局の木と、それぞれが担当する行の数',
    [
      ...planColumns(records),
      column('department_id', 'string', '部局のID', ({ id }) => id, { required: true }),
      column('parent_id', 'string', '上の組織のID', ({ parent }) => parent?.id),
      column('name', 'string', '名前', ({ name }) => name, { required: true }),
      column('full_name', 'string', '府省庁からの名前', ({ fullName }) => fullName, { required: true }),
      column('rows', 'integer', '担当する取組の行の数。下の組織の分を含む', ({ id }) => rows.get(id), { required: true }),
    ],
    departments,
    ['department_id'],
  );
}

export function datesTable(dated: readonly Dated[], records: PlanOnly): Table {
  const count = Math.max(1, ...dated.map(({ line }) => line.leads.length));
  return table<Dated>(
    'dates',
    'マイルストーン、期限と目標を日付の順に',
    [
      ...planColumns(records),
      column('item_kind', 'string', '種類', ({ kind }) => kind, {
        codes: { milestone: 'マイルストーン（▲）', completed: '実施済みの事項', due: '本文にある期限', kpi: '目標（KPI）の年度' },
        required: true,
      }),
      column('item_id', 'string', 'ID', ({ line }) => line.id, { required: true }),
      column('on_id', 'string', 'これが属するもののID', ({ on }) => on, { required: true }),
      column('fiscal_year', 'integer', '年度（西暦）。時期の印字がなければ空', ({ fiscalYear }) => fiscalYear),
      column('last_month', 'yearmonth', '時期の言葉が指す最後の月', ({ month }) => (month === null ? null : formatMonth(month))),
      column('printed', 'string', '時期の印字。期限は本文のとおり', ({ printed }) => printed),
      column('text', 'string', '内容', ({ line }) => plain(line.text), { required: true }),
      column('measure_name', 'string', '施策（節のKPIでは節）の見出し', ({ line }) => line.measure, { required: true }),
      ...Array.from({ length: count }, (_, index) =>
        column<Dated>(`lead_${index + 1}`, 'string', `担当の部局（府省庁から、印字の${index + 1}番目）`, ({ line }) => line.leads[index]),
      ),
    ],
    dated,
    ['item_id'],
  );
}

/** A row a promise and edition; an edition that does not print it has none. */
export function promisesTable({ editions, promises }: EditionSeries, records: PlanOnly): Table {
  const rows = promises.flatMap(({ phase, present, dues }) =>
    dues.flatMap((texts, index) => (texts ?? []).map((text) => ({ phase, present, edition: editions[index] ?? '', text }))),
  );
  return table<(typeof rows)[number]>(
    'promises',
    '期限の経過。1行が期限と版の組',
    [
      ...planColumns(records),
      column('phase_id', 'string', '工程のID（その工程がある最後の版の）', ({ phase }) => phase.id, { required: true }),
      column('phase_text', 'string', '工程の本文', ({ phase }) => phase.text, { required: true }),
      column('measure_name', 'string', '施策の見出し', ({ phase }) => heading(phase.track.measure), { required: true }),
      column('is_current', 'boolean', '最新の版にその工程があるか', ({ present }) => present, { required: true }),
      column('printed_in', 'string', '期限を印字した版', ({ edition }) => edition, { required: true }),
      column('due_text', 'string', '期限。印字のとおり', ({ text }) => text, { required: true }),
    ],
    rows,
  );
}

import { type Change, type ChangedItem, type RoadmapDiff, shifts } from '../../transform/diff/change.js';
import { around } from '../../transform/diff/nodes.js';
import { kindCodes } from '../tables/codes.js';
import { column } from '../tables/columns.js';
import { table } from '../tables/lay-out.js';
import type { Table } from '../tables/table.js';
import { departmentsOf, nodeOf } from './changed-item.js';
import { diffWordsOf } from './diff-words.js';

const { section, measure, track, phase, kpi, plan } = kindCodes;
/** Chapters, departments and dated points, which have no id of their own, are compared as well. */
const nodeCodes = { chapter: '章', section, measure, track, phase, milestone: 'マイルストーン', kpi, plan, department: '部局' };

/** A change, and what it is of: an item or a department. */
interface Row {
  id: string;
  change: Change;
  item?: ChangedItem;
  sides: Record<'before' | 'after', readonly { id: string; kind: string }[]>;
}

/** changes.csv, a row a change, with change_items.csv, where a split or a merger has several items, and change_leads.csv. */
export function diffTables(diff: RoadmapDiff): Table[] {
  const rows = rowsOf(diff);
  return [changesTable(rows, diff), itemsTable(rows), leadsTable(rows, diff)];
}

function rowsOf(diff: RoadmapDiff): Row[] {
  return [
    ...diff.items.flatMap((item) => item.changes.map((change) => ({ change, item, sides: item }))),
    ...diff.departments.flatMap((one) => one.changes.map((change) => ({ change, sides: one }))),
  ].map((record, index) => ({ ...record, id: `change-${index + 1}` }));
}

function changesTable(rows: readonly Row[], { before, after }: RoadmapDiff): Table {
  const words = diffWordsOf('ja');
  const sectionIn = ({ item }: Row) => item && around(nodeOf(item), 'section');
  return table<Row>(
    'changes',
    '版の違い。1行が変更一つ',
    [
      column('plan_id', 'string', '計画のID', () => after.plan.id, { required: true }),
      column('before_edition', 'string', '改正前の版', () => before.plan.edition, { required: true }),
      column('after_edition', 'string', '改正後の版', () => after.plan.edition, { required: true }),
      column('change_id', 'string', '変更のID', ({ id }) => id, { required: true }),
      column('kind', 'string', '変更の種類', ({ change }) => change.kind, { codes: words.kinds, required: true }),
      column('item_kind', 'string', '項目の種類', ({ sides }) => (sides.after[0] ?? sides.before[0])?.kind, {
        codes: nodeCodes,
        required: true,
      }),
      column('item_id', 'string', '改正後のID。複数のときは最初のもの', ({ sides }) => sides.after[0]?.id),
      column('before_item_id', 'string', '改正前のID。複数のときは最初のもの', ({ sides }) => sides.before[0]?.id),
      column('path', 'string', '章から項目までのID。計画そのものでは空', ({ change }) => change.path.join('/') || null),
      column('section_id', 'string', '節のID', (row) => sectionIn(row)?.id),
      column('section_name', 'string', '節の題', (row) => sectionIn(row)?.text),
      column('field', 'string', '変わったところ', ({ change }) => change.field, { codes: words.fields }),
      column('before_text', 'string', '改正前', ({ change }) => change.before),
      column('after_text', 'string', '改正後', ({ change }) => change.after),
      column('shift', 'string', '時期の動き', ({ change }) => change.shift, {
        codes: Object.fromEntries(shifts.map((shift) => [shift, shift])),
      }),
      column('certain', 'boolean', 'IDか宣言による対応か（偽は推定）', ({ change }) => change.certain, { required: true }),
      column('reason', 'string', '変更理由', ({ change }) => change.reason),
    ],
    rows,
    ['change_id'],
  );
}

function itemsTable(rows: readonly Row[]): Table {
  const sides = ['before', 'after'] as const;
  return table<{ id: string; side: (typeof sides)[number]; item: string; kind: string; position: number }>(
    'change_items',
    '変更と項目。1行が変更と、その改正前か改正後の項目の組',
    [
      column('change_id', 'string', '変更のID', ({ id }) => id, { required: true }),
      column('side', 'string', '改正前か改正後か', ({ side }) => side, { codes: { before: '改正前', after: '改正後' }, required: true }),
      column('item_id', 'string', '項目のID', ({ item }) => item, { required: true }),
      column('item_kind', 'string', '項目の種類', ({ kind }) => kind, { codes: nodeCodes, required: true }),
      column('position', 'integer', '順', ({ position }) => position, { required: true }),
    ],
    rows.flatMap(({ id, sides: stand }) =>
      sides.flatMap((side) => stand[side].map((node, index) => ({ id, side, item: node.id, kind: node.kind, position: index + 1 }))),
    ),
    undefined,
    [['change_id', 'changes', 'change_id']],
  );
}

function leadsTable(rows: readonly Row[], diff: RoadmapDiff): Table {
  return table<{ id: string; name: string }>(
    'change_leads',
    '変更と担当。1行が変更と部局の組',
    [
      column('change_id', 'string', '変更のID', ({ id }) => id, { required: true }),
      column('department_name', 'string', '部局の名前（府省庁から）', ({ name }) => name, { required: true }),
    ],
    rows.flatMap(({ id, item }) => (item ? departmentsOf(item, diff).map((name) => ({ id, name })) : [])),
    undefined,
    [['change_id', 'changes', 'change_id']],
  );
}

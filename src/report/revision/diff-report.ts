import type { Department, Measure, Track } from '../../model/roadmap.js';
import { heading, leadsOf } from '../../model/walk.js';
import type { Lang } from '../../source/lang.js';
import {
  type Change,
  type ChangedItem,
  changeKinds,
  changesOf,
  type RoadmapDiff,
  type Shift,
  shifts,
} from '../../transform/diff/change.js';
import { around, knownAs, type Node, within } from '../../transform/diff/nodes.js';
import { languageOf } from '../language.js';
import type { ReportList } from '../lists.js';
import { schemaVersion } from '../records.js';
import type { Report } from '../report.js';
import { column } from '../tables/columns.js';
import { table } from '../tables/lay-out.js';
import type { Table } from '../tables/table.js';
import { joined, own, plain, type Told, told } from '../told.js';
import { isOver } from './change-labels.js';
import { valueIn } from './change-values.js';
import { type ComparisonOptions, comparisonOf } from './comparison.js';
import { type DiffWords, diffWordsOf } from './diff-words.js';
import { feedOf } from './feed.js';
import { itemName } from './item-name.js';

export interface DiffReportOptions extends ComparisonOptions {
  /** When the new edition appeared, for the feed: `2022-06-01T00:00:00+09:00`. Without it there is no feed. */
  updated?: string;
}

/** The revision of a plan as a document: the counts, the lists for people, and the 新旧対照表. */
export function diffReport(diff: RoadmapDiff, lang: Lang, options: DiffReportOptions = {}): Report {
  const words = diffWordsOf(lang);
  const { before, after } = diff;
  const comparison = comparisonOf(diff, lang, options);
  return {
    name: 'diff',
    title: plain(comparison.heading),
    subtitle: `${before.plan.edition} → ${after.plan.edition}`,
    lang,
    language: languageOf(diff.after.plan),
    notes: diff.items.length + diff.departments.length === 0 ? [words.none] : [],
    summary: summaryOf(diff, words),
    chapters: () => [],
    lists: () => [...listsOf(diff, words), byDepartment(diff, words), guessList(diff, words)].filter(({ rows }) => rows.length > 0),
    comparison,
    ...(options.updated !== undefined && { feed: feedOf(diff, lang, options.updated) }),
    data: () => diffRecords(diff),
    tables: () => diffTables(diff),
  };
}

/** The content of diff.json. */
function diffRecords(diff: RoadmapDiff) {
  const edition = ({ plan }: RoadmapDiff['before']) => ({ id: plan.id, title: plan.title, edition: plan.edition });
  return {
    schemaVersion,
    before: edition(diff.before),
    after: edition(diff.after),
    changes: changesOf(diff),
    ...(diff.guesses.length > 0 && {
      guesses: diff.guesses.map(({ before, after }) => ({ before: before.map(({ id }) => id), after: after.map(({ id }) => id) })),
    }),
  };
}

/**
 * What an item counts as for people, once each: the kinds of its changes and the ways in which its dates moved, which are all that a change
 * of time is; `ended` for what is gone because it is over.
 */
function countsOf(changes: readonly Change[], ended = false): Set<string> {
  const keys = changes.flatMap(({ kind, shift }) => [...(shift ? [shift] : []), ...(kind === 'retimed' && shift ? [] : [kind])]);
  return new Set(ended ? ['ended'] : keys);
}

function countsOfItem(item: ChangedItem, diff: RoadmapDiff): Set<string> {
  return countsOf(item.changes, isOver(item, diff));
}

const counted = ['added', 'removed', 'ended', ...shifts, ...changeKinds.filter((kind) => kind !== 'added' && kind !== 'removed')];

function nameOf(key: string, words: DiffWords): string {
  return key === 'ended' ? words.ended : (words.kinds[key as Change['kind']] ?? words.shifts[key as Shift] ?? key);
}

/** Of an English word at the head of a list; Japanese has none. */
function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function summaryOf(diff: RoadmapDiff, words: DiffWords): Report['summary'] {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const item of diff.items) for (const key of countsOfItem(item, diff)) count(key);
  for (const { changes } of diff.departments) for (const key of countsOf(changes)) count(key);
  return [
    { label: words.count, value: String(diff.items.length + diff.departments.length) },
    ...counted.flatMap((key) => (counts.has(key) ? [{ label: nameOf(key, words), value: String(counts.get(key)) }] : [])),
  ];
}

/** What is new, gone, brought forward and put back, one list each. */
function listsOf(diff: RoadmapDiff, words: DiffWords): ReportList[] {
  return ['added', 'removed', 'ended', ...shifts].map((key) => {
    const rows: ReportList['rows'] = diff.items.flatMap((item) => {
      const change = item.changes.find((one) => countsOf([one], isOver(item, diff)).has(key));
      if (!change) return [];
      const moments = [valueIn(change, 'before', diff, words), valueIn(change, 'after', diff, words)];
      return [[itemName(item, words), headingOf(item), ...moments, leadNames(item, words), change.reason ?? '']];
    });
    for (const { before, after, changes } of diff.departments)
      if (changes.some(({ kind }) => kind === key))
        rows.push([(after[0] ?? before[0])?.fullName ?? '', [own(words.departments)], '', '', '', '']);
    const timed = !['added', 'removed', 'ended'].includes(key);
    const keep = <T>(cells: T[]) => (timed ? cells : cells.filter((_, index) => index !== 2 && index !== 3));
    return {
      id: key,
      heading: capital(nameOf(key, words)) + words.opening + rows.length + words.closing,
      empty: words.none,
      columns: keep([words.item, words.place, words.before, words.after, words.department, words.reason]),
      rows: rows.map(keep),
    };
  });
}

/**
 * How many items every department has of each kind of change, and in all; an item with several departments, or that has left one for another,
 * counts for each.
 */
function byDepartment(diff: RoadmapDiff, words: DiffWords): ReportList {
  const items = new Map<string, Set<string>[]>();
  const order = [...diff.after.departments, ...diff.before.departments].map(({ fullName }) => fullName);
  for (const item of diff.items) {
    const names = departmentsOf(item, diff);
    for (const lead of names.length > 0 ? names : ['']) items.set(lead, [...(items.get(lead) ?? []), countsOfItem(item, diff)]);
  }
  const used = counted.filter((key) => [...items.values()].flat().some((counts) => counts.has(key)));
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return {
    id: 'departments',
    heading: words.byDepartment,
    empty: words.none,
    columns: [words.department, ...used.map((key) => nameOf(key, words)), words.count],
    rows: [...items]
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([name, all]) => [
        name || [own(words.noLead)],
        ...used.map((key) => String(all.filter((counts) => counts.has(key)).length)),
        String(all.length),
      ]),
  };
}

function guessList(diff: RoadmapDiff, words: DiffWords): ReportList {
  const text = (nodes: readonly Node[]) =>
    joined(
      nodes.map((node) => told(knownAs(node), own(words.opening + node.id + words.closing))),
      own(words.slash),
    );
  return {
    id: 'guesses',
    heading: words.guesses + words.opening + diff.guesses.length + words.closing,
    empty: words.none,
    columns: [words.before, words.after],
    rows: diff.guesses.map(({ before, after }) => [text(before), text(after)]),
  };
}

function nodeOf({ before, after }: ChangedItem): Node {
  return (after[0] ?? before[0]) as Node;
}

/** The heading that an item stands under. */
function headingOf(item: ChangedItem): string {
  const { parent } = nodeOf(item);
  const outer = parent && (around(parent, 'measure') ?? around(parent, 'section'));
  return outer ? heading(outer.entity as Measure) : '';
}

function leadsIn(node: Node): readonly Department[] {
  const item = around(node, 'track') ?? around(node, 'measure');
  return item ? leadsOf(item.entity as Measure | Track) : [];
}

/** The departments that answer for an item. One that is new or gone stands for all below it, and for what answers for that. */
function leadsOfItem({ before, after }: ChangedItem): Department[] {
  const isWhole = before.length === 0 || after.length === 0;
  return (after.length > 0 ? after : before).flatMap((node) => (isWhole ? [...within(node)] : [node]).flatMap(leadsIn));
}

/** The names of the departments that have to do with a change: those that answer for the item now, and those that it has left. */
function departmentsOf(item: ChangedItem, { heirs }: RoadmapDiff): string[] {
  const isHandedOver = item.changes.some(({ kind, field }) => kind === 'moved' || field === 'leads');
  const left = isHandedOver ? item.before.flatMap(leadsIn) : [];
  // One that only has another name or id by now is the one of the new edition.
  return [...new Set([...leadsOfItem(item), ...left].map((department) => (heirs.get(department.id) ?? department).fullName))];
}

function leadNames(item: ChangedItem, words: DiffWords): string | Told {
  return [...new Set(leadsOfItem(item).map(({ fullName }) => fullName))].join(words.comma) || [own(words.noLead)];
}

const kindCodes = {
  chapter: '章',
  section: '節',
  measure: '施策',
  track: '取組の行',
  phase: '工程',
  milestone: 'マイルストーン',
  kpi: 'KPI',
  plan: '計画',
  department: '部局',
};

/** What a change is of. */
type Sides = Record<'before' | 'after', readonly { id: string; kind: string }[]>;

/** changes.csv, a row a change, with change_items.csv, where a split or a merger has several items, and change_leads.csv. */
function diffTables(diff: RoadmapDiff): Table[] {
  const words = diffWordsOf('ja');
  const records = [
    ...diff.items.flatMap((item) =>
      item.changes.map((change) => ({ change, item: item as ChangedItem | undefined, sides: item as Sides })),
    ),
    ...diff.departments.flatMap((one) => one.changes.map((change) => ({ change, item: undefined, sides: one as Sides }))),
  ].map((record, index) => ({ ...record, id: `change-${index + 1}` }));
  type Row = (typeof records)[number];
  const sectionIn = ({ item }: Row) => item && around(nodeOf(item), 'section');
  const changes = table<Row>(
    'changes',
    '版の違い。1行が変更一つ',
    [
      column('plan_id', 'string', '計画のID', () => diff.after.plan.id, { required: true }),
      column('before_edition', 'string', '改正前の版', () => diff.before.plan.edition, { required: true }),
      column('after_edition', 'string', '改正後の版', () => diff.after.plan.edition, { required: true }),
      column('change_id', 'string', '変更のID', ({ id }) => id, { required: true }),
      column('kind', 'string', '変更の種類', ({ change }) => change.kind, { codes: words.kinds, required: true }),
      column('item_kind', 'string', '項目の種類', ({ sides: { before, after } }) => (after[0] ?? before[0])?.kind, {
        codes: kindCodes,
        required: true,
      }),
      column('item_id', 'string', '改正後のID。複数のときは最初のもの', ({ sides: { after } }) => after[0]?.id),
      column('before_item_id', 'string', '改正前のID。複数のときは最初のもの', ({ sides: { before } }) => before[0]?.id),
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
    records,
    ['change_id'],
  );
  const sides = ['before', 'after'] as const;
  const items = table<{ id: string; side: (typeof sides)[number]; item: string; kind: string; position: number }>(
    'change_items',
    '変更と項目。1行が変更と、その改正前か改正後の項目の組',
    [
      column('change_id', 'string', '変更のID', ({ id }) => id, { required: true }),
      column('side', 'string', '改正前か改正後か', ({ side }) => side, { codes: { before: '改正前', after: '改正後' }, required: true }),
      column('item_id', 'string', '項目のID', ({ item }) => item, { required: true }),
      column('item_kind', 'string', '項目の種類', ({ kind }) => kind, { codes: kindCodes, required: true }),
      column('position', 'integer', '順', ({ position }) => position, { required: true }),
    ],
    records.flatMap(({ id, sides: stand }) =>
      sides.flatMap((side) => stand[side].map((node, index) => ({ id, side, item: node.id, kind: node.kind, position: index + 1 }))),
    ),
    undefined,
    [['change_id', 'changes', 'change_id']],
  );
  const leads = table<{ id: string; name: string }>(
    'change_leads',
    '変更と担当。1行が変更と部局の組',
    [
      column('change_id', 'string', '変更のID', ({ id }) => id, { required: true }),
      column('department_name', 'string', '部局の名前（府省庁から）', ({ name }) => name, { required: true }),
    ],
    records.flatMap(({ id, item }) => (item ? departmentsOf(item, diff).map((name) => ({ id, name })) : [])),
    undefined,
    [['change_id', 'changes', 'change_id']],
  );
  return [changes, items, leads];
}

import { heading } from '../../model/walk.js';
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
import { around, knownAs, type Node } from '../../transform/diff/nodes.js';
import { languageOf } from '../language.js';
import type { ReportList } from '../lists.js';
import { schemaVersion } from '../records.js';
import type { Report } from '../report.js';
import { joined, own, plain, type Told, told } from '../told.js';
import { isOver } from './change-labels.js';
import { valueIn } from './change-values.js';
import { departmentsOf, leadsOfItem, nodeOf } from './changed-item.js';
import { type ComparisonOptions, comparisonOf } from './comparison.js';
import { diffTables } from './diff-tables.js';
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
      const moments = [valueIn(change, 'before', item, diff, words), valueIn(change, 'after', item, diff, words)];
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

/** The heading that an item stands under. */
function headingOf(item: ChangedItem): string {
  const { parent } = nodeOf(item);
  const outer = parent && (around(parent, 'measure') ?? around(parent, 'section'));
  return outer ? heading(outer.entity) : '';
}

function leadNames(item: ChangedItem, words: DiffWords): string | Told {
  return [...new Set(leadsOfItem(item).map(({ fullName }) => fullName))].join(words.comma) || [own(words.noLead)];
}

import type { Department, ProgressReport, Roadmap } from '../../model/roadmap.js';
import type { Node } from './nodes.js';

/** What happened to an item between two editions. */
export const changeKinds = [
  'added',
  'removed',
  'split',
  'merged',
  'moved',
  'retimed',
  'renumbered',
  'renamed',
  'reworded',
  'renotated',
  'changed',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Which way a period or a promise moved. */
export const shifts = ['前倒し', '後ろ倒し', '延長', '短縮'] as const;
export type Shift = (typeof shifts)[number];

/** Of the two editions. */
export type Side = 'before' | 'after';

/** One named change of one item. */
export interface Change {
  kind: ChangeKind;
  /** Ids from the chapter to the item: of the new edition, or of the old one where the item is gone. */
  path: string[];
  /** False where the tool matched the items by likeness. */
  certain: boolean;
  /** What stood there, and what stands there now: texts, periods as `2022-2024`, ids of headings for a move. */
  before?: string;
  after?: string;
  /** Which part of the item, where it is not its text, heading, number, period or place. */
  field?: string;
  shift?: Shift;
  /** 変更理由, from the data. */
  reason?: string;
}

/** An item with everything that changed in it; a split has several items after it, a merger several before it. */
export interface ChangedItem {
  before: Node[];
  after: Node[];
  certain: boolean;
  changes: Change[];
}

/** A department with everything that changed in it; a split has several after it, a merger several before it. */
export interface DepartmentChange {
  before: Department[];
  after: Department[];
  changes: Change[];
}

/** Two items that were taken for one by likeness; `--accept` writes the pair into the data. */
export interface Guess {
  before: Node[];
  after: Node[];
}

export interface RoadmapDiff {
  before: Roadmap;
  after: Roadmap;
  /** In the order of the new edition; what is gone stands where it stood. */
  items: ChangedItem[];
  guesses: Guess[];
  /** The trees that were compared, for those who print what lies between the changes. */
  trees: { before: Node; after: Node };
  /** The items of the new edition that an item of the old one has become, and the other way round. */
  partners: { ofBefore: ReadonlyMap<Node, readonly Node[]>; ofAfter: ReadonlyMap<Node, readonly Node[]> };
  /** The newest report on each item that has one, by the item's id: what it says of its status is what the editions are compared by. */
  reports: Readonly<Record<Side, ReadonlyMap<string, ProgressReport>>>;
  /** The department of the new edition that one of the old edition has become, by id. */
  heirs: ReadonlyMap<string, Department>;
  /** In the order of the new edition; those that are gone stand last. */
  departments: DepartmentChange[];
}

/** Every change, department by department last. */
export function changesOf({ items, departments }: Pick<RoadmapDiff, 'items' | 'departments'>): Change[] {
  return [...items, ...departments].flatMap(({ changes }) => changes);
}

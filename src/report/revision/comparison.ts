import type { Department } from '../../model/roadmap.js';
import type { Lang } from '../../source/lang.js';
import type { ChangedItem, ChangeKind, RoadmapDiff } from '../../transform/diff/change.js';
import { around, type Node, within } from '../../transform/diff/nodes.js';
import { own, type Told, told } from '../told.js';
import { labelOf, labelsOf } from './change-labels.js';
import { nodeOf, rowId } from './changed-item.js';
import { type ComparisonLine, contentsOf, linesOf, type Side } from './comparison-lines.js';
import { type DiffWords, diffWordsOf } from './diff-words.js';
import { pathIn, titleOf } from './item-facts.js';
import { markTold } from './mark-told.js';

/** The 新旧対照表: every changed item once, grouped by section, in the order of the new edition. */
export interface Comparison {
  style: 'columns' | 'strike';
  heading: Told;
  /** The columns from left to right. */
  sides: { side: Side /** With the edition: `改正後（令和4年6月）`. */; label: Told; edition: string }[];
  groups: ComparisonGroup[];
}

export interface ComparisonGroup {
  id: string;
  /** The heading in the new edition, else the one that is gone. */
  title: Told;
  /** Left out where the heading itself is among the changes: then its row stands first. */
  heading?: Record<Side, Told>;
  rows: ComparisonRow[];
}

export type ComparisonRow =
  /** The headings below which the rows that follow stand. */
  | { type: 'context'; text: Record<Side, string> }
  /** What is unchanged and left out. */
  | { type: 'omitted' }
  | ChangeRow;

export interface ChangeRow {
  type: 'change';
  id: string;
  kinds: ChangeKind[];
  /** The kinds and shifts in words. */
  labels: string[];
  /** Said where the items were matched by likeness. */
  guess?: string;
  reason?: string;
  /** `（新設）` or `（削る）` in the place of a side's text. */
  instead: Partial<Record<Side, string>>;
  lines: ComparisonLine[];
}

export interface ComparisonOptions {
  /** The side of the new edition. */
  layout?: 'after-left' | 'after-right';
  style?: Comparison['style'];
  /** Whether those read it who keep the data, and can settle what was guessed. */
  forEditors?: boolean;
}

/** Lays out a diff as a 新旧対照表. */
export function comparisonOf(
  diff: RoadmapDiff,
  lang: Lang,
  { layout = 'after-left', style = 'columns', forEditors = false }: ComparisonOptions = {},
): Comparison {
  const all = diffWordsOf(lang);
  const words = forEditors ? all : { ...all, settles: '' };
  const [before, after] = (['before', 'after'] as const).map((side) => {
    const { edition } = diff[side].plan;
    return { side, label: told(own(words[side] + words.opening), edition, own(words.closing)), edition };
  }) as [Comparison['sides'][number], Comparison['sides'][number]];
  return {
    style,
    heading: told(`${diff.after.plan.title} `, own(words.title)),
    sides: layout === 'after-left' ? [after, before] : [before, after],
    groups: [...sectionGroups(diff, words, style), ...departmentGroup(diff, words)],
  };
}

interface Home {
  after?: Node | undefined;
  before?: Node | undefined;
  items: ChangedItem[];
}

function sectionGroups(diff: RoadmapDiff, words: DiffWords, style: Comparison['style']): ComparisonGroup[] {
  const positions = new Map([...within(diff.trees.after)].map((node, index) => [node, index]));
  const quiet = quietLeaves(diff);
  return homesOf(diff).map(({ after, before, items }) => {
    const rows: ComparisonRow[] = [];
    const leaves = quiet.filter((leaf) => leaf === after || around(leaf, 'section') === after).map((leaf) => positions.get(leaf) ?? 0);
    let passed = -1;
    const omitUpTo = (position: number) => {
      if (leaves.some((leaf) => leaf > passed && leaf < position)) rows.push({ type: 'omitted' });
      passed = Math.max(passed, position);
    };
    let standing = '';
    for (const item of items) {
      const [young] = item.after;
      if (young) omitUpTo(positions.get(young) ?? 0);
      const context = { after: contextOf(young, item.before[0], diff, 'after'), before: contextOf(item.before[0], young, diff, 'before') };
      const key = `${context.after}\n${context.before}`;
      if (key !== standing && key !== '\n') rows.push({ type: 'context', text: context });
      rows.push(rowOf(item, diff, words, style));
      // The rows below a heading that has just been shown need no second mention of it.
      standing = young?.kind === 'measure' && item.before[0] ? `${pathIn(young)}\n${pathIn(item.before[0])}` : key;
    }
    omitUpTo(Number.POSITIVE_INFINITY);
    const opens = items[0]?.after[0] === after && items[0]?.before[0] === before;
    const heading = { after: titleOf(after, words), before: titleOf(before, words) };
    return {
      id: (after ?? before)?.id ?? '',
      title: heading.after.length > 0 ? heading.after : heading.before,
      ...(!opens && { heading }),
      rows,
    };
  });
}

/** The changed items by the section that they stand in. */
function homesOf(diff: RoadmapDiff): Home[] {
  const homes: Home[] = [];
  for (const item of diff.items) {
    const [young, old] = [sectionOf(item.after[0]), sectionOf(item.before[0])];
    const after = young ?? (old && diff.partners.ofBefore.get(old)?.[0]);
    const before = young ? diff.partners.ofAfter.get(young)?.[0] : old;
    const known = homes.find((home) => home.after === after && home.before === before);
    if (known) known.items.push(item);
    else homes.push({ after, before, items: [item] });
  }
  return homes;
}

/** A section, or the chapter or plan where the item stands above the sections. */
function sectionOf(node: Node | undefined): Node | undefined {
  return node && (around(node, 'section') ?? around(node, 'chapter') ?? node);
}

/** What did not change and is no heading: the table leaves it out. */
function quietLeaves(diff: RoadmapDiff): Node[] {
  const loud = new Set(diff.items.flatMap(({ after }) => after.flatMap((node) => [node, ...contentsOf(node, diff)])));
  return [...within(diff.trees.after)].filter((node) => ['phase', 'milestone', 'kpi'].includes(node.kind) && !loud.has(node));
}

function rowOf(item: ChangedItem, diff: RoadmapDiff, words: DiffWords, style: Comparison['style']): ChangeRow {
  const { before, after, changes, certain } = item;
  const reason = changes.find((change) => change.reason !== undefined)?.reason;
  return {
    type: 'change',
    id: rowId(item),
    kinds: changes.map(({ kind }) => kind),
    labels: labelsOf(item, diff, words),
    // No declaration of a dated point says what it comes from.
    ...(!certain && { guess: words.guess + (nodeOf(item).kind === 'milestone' ? '' : words.settles) }),
    ...(reason !== undefined && { reason }),
    instead: insteadOf(before, after, words),
    lines: linesOf(item, diff, words, style),
  };
}

/** What stands on the side where there is nothing. */
function insteadOf(before: readonly unknown[], after: readonly unknown[], words: DiffWords): ChangeRow['instead'] {
  return { ...(before.length === 0 && { before: words.isNew }), ...(after.length === 0 && { after: words.isGone }) };
}

/** The headings around an item on one side; on the side where it does not stand, those of the heading's counterpart. */
function contextOf(node: Node | undefined, counterpart: Node | undefined, diff: RoadmapDiff, side: Side): string {
  if (node) return node.parent ? pathIn(node.parent) : '';
  const heirs = side === 'after' ? diff.partners.ofBefore : diff.partners.ofAfter;
  const home = counterpart?.parent && heirs.get(counterpart.parent)?.[0];
  return pathIn(home);
}

function departmentGroup({ departments }: RoadmapDiff, words: DiffWords): ComparisonGroup[] {
  if (departments.length === 0) return [];
  const rows = departments.map(
    ({ before, after, changes }): ChangeRow => ({
      type: 'change',
      id: `change-${after[0] ? '' : 'gone-'}${(after[0] ?? before[0])?.id}`,
      kinds: changes.map(({ kind }) => kind),
      labels: changes.map((change) => labelOf(change, words)),
      instead: insteadOf(before, after, words),
      lines: [{ field: 'heading', marks: markTold(namesOf(before, words), namesOf(after, words)), depth: 0 }],
    }),
  );
  const title = [own(words.departments)];
  return [{ id: 'departments', title, heading: { after: title, before: title }, rows }];
}

function namesOf(departments: readonly Department[], { comma }: DiffWords): Told {
  return told(departments.map(({ fullName }) => fullName).join(comma));
}

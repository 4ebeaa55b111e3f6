/*
 *   two roadmaps ── trees ──▶ nodes ── match ──▶ what became of each ── compare ──▶ differences ── name ──▶ changed items
 *
 * Pure: neither roadmap is touched. An item stands in one changed item, whatever changed in it.
 */
import type { ProgressReport, Roadmap } from '../../model/roadmap.js';
import type { Change, ChangedItem, RoadmapDiff } from './change.js';
import { compareDepartments, heirsOf } from './compare-departments.js';
import { type Comparing, compareNodes, type Difference } from './compare-nodes.js';
import { compareParts } from './compare-parts.js';
import { matchEditions } from './match-editions.js';
import type { Match, Matches } from './matches.js';
import { knownAs, type Node, pathOf, treeOf, within } from './nodes.js';

export interface DiffOptions {
  /** False leaves out what changed in notation only. */
  notation?: boolean;
}

/** What changed from one edition to another. */
export function diffRoadmaps(before: Roadmap, after: Roadmap, { notation = true }: DiffOptions = {}): RoadmapDiff {
  const trees = { before: treeOf(before), after: treeOf(after) };
  const matches = matchEditions(trees.before, trees.after);
  const departments = compareDepartments(before, after);
  const heirs = heirsOf(departments);
  const reports = { before: latestReports(before), after: latestReports(after) };
  const comparing: Comparing = {
    matches,
    heirs,
    newId: newIds(trees.before, matches),
    statusBefore: (id) => reports.before.get(id)?.status,
    statusAfter: (id) => reports.after.get(id)?.status,
  };
  const wanted = ({ kind }: Change) => notation || kind !== 'renotated';
  const reasons = new Reasons(matches);
  const items = [
    ...matches.all.map((match) => nameMatch(match, comparing, reasons)),
    ...arrivals(trees.after, matches).map((node) => nameLone('added', node, reasons)),
    ...departures(trees.before, matches).map((node) => nameLone('removed', node, reasons)),
  ]
    .map((item) => ({ ...item, changes: item.changes.filter(wanted) }))
    .filter(({ changes }) => changes.length > 0);
  const order = orderOf(trees, matches);
  return {
    before,
    after,
    items: items.sort((a, b) => order(a) - order(b)),
    guesses: matches.all
      .filter(({ certain, after: [first] }) => !certain && first?.kind !== 'milestone')
      .map(({ before: old, after: young }) => ({ before: old, after: young }))
      .sort((a, b) => order(a) - order(b)),
    trees,
    partners: {
      ofBefore: new Map(matches.all.flatMap((match) => match.before.map((node) => [node, match.after]))),
      ofAfter: new Map(matches.all.flatMap((match) => match.after.map((node) => [node, match.before]))),
    },
    reports,
    heirs,
    departments: departments
      .map((department) => ({ ...department, changes: department.changes.filter(wanted) }))
      .filter(({ changes }) => changes.length > 0),
  };
}

/** The ids of the old edition in the new one; what became several items keeps its own. */
function newIds(tree: Node, matches: Matches): (id: string) => string | undefined {
  const ids = new Map<string, string | undefined>();
  for (const node of within(tree)) {
    const heirs = matches.ofBefore(node)?.after ?? [];
    ids.set(node.id, heirs.length > 1 ? node.id : heirs[0]?.id);
  }
  return (id) => (ids.has(id) ? ids.get(id) : id);
}

function nameMatch({ before, after, certain }: Match, comparing: Comparing, reasons: Reasons): ChangedItem {
  const [old, young] = [before[0] as Node, after[0] as Node];
  const differences: Difference[] =
    before.length === 1 && after.length === 1
      ? compareNodes(old, young, comparing)
      : [...parting(before, after, comparing.matches), ...compareParts(before, after, comparing)];
  return { before, after, certain, changes: differences.map((difference) => finish(difference, young, certain, reasons.of(after))) };
}

/** A split or a merger. Where the parts of a bar went to the rows that its row was split into, the split of the row says so already. */
function parting(before: readonly Node[], after: readonly Node[], matches: Matches): Difference[] {
  if (before[0]?.kind === 'phase' && rowsPartedLike(before, after, matches)) return [];
  return [{ kind: before.length > 1 ? 'merged' : 'split', before: textOf(before), after: textOf(after) }];
}

/** Whether bars stand in several rows of one edition because their rows were split or merged in the same way. */
function rowsPartedLike(before: readonly Node[], after: readonly Node[], matches: Matches): boolean {
  const rows = (nodes: readonly Node[]) => [...new Set(nodes.flatMap(({ parent }) => parent ?? []))];
  const [old, young] = [rows(before), rows(after)];
  const match = old[0] && matches.ofBefore(old[0]);
  const all = match && old.every((row) => match.before.includes(row)) && young.every((row) => match.after.includes(row));
  return Math.max(old.length, young.length) > 1 && all === true;
}

function nameLone(kind: 'added' | 'removed', node: Node, reasons: Reasons): ChangedItem {
  const text = textOf([node]);
  const added = kind === 'added';
  const difference: Difference = { kind, ...(added ? { after: text } : { before: text }) };
  const reason = added ? reasons.of([node]) : reasons.ofGone(node);
  return { before: added ? [] : [node], after: added ? [node] : [], certain: true, changes: [finish(difference, node, true, reason)] };
}

function finish({ kind, ...difference }: Difference, node: Node, certain: boolean, reason: string | undefined): Change {
  return { kind, path: pathOf(node), certain, ...difference, ...(reason !== undefined && { reason }) };
}

/** What items are known by. */
function textOf(nodes: readonly Node[]): string {
  return nodes.map(knownAs).join('\n');
}

/** What is new, the outermost only: what stands inside it came with it. */
function arrivals(tree: Node, matches: Matches): Node[] {
  const known = (node: Node) => matches.ofAfter(node) !== undefined;
  return matches.freeAfter(within(tree)).filter((node) => node.parent && known(node.parent) && !isOnlyBars(node, known));
}

/** What is gone, the outermost only. */
function departures(tree: Node, matches: Matches): Node[] {
  const known = (node: Node) => matches.ofBefore(node) !== undefined;
  return matches.freeBefore(within(tree)).filter((node) => node.parent && known(node.parent) && !isOnlyBars(node, known));
}

/** Whether an item is a row without a heading whose bars and points all stand elsewhere in the other edition: nothing else came or went. */
function isOnlyBars({ kind, text, children }: Node, known: (node: Node) => boolean): boolean {
  return kind === 'track' && text === '' && children.length > 0 && children.every(known);
}

/** The reason that the data gives for a change: the item's own; that of its row for a phase; that of what stood around for what is gone. */
class Reasons {
  constructor(private readonly matches: Matches) {}

  /** Of the parts of a split each may give its own. */
  of(parts: readonly Node[]): string | undefined {
    const reasons = new Set(
      parts.flatMap(({ changed, parent }) => changed ?? (parent?.kind === 'track' ? parent.changed : undefined) ?? []),
    );
    return reasons.size > 0 ? [...reasons].join('／') : undefined;
  }

  ofGone(old: Node): string | undefined {
    return this.of((old.parent && this.matches.ofBefore(old.parent)?.after) ?? []);
  }
}

/** Positions in the new edition; what is gone stands behind what stood before it. */
function orderOf({ before, after }: RoadmapDiff['trees'], matches: Matches): (item: Pick<ChangedItem, 'before' | 'after'>) => number {
  const position = new Map([...within(after)].map((node, index) => [node, index]));
  const oldPosition = new Map([...within(before)].map((node, index) => [node, index]));
  const last = (node: Node): number => Math.max(...[...within(node)].map((one) => position.get(one) ?? 0));
  const ofGone = (node: Node): number => {
    const { parent } = node;
    if (!parent) return 0;
    const home = matches.ofBefore(parent)?.after[0];
    for (const sibling of parent.children.slice(0, parent.children.indexOf(node)).reverse()) {
      const heir = matches.ofBefore(sibling)?.after.at(-1);
      if (heir && heir.parent === home) return last(heir);
    }
    return home ? (position.get(home) ?? 0) : ofGone(parent);
  };
  return ({ before: [old], after: [young] }) => {
    if (young) return position.get(young) ?? 0;
    return old ? ofGone(old) + 0.5 + ((oldPosition.get(old) ?? 0) / (oldPosition.size + 1)) * 0.4 : 0;
  };
}

/** The newest report on each item; of two for one year the later one. */
function latestReports({ reports }: Roadmap): ReadonlyMap<string, ProgressReport> {
  return new Map(reports.toSorted((a, b) => a.fy - b.fy).map((report) => [report.on.id, report]));
}

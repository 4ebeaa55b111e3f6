import type { Period } from '../../model/period.js';
import type { Phase, Roadmap } from '../../model/roadmap.js';
import type { Change, RoadmapDiff } from './change.js';
import { diffRoadmaps } from './diff-roadmaps.js';
import { firstColumnOf, type Node, within } from './nodes.js';
import { clipTo } from './shift.js';

/** What happened to an item in one edition. */
export interface ItemEvent {
  edition: string;
  changes: Change[];
  /** The edition against the one before it. */
  diff: RoadmapDiff;
}

/** A promise through the editions: what each one prints, `undefined` where it does not print it. */
export interface PromiseHistory {
  /** As it stands in the last edition that has it. */
  phase: Phase;
  /** False where the newest edition no longer has the item. */
  present: boolean;
  dues: (string[] | undefined)[];
}

/** A phase as an earlier edition printed it. */
export interface Earlier {
  edition: string;
  period: Period;
  text: string;
}

/** A plan with the editions before it. */
export interface EditionSeries {
  /** Names of the editions, the earliest first, the plan itself last. */
  editions: string[];
  /** What changed in each item of the plan, the earliest first, by id. The edition that the item is new in is its first event. */
  events: ReadonlyMap<string, ItemEvent[]>;
  /** By id, the last period of an earlier edition that a phase does not have any more. */
  earlier: ReadonlyMap<string, Earlier>;
  promises: PromiseHistory[];
  /** The last edition against the one before it. */
  latest?: RoadmapDiff;
}

/** Follows every item of the last edition back through the ones before it, each compared with its neighbour. */
export function editionSeriesOf(editions: readonly Roadmap[]): EditionSeries {
  const names = editions.map(({ plan }) => plan.edition);
  const diffs = editions.slice(1).map((edition, index) => diffRoadmaps(editions[index] as Roadmap, edition));
  // Every diff has made its own tree of an edition: ids lead from one to the next.
  const last = diffs.at(-1);
  const events = new Map<string, ItemEvent[]>();
  const earlier = new Map<string, Earlier>();
  for (const node of last ? within(last.trees.after) : []) {
    const chain = chainOf(node, diffs);
    const own = chain.flatMap(({ diff, node: here }, index): ItemEvent[] => {
      const changes = changesIn(here, diff);
      return changes.length > 0 ? [{ edition: names[names.length - 1 - index] ?? '', changes, diff }] : [];
    });
    if (own.length > 0) events.set(node.id, own.reverse());
    const past = earlierPeriod(node, chain, names);
    if (past) earlier.set(node.id, past);
  }
  return { editions: names, events, earlier, promises: promisesOf(diffs, editions), ...(last && { latest: last }) };
}

/** What changed in an item. What all parts of a split changed together need not be true of one of them. */
function changesIn(node: Node, { items }: RoadmapDiff): Change[] {
  const { after, changes } = items.find((item) => item.after.includes(node)) ?? { after: [], changes: [] };
  return after.length > 1 ? changes.filter(({ kind }) => kind === 'split') : changes;
}

interface Link {
  /** The diff in whose new edition the item stands. */
  diff: RoadmapDiff;
  node: Node;
}

/** The item in each edition, the newest first, as far back as one item became one item. */
function chainOf(newest: Node, diffs: readonly RoadmapDiff[]): Link[] {
  const chain: Link[] = [];
  let node: Node | undefined = newest;
  for (const [index, diff] of [...diffs.entries()].reverse()) {
    const here: Node | undefined = index === diffs.length - 1 ? node : find(diff.trees.after, node);
    if (!here) break;
    chain.push({ diff, node: here });
    node = originOf(here, diff);
    if (!node) break;
  }
  return chain;
}

function originOf(node: Node, { partners }: RoadmapDiff): Node | undefined {
  const origins = partners.ofAfter.get(node) ?? [];
  return origins.length === 1 ? origins[0] : undefined;
}

function find(tree: Node, wanted: Node | undefined): Node | undefined {
  if (!wanted) return undefined;
  for (const node of within(tree)) if (node.kind === wanted.kind && node.id === wanted.id) return node;
  return undefined;
}

/** Of each earlier edition what the paper of the newest can show is held against what it shows. */
function earlierPeriod(newest: Node, chain: readonly Link[], names: readonly string[]): Earlier | undefined {
  const { period } = newest;
  const table = firstColumnOf(newest);
  if (!period || table === undefined) return undefined;
  for (const [index, { diff, node }] of chain.entries()) {
    const origin = originOf(node, diff);
    if (!origin?.period) return undefined;
    const dues = origin.entity.kind === 'phase' ? origin.entity.dues : [];
    const was = clipTo(table, origin.period, period, dues);
    if (was.start !== period.start || was.end !== period.end)
      return { edition: names[names.length - 2 - index] ?? '', period: origin.period, text: origin.text };
  }
  return undefined;
}

/** Every promise of any edition, in the order of the newest edition that has it. */
function promisesOf(diffs: readonly RoadmapDiff[], editions: readonly Roadmap[]): PromiseHistory[] {
  const seen = new Set<string>();
  const promises: PromiseHistory[] = [];
  for (let index = editions.length - 1; index >= 0; index -= 1) {
    const tree = index === 0 ? diffs[0]?.trees.before : diffs[index - 1]?.trees.after;
    for (const node of tree ? within(tree) : []) {
      if (node.entity.kind !== 'phase' || seen.has(`${index} ${node.id}`)) continue;
      const dues: PromiseHistory['dues'] = editions.map(() => undefined);
      let here: Node | undefined = node;
      for (let back = index; back >= 0 && here?.entity.kind === 'phase'; back -= 1) {
        seen.add(`${back} ${here.id}`);
        const printed: string[] = here.entity.dues.map(({ text }) => text);
        if (printed.length > 0) dues[back] = printed;
        const diff: RoadmapDiff | undefined = diffs[back - 1];
        const origin: Node | undefined = diff && originOf(find(diff.trees.after, here) ?? here, diff);
        here = origin;
      }
      if (dues.some(Boolean)) promises.push({ phase: node.entity, present: index === editions.length - 1, dues });
    }
  }
  return promises;
}

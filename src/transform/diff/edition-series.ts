import type { Period } from '../../model/period.js';
import type { Phase, Roadmap } from '../../model/roadmap.js';
import type { Change, ChangedItem, RoadmapDiff } from './change.js';
import { diffRoadmaps } from './diff-roadmaps.js';
import { firstColumnOf, keyOf, type Node, within } from './nodes.js';
import { clipTo } from './shift.js';

/** What happened to an item in one edition. */
export interface ItemEvent {
  edition: string;
  /** The entry of the diff that tells of it, and those of its changes that are the item's own. */
  item: ChangedItem;
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
  const steps = editions.slice(1).map((edition, index) => stepOf(diffRoadmaps(editions[index] as Roadmap, edition)));
  const last = steps.at(-1)?.diff;
  const events = new Map<string, ItemEvent[]>();
  const earlier = new Map<string, Earlier>();
  for (const node of last ? within(last.trees.after) : []) {
    const chain = chainOf(node, steps);
    const own = chain.flatMap(({ step: { diff, changed }, node: here }, index): ItemEvent[] => {
      const item = changed.get(here);
      const changes = item ? changesOfOne(item) : [];
      return item && changes.length > 0 ? [{ edition: names[names.length - 1 - index] ?? '', item, changes, diff }] : [];
    });
    if (own.length > 0) events.set(node.id, own.reverse());
    const past = earlierPeriod(node, chain, names);
    if (past) earlier.set(node.id, past);
  }
  return { editions: names, events, earlier, promises: promisesOf(steps, editions), ...(last && { latest: last }) };
}

/** An edition against the one before it. */
interface Step {
  diff: RoadmapDiff;
  /** Its items by their keys: every diff has made its own tree of an edition, and ids lead from one to the next. */
  nodes: ReadonlyMap<string, Node>;
  changed: ReadonlyMap<Node, ChangedItem>;
}

function stepOf(diff: RoadmapDiff): Step {
  return {
    diff,
    nodes: new Map([...within(diff.trees.after)].map((node) => [keyOf(node), node])),
    changed: new Map(diff.items.flatMap((item) => item.after.map((node) => [node, item] as const))),
  };
}

/** What changed in one of the items that an entry is of. What all parts of a split changed together need not be true of one of them. */
function changesOfOne({ after, changes }: ChangedItem): Change[] {
  return after.length > 1 ? changes.filter(({ kind }) => kind === 'split') : changes;
}

interface Link {
  /** In whose new edition the item stands. */
  step: Step;
  node: Node;
}

/** The item in each edition, the newest first, as far back as one item became one item. */
function chainOf(newest: Node, steps: readonly Step[]): Link[] {
  const chain: Link[] = [];
  let node: Node | undefined = newest;
  for (const step of steps.toReversed()) {
    const here: Node | undefined = node && step.nodes.get(keyOf(node));
    if (!here) break;
    chain.push({ step, node: here });
    node = originOf(here, step.diff);
  }
  return chain;
}

function originOf(node: Node, { partners }: RoadmapDiff): Node | undefined {
  const origins = partners.ofAfter.get(node) ?? [];
  return origins.length === 1 ? origins[0] : undefined;
}

/** Of each earlier edition what the paper of the newest can show is held against what it shows. */
function earlierPeriod(newest: Node, chain: readonly Link[], names: readonly string[]): Earlier | undefined {
  const { period } = newest;
  const table = firstColumnOf(newest);
  if (!period || table === undefined) return undefined;
  for (const [index, { step, node }] of chain.entries()) {
    const origin = originOf(node, step.diff);
    if (!origin?.period) return undefined;
    const dues = origin.entity.kind === 'phase' ? origin.entity.dues : [];
    const was = clipTo(table, origin.period, period, dues);
    if (was.start !== period.start || was.end !== period.end)
      return { edition: names[names.length - 2 - index] ?? '', period: origin.period, text: origin.text };
  }
  return undefined;
}

/** Every promise of any edition, in the order of the newest edition that has it. */
function promisesOf(steps: readonly Step[], editions: readonly Roadmap[]): PromiseHistory[] {
  const seen = new Set<string>();
  const promises: PromiseHistory[] = [];
  for (let index = editions.length - 1; index >= 0; index -= 1) {
    const tree = index === 0 ? steps[0]?.diff.trees.before : steps[index - 1]?.diff.trees.after;
    for (const node of tree ? within(tree) : []) {
      if (node.entity.kind !== 'phase' || seen.has(`${index} ${node.id}`)) continue;
      const dues: PromiseHistory['dues'] = editions.map(() => undefined);
      let here: Node | undefined = node;
      for (let back = index; back >= 0 && here?.entity.kind === 'phase'; back -= 1) {
        seen.add(`${back} ${here.id}`);
        const printed: string[] = here.entity.dues.map(({ text }) => text);
        if (printed.length > 0) dues[back] = printed;
        const step: Step | undefined = steps[back - 1];
        here = step && originOf(step.nodes.get(keyOf(here)) ?? here, step.diff);
      }
      if (dues.some(Boolean)) promises.push({ phase: node.entity, present: index === editions.length - 1, dues });
    }
  }
  return promises;
}

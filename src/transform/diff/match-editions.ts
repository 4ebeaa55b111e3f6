import { containment, likeness } from './likeness.js';
import { matchRows, samePeriod } from './match-rows.js';
import { Matches } from './matches.js';
import { type Node, type NodeKind, within } from './nodes.js';

/**
 * Finds what each item of the old edition has become: by id, then by what the data declares (`was`, `from`), then by likeness of text
 * and place. Printed numbers are never asked. Phases and dated points, whose ids hold their year or position, are matched inside the rows
 * that are one.
 */
export function matchEditions(before: Node, after: Node): Matches {
  const matches = new Matches();
  matches.add([before], [after], true);
  const old = [...within(before)].slice(1);
  const young = [...within(after)].slice(1);
  matchDeclaredGroups(old, young, matches);
  matchIds(old, young, matches);
  matchDeclared(old, young, matches);
  for (const kind of ['chapter', 'section', 'measure', 'track', 'kpi'] as const) matchAlike(old, young, kind, matches);
  matchRows(matches);
  matchWanderers(old, young, matches);
  return matches;
}

function matchIds(old: readonly Node[], young: readonly Node[], matches: Matches): void {
  const byId = new Map(matches.freeBefore(old).map((node) => [keyOf(node), node]));
  for (const node of matches.freeAfter(young)) {
    const same = node.ownId && byId.get(keyOf(node));
    if (same) matches.add([same], [node], true);
  }
}

/** `was`, or a `from` that names one item which nothing else claims. */
function matchDeclared(old: readonly Node[], young: readonly Node[], matches: Matches): void {
  const byId = new Map(old.map((node) => [keyOf(node), node]));
  const known = declarationsOf(old);
  for (const node of matches.freeAfter(young)) {
    const names = node.was ? [node.was] : node.from.length === 1 ? node.from : [];
    const origin = names[0] === undefined || known.has(declarationOf(node)) ? undefined : byId.get(`${node.kind} ${names[0]}`);
    if (origin && !matches.ofBefore(origin)) matches.add([origin], [node], true);
  }
}

/** Splits and mergers that `from` declares. The part that keeps the id of the whole need not say where it comes from. */
function matchDeclaredGroups(old: readonly Node[], young: readonly Node[], matches: Matches): void {
  const byId = new Map(old.map((node) => [keyOf(node), node]));
  const known = declarationsOf(old);
  const heirs = new Map<Node, Node[]>();
  for (const node of young) {
    if (node.from.length === 0 || known.has(declarationOf(node))) continue;
    const origins = node.from.flatMap((id) => byId.get(`${node.kind} ${id}`) ?? []);
    if (origins.length > 1) {
      const free = matches.freeBefore(origins);
      if (free.length > 1) matches.add(free, [node], true);
    } else if (origins[0]) heirs.set(origins[0], [...(heirs.get(origins[0]) ?? []), node]);
  }
  const youngById = new Map(young.map((node) => [keyOf(node), node]));
  for (const [origin, declared] of heirs) {
    const keeper = youngById.get(keyOf(origin));
    const keeps = keeper && !declared.includes(keeper) && keeper.from.length === 0 && !keeper.was ? [keeper] : [];
    const parts = matches.freeAfter(young.filter((node) => declared.includes(node) || keeps.includes(node)));
    if (parts.length > 1 && !matches.ofBefore(origin)) matches.add([origin], parts, true);
  }
}

/** A declaration that the old edition holds too was made for the edition before it. */
function declarationsOf(old: readonly Node[]): Set<string> {
  return new Set(old.flatMap((node) => (node.was || node.from.length > 0 ? [declarationOf(node)] : [])));
}

function declarationOf({ kind, was, from }: Node): string {
  return `${kind} ${was ?? ''} ${from.join(' ')}`;
}

function keyOf({ kind, id }: Node): string {
  return `${kind} ${id}`;
}

/** Pairs of one kind that are left over and alike. */
function matchAlike(old: readonly Node[], young: readonly Node[], kind: NodeKind, matches: Matches): void {
  const left = matches.freeBefore(old.filter((node) => node.kind === kind));
  const right = matches.freeAfter(young.filter((node) => node.kind === kind));
  const pairs = left.flatMap((before) => right.map((after) => ({ before, after, score: alike(before, after, matches), certain: false })));
  matches.addBest(pairs.filter(({ score }) => score >= enough));
}

const enough = 0.6;

/** Likeness of heading and of what stands below it; a common place counts for a little. */
function alike(before: Node, after: Node, matches: Matches): number {
  const [left, right] = [gistOf(before), gistOf(after)];
  const ofHeadings = likeness(before.text, after.text);
  const ofContents = Math.max(likeness(left, right), 0.9 * Math.min(containment(left, right), containment(right, left)));
  const words =
    left === '' || right === ''
      ? ofHeadings
      : before.text === '' || after.text === ''
        ? ofContents
        : Math.max((ofHeadings + ofContents) / 2, 0.9 * ofHeadings);
  const place = matches.correspond(before.parent, after.parent) ? 0.1 : 0;
  return words < 0.5 ? 0 : words + place;
}

/** The texts below a node in one run. */
function gistOf(node: Node): string {
  return [...within(node)]
    .slice(1)
    .map(({ text }) => text)
    .join('／');
}

/**
 * A phase or a dated point that has left its row for another one: its words are enough to tell, and stand once among those of each edition that
 * are still without a counterpart. Few words are enough for a phase that has kept its heading and its years.
 */
function matchWanderers(old: readonly Node[], young: readonly Node[], matches: Matches): void {
  const kindOf = ({ entity }: Node) => (entity.kind === 'milestone' && entity.completed ? 'completed' : entity.kind);
  const dateOf = ({ entity }: Node) => (entity.kind === 'milestone' ? entity.date : undefined);
  for (const kind of ['phase', 'milestone', 'completed']) {
    const ofKind = (nodes: readonly Node[]) => nodes.filter((node) => kindOf(node) === kind);
    const [left, right] = [matches.freeBefore(ofKind(old)), matches.freeAfter(ofKind(young))];
    for (const before of left) {
      const [after, ...others] = right.filter(({ text }) => text === before.text);
      if (!after || others.length > 0 || left.some((other) => other !== before && other.text === before.text)) continue;
      const told =
        [...before.text].length >= 8 ||
        (dateOf(before) !== undefined && dateOf(before) === dateOf(after)) ||
        (kind === 'phase' && samePeriod(before, after) && matches.correspond(before.parent?.parent, after.parent?.parent));
      if (told) matches.add([before], [after], false);
    }
  }
}

import { containment, likeness } from './likeness.js';
import { matchRows, samePeriod } from './match-rows.js';
import { Matches } from './matches.js';
import { declarationOf, keyOf, type Node, type NodeKind, within } from './nodes.js';

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
  const declared = declarationsIn(old, young);
  matchDeclaredGroups(declared, young, matches);
  matchIds(old, young, matches);
  matchDeclared(declared, matches);
  for (const kind of ['chapter', 'section', 'measure', 'track', 'kpi'] as const) matchAlike(old, young, kind, matches);
  matchRows(matches);
  matchWanderers(old, young, matches);
  return matches;
}

function matchIds(old: readonly Node[], young: readonly Node[], matches: Matches): void {
  const byId = byKey(matches.freeBefore(old));
  for (const node of matches.freeAfter(young)) {
    const same = node.ownId && byId.get(keyOf(node));
    if (same) matches.add([same], [node], true);
  }
}

/** `was`, or a `from` that names one item which nothing else claims. */
function matchDeclared(declared: Declarations, matches: Matches): void {
  for (const node of matches.freeAfter(declared.keys())) {
    const [origin, ...more] = declared.get(node) ?? [];
    if (origin && more.length === 0 && !matches.ofBefore(origin)) matches.add([origin], [node], true);
  }
}

/** Splits and mergers that `from` declares. The part that keeps the id of the whole need not say where it comes from. */
function matchDeclaredGroups(declared: Declarations, young: readonly Node[], matches: Matches): void {
  const heirs = new Map<Node, Node[]>();
  for (const [node, origins] of declared) {
    if (node.was) continue;
    if (origins.length > 1) {
      const free = matches.freeBefore(origins);
      if (free.length > 1) matches.add(free, [node], true);
    } else if (origins[0]) heirs.set(origins[0], [...(heirs.get(origins[0]) ?? []), node]);
  }
  const youngById = byKey(young);
  for (const [origin, parts] of heirs) {
    const keeper = youngById.get(keyOf(origin));
    const keeps = keeper && !parts.includes(keeper) && keeper.from.length === 0 && !keeper.was ? [keeper] : [];
    const free = matches.freeAfter(young.filter((node) => parts.includes(node) || keeps.includes(node)));
    if (free.length > 1 && !matches.ofBefore(origin)) matches.add([origin], free, true);
  }
}

/** What items of the new edition say that they come from, in document order. */
type Declarations = ReadonlyMap<Node, readonly Node[]>;

/**
 * A declaration that the old edition holds too was made for the edition before it, and so was that of an item which stands in both with all
 * that it names.
 */
function declarationsIn(old: readonly Node[], young: readonly Node[]): Declarations {
  const [oldById, youngById] = [byKey(old), byKey(young)];
  const known = new Set(old.flatMap((node) => (node.was || node.from.length > 0 ? [declarationOf(node)] : [])));
  const declared = new Map<Node, Node[]>();
  const claims = new Map<Node, Node[]>();
  for (const node of young) {
    const names = node.was ? [node.was] : node.from;
    if (names.length === 0 || known.has(declarationOf(node))) continue;
    const origins = names.flatMap((id) => oldById.get(`${node.kind} ${id}`) ?? []);
    declared.set(node, origins);
    for (const origin of origins) claims.set(origin, [...(claims.get(origin) ?? []), node]);
  }
  const stands = (node: Node) => {
    const same = oldById.get(keyOf(node));
    return same && (node.ownId || same.text === node.text) ? same : undefined;
  };
  for (const [node, origins] of declared) {
    const self = stands(node);
    const isClaimed = self && (claims.get(self) ?? []).some((other) => other !== node);
    const remains = (origin: Node) => {
      const heir = youngById.get(keyOf(origin));
      return heir && (origins.length === 1 || stands(heir));
    };
    if (self && !isClaimed && origins.every(remains)) declared.delete(node);
  }
  return declared;
}

function byKey(nodes: readonly Node[]): ReadonlyMap<string, Node> {
  return new Map(nodes.map((node) => [keyOf(node), node]));
}

/** Pairs of one kind that are left over and alike. */
function matchAlike(old: readonly Node[], young: readonly Node[], kind: NodeKind, matches: Matches): void {
  const left = matches.freeBefore(old.filter((node) => node.kind === kind));
  const right = matches.freeAfter(young.filter((node) => node.kind === kind));
  const pairs = left.flatMap((before) => right.map((after) => ({ before, after, score: alike(before, after, matches), certain: false })));
  matches.addBest(pairs.filter(({ score }) => score >= enough));
}

/** From here on two items are taken for one: what test/transform/likeness.test.ts shows as the same, and no more. */
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

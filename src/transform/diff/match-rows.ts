import { containment, likeness } from './likeness.js';
import type { Matches } from './matches.js';
import type { Node } from './nodes.js';
import { sameButForNotation } from './notation.js';

/** Matches the phases and the dated points of rows that are one row. */
export function matchRows(matches: Matches): void {
  const rows = matches.all.filter(({ before: [first] }) => first?.kind === 'track');
  const headings = matches.all.filter(({ before: [first] }) => first?.kind === 'measure');
  for (const pool of [...headings, ...rows]) {
    const [old, young] = [contentsOf(pool.before), contentsOf(pool.after)];
    for (const completed of [false, true]) matchPoints(points(old, completed), points(young, completed), matches);
    if (phases(old).length > 0 && phases(young).length > 0) matchPhases(phases(old), phases(young), matches);
  }
  for (const { before, after } of rows) matchDone(contentsOf(before), contentsOf(after), matches);
  for (const { before, after } of headings) matchDone(contentsBelow(before), contentsBelow(after), matches);
}

/** A bar or a coming point that now stands among what was done before. */
function matchDone(old: readonly Node[], young: readonly Node[], matches: Matches): void {
  const done = points(young, true);
  const same = (before: Node, after: Node) => sameButForNotation(before.text, after.text);
  matchWhere((before, after) => same(before, after) && dateOf(before) === dateOf(after), points(old, false), done, matches);
  matchWhere(same, points(old, false), done, matches);
  matchWhere(same, phases(old), done, matches);
  // What was done is often told in other words than what was to be done.
  const left = matches.freeBefore([...points(old, false), ...phases(old)]);
  const pairs = left.flatMap((before) =>
    matches.freeAfter(done).map((after) => ({ before, after, score: likeness(before.text, after.text), certain: false })),
  );
  matches.addBest(pairs.filter(({ score }) => score >= 0.6));
}

function contentsOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap(({ children }) => children);
}

/** What stands at headings and in their rows. */
function contentsBelow(headings: readonly Node[]): Node[] {
  const own = contentsOf(headings);
  return [...own, ...contentsOf(own.filter(({ kind }) => kind === 'track'))];
}

function points(nodes: readonly Node[], completed: boolean): Node[] {
  return nodes.filter(({ entity }) => entity.kind === 'milestone' && entity.completed === completed);
}

function dateOf({ entity }: Node): string | undefined {
  return entity.kind === 'milestone' ? entity.date : undefined;
}

function phases(nodes: readonly Node[]): Node[] {
  return nodes.filter(({ kind }) => kind === 'phase');
}

function matchPhases(old: readonly Node[], young: readonly Node[], matches: Matches): void {
  matchWhere((before, after) => before.text === after.text && samePeriod(before, after), old, young, matches);
  matchParts(old, young, matches);
  matchWhere((before, after) => before.text === after.text, old, young, matches);
  matchWhere((before, after) => sameButForNotation(before.text, after.text), old, young, matches);
  const [left, right] = [matches.freeBefore(old), matches.freeAfter(young)];
  const pairs = left.flatMap((before) =>
    right.map((after) => {
      const sameId = before.id === after.id;
      const words = likeness(before.text, after.text);
      return { before, after, score: words + (sameId ? 0.3 : 0), certain: sameId, alike: sameId || words >= 0.45 };
    }),
  );
  matches.addBest(pairs.filter(({ alike }) => alike));
  // What alone is left of a row on both sides need not be as much alike.
  const [[before, ...more], [after, ...others]] = [matches.freeBefore(old), matches.freeAfter(young)];
  if (before && after && more.length + others.length === 0 && likeness(before.text, after.text) >= 0.3)
    matches.add([before], [after], false);
}

/** Dated points have no ids: one with the same words or the only one on its date is the same point. */
function matchPoints(old: readonly Node[], young: readonly Node[], matches: Matches): void {
  matchWhere((before, after) => before.text === after.text && dateOf(before) === dateOf(after), old, young, matches);
  matchWhere((before, after) => sameButForNotation(before.text, after.text), old, young, matches);
  const [left, right] = [matches.freeBefore(old), matches.freeAfter(young)];
  const pairs = left.flatMap((before) =>
    right.map((after) => {
      const sameDate = dateOf(before) !== undefined && dateOf(before) === dateOf(after);
      const words = likeness(before.text, after.text);
      return {
        before,
        after,
        score: words + (sameDate ? 0.3 : 0),
        certain: sameDate || words >= 0.5,
        alike: words >= (sameDate ? 0.2 : 0.5),
      };
    }),
  );
  matches.addBest(pairs.filter(({ alike }) => alike));
}

/** Pairs for which `same` holds, the nearest periods first. */
function matchWhere(same: (before: Node, after: Node) => boolean, old: readonly Node[], young: readonly Node[], matches: Matches): void {
  const [left, right] = [matches.freeBefore(old), matches.freeAfter(young)];
  const pairs = left.flatMap((before) =>
    right.flatMap((after) => (same(before, after) ? [{ before, after, score: -distance(before, after), certain: true }] : [])),
  );
  matches.addBest(pairs);
}

/** A bar that became several, or several that became one: their words are its words, and together they fill its years. */
function matchParts(old: readonly Node[], young: readonly Node[], matches: Matches): void {
  for (const whole of matches.freeBefore(old)) {
    const parts = partsOf(whole, matches.freeAfter(young), matches.freeBefore(old));
    if (parts) matches.add([whole], parts, false);
  }
  for (const whole of matches.freeAfter(young)) {
    const parts = partsOf(whole, matches.freeBefore(old), matches.freeAfter(young));
    if (parts) matches.add(parts, [whole], false);
  }
}

function partsOf(whole: Node, candidates: readonly Node[], beside: readonly Node[]): Node[] | undefined {
  // What is more like a neighbour of the whole is that neighbour.
  const own = (part: Node) =>
    beside.every((other) => other === whole || likeness(part.text, other.text) <= likeness(part.text, whole.text));
  const inside = candidates.filter((part) => lies(part, whole) && own(part));
  const worded = inside.filter((part) => containment(part.text, whole.text) >= 0.6);
  if (worded.length >= 2 && fills(worded, whole) && covers(worded, whole)) return worded;
  // Where the words have changed more, the years must meet without a gap, and no part may be the whole itself cut short.
  const tiles =
    inside.length >= 2 &&
    meet(inside, whole) &&
    inside.every((part) => containment(part.text, whole.text) >= 0.3 && likeness(part.text, whole.text) < 0.9);
  return tiles && covers(inside, whole) ? inside : undefined;
}

function covers(parts: readonly Node[], whole: Node): boolean {
  return containment(whole.text, parts.map(({ text }) => text).join('／')) >= 0.5;
}

/** The parts reach from the first to the last month of the whole. */
function fills(parts: readonly Node[], { period }: Node): boolean {
  return Math.min(...parts.map(startOf)) === period?.start && Math.max(...parts.map(endOf)) === (period?.end ?? forever);
}

/** Each part begins in the month after the one before it ends, and together they are the whole. */
function meet(parts: readonly Node[], whole: Node): boolean {
  const ordered = [...parts].sort((a, b) => startOf(a) - startOf(b));
  return fills(parts, whole) && ordered.slice(1).every((part, index) => startOf(part) === endOf(ordered[index] ?? part) + 1);
}

const forever = Number.MAX_SAFE_INTEGER;

function startOf({ period }: Node): number {
  return period?.start ?? 0;
}

function endOf({ period }: Node): number {
  return period?.end ?? forever;
}

function lies(inner: Node, outer: Node): boolean {
  return startOf(inner) >= startOf(outer) && endOf(inner) <= endOf(outer);
}

export function samePeriod(a: Node, b: Node): boolean {
  return startOf(a) === startOf(b) && endOf(a) === endOf(b);
}

function distance(a: Node, b: Node): number {
  return Math.abs(startOf(a) - startOf(b)) + (endOf(a) === endOf(b) ? 0 : 0.5);
}

import type { ChangedItem, RoadmapDiff, Side } from '../../transform/diff/change.js';
import { likeness } from '../../transform/diff/likeness.js';
import { knownAs, type Node, within } from '../../transform/diff/nodes.js';
import { plain, type Told, told } from '../told.js';
import { valueIn } from './change-values.js';
import type { DiffWords } from './diff-words.js';
import { type Fact, factsOf, mainFacts, mainText, placeIn, titleIn, titleOf } from './item-facts.js';
import { inPieces, markTold, type ToldMark } from './mark-told.js';
import { markedInAll, markWords } from './mark-words.js';

export type { Side };

export interface ComparisonLine {
  field: string;
  label?: string;
  /** The only side that the line stands on, where it has no counterpart. */
  side?: Side;
  /** Both editions in one run; each side is a part of it. */
  marks: ToldMark[];
  /** How deep it stands inside its item. */
  depth: number;
}

/** What came or went with an item: everything below it that has no part in the other edition. */
export function contentsOf(node: Node, { partners }: RoadmapDiff): Node[] {
  return [...within(node)].slice(1).filter((one) => !partners.ofAfter.has(one) && !partners.ofBefore.has(one));
}

/** What a changed item said and says, a line a field, marked word by word. */
export function linesOf(item: ChangedItem, diff: RoadmapDiff, words: DiffWords, style: 'columns' | 'strike'): ComparisonLine[] {
  const { before, after, changes } = item;
  const [old, young] = [before[0], after[0]];
  if (!old || !young) {
    const node = (young ?? old) as Node;
    return loneLines(node, young ? 'after' : 'before', diff, words);
  }
  const lines: ComparisonLine[] = [];
  const add = (field: string, from: Told, to: Told) => {
    if (from.length > 0 || to.length > 0) lines.push({ ...labelled({ field }, words), marks: markTold(from, to), depth: 0 });
  };
  if (changes.some(({ kind }) => kind === 'moved')) add('place', told(placeIn(old)), told(placeIn(young)));
  // A bar that is now among what was done before has no line in common with its old self.
  const parts = before.length > 1 || after.length > 1 || old.kind !== young.kind;
  if (parts) lines.push(...(style === 'strike' ? draftOfParts : linesOfParts)(before, after, diff, words));
  for (const { field } of parts ? [] : mainFacts(young, words)) {
    // The plan goes by its title only where that changed.
    if (field === 'heading' && titleOf(young, words).length > 0 && (young.kind !== 'plan' || young.text !== old.text))
      lines.push({ field, marks: markHeading(old, young), depth: 0 });
    else if (field === 'row')
      lines.push(...(['before', 'after'] as const).map((side) => knownBy(side === 'after' ? young : old, side, words)));
    else add(field, mainText(old, field, words), mainText(young, field, words));
  }
  const isTold = ['number', 'label', ...(old.kind === young.kind ? [] : ['completed'])];
  for (const change of changes) {
    const [from, to] = [valueIn(change, 'before', item, diff, words), valueIn(change, 'after', item, diff, words)];
    if (change.field && !isTold.includes(change.field)) add(change.field, from, to);
  }
  return lines;
}

/** An item that only one edition has, with what came or went with it. */
function loneLines(node: Node, side: Side, diff: RoadmapDiff, words: DiffWords): ComparisonLine[] {
  const top = depthOf(node);
  return [node, ...contentsOf(node, diff)].flatMap((one) =>
    factsOf(one, words).map((fact) => ({
      ...labelled(fact, words),
      side,
      marks: [{ text: fact.text, kind: side === 'after' ? ('new' as const) : ('old' as const) }],
      depth: depthOf(one) - top,
    })),
  );
}

/** A split or a merger: all parts of both sides. Words that the other side has as well are not marked, wherever they stand there. */
function linesOfParts(before: readonly Node[], after: readonly Node[], diff: RoadmapDiff, words: DiffWords): ComparisonLine[] {
  const [old, young] = [before, after].map((nodes) => nodes.flatMap((node) => partFacts(node, diff, words)).flat()) as [Fact[], Fact[]];
  const lines = (facts: readonly Fact[], others: readonly Fact[], side: Side): ComparisonLine[] => {
    const mark = (fact: Fact): ToldMark[] => {
      const [own, gone] = side === 'after' ? (['new', 'old'] as const) : (['old', 'new'] as const);
      const text = plain(fact.text);
      const texts = others.flatMap((other) => (other.field === fact.field ? [plain(other.text)] : []));
      const candidates = (texts.length > 0 ? texts : ['']).map((other) => {
        return (side === 'after' ? markWords(other, text) : markWords(text, other)).filter(({ kind }) => kind !== gone);
      });
      const marks = markedInAll(text, candidates, own);
      return side === 'after' ? inPieces(marks, [], fact.text) : inPieces(marks, fact.text, []);
    };
    return facts.map((fact) => ({ ...labelled(fact, words), side, marks: mark(fact), depth: 0 }));
  };
  return [...lines(old, young, 'before'), ...lines(young, old, 'after')];
}

/** The same as a draft: what of one side is most like what of the other is one run, and the rest is struck out or put in. */
function draftOfParts(before: readonly Node[], after: readonly Node[], diff: RoadmapDiff, words: DiffWords): ComparisonLine[] {
  const [old, young] = [before, after].map((nodes) => nodes.flatMap((node) => partFacts(node, diff, words))) as [Fact[][], Fact[][]];
  return pairsOf(old, young).flatMap(([from, to]) => {
    const gone = from.filter(({ field }) => !to.some((fact) => fact.field === field));
    const textOf = (facts: readonly Fact[], field: string) => facts.find((fact) => fact.field === field)?.text ?? [];
    return [...gone, ...to].map(({ field }) => {
      return { ...labelled({ field }, words), marks: markTold(textOf(from, field), textOf(to, field)), depth: 0 };
    });
  });
}

/** The likest of both sides side by side, in the order of each; what has no counterpart stands against nothing. */
function pairsOf(old: readonly Fact[][], young: readonly Fact[][]): [Fact[], Fact[]][] {
  const text = (facts: readonly Fact[]) => plain(facts.at(-1)?.text ?? '');
  let best = { score: 0.3, left: -1, right: -1 };
  for (const [left, from] of old.entries())
    for (const [right, to] of young.entries()) {
      const score = likeness(text(from), text(to));
      if (score > best.score) best = { score, left, right };
    }
  const [from, to] = [old[best.left], young[best.right]];
  if (!from || !to) return [...old.map((facts): [Fact[], Fact[]] => [facts, []]), ...young.map((facts): [Fact[], Fact[]] => [[], facts])];
  return [
    ...pairsOf(old.slice(0, best.left), young.slice(0, best.right)),
    [from, to],
    ...pairsOf(old.slice(best.left + 1), young.slice(best.right + 1)),
  ];
}

/** What is shown of a part: a row with those of its bars that were parted with it and have no entry of their own; they name one without a heading. */
function partFacts(node: Node, { items, partners }: RoadmapDiff, words: DiffWords): Fact[][] {
  if (node.kind !== 'track') return [mainFacts(node, words)];
  const bars = node.children.filter(({ kind }) => kind === 'phase');
  const parted = bars.filter((bar) => {
    const [others, back] = partners.ofBefore.has(bar) ? [partners.ofBefore, partners.ofAfter] : [partners.ofAfter, partners.ofBefore];
    const [other, ...more] = others.get(bar) ?? [];
    const isParted = more.length > 0 || (other !== undefined && (back.get(other)?.length ?? 0) > 1);
    return isParted && !items.some(({ before, after }) => before.includes(bar) || after.includes(bar));
  });
  const named = node.text === '' && parted.length > 0 ? [] : [mainFacts(node, words)];
  return [...named, ...parted.map((bar) => mainFacts(bar, words))];
}

/** A heading with its number marked apart from its title. */
function markHeading(old: Node, young: Node): ToldMark[] {
  const number = (node: Node) => titleIn(node).slice(0, titleIn(node).length - node.text.length);
  return [...markTold(told(number(old)), told(number(young))), ...markTold(told(old.text), told(young.text))];
}

/** What tells which row is meant where it has no heading; its bars change in rows of their own. */
function knownBy(node: Node, side: Side, words: DiffWords): ComparisonLine {
  return { ...labelled({ field: 'row' }, words), side, marks: [{ text: told(knownAs(node)), kind: 'same' }], depth: 0 };
}

function labelled({ field }: Pick<Fact, 'field'>, words: DiffWords): { field: string; label?: string } {
  const label = ['text', 'heading', 'label', 'period', 'date'].includes(field) ? undefined : words.fields[field];
  return { field, ...(label !== undefined && { label }) };
}

function depthOf(node: Node): number {
  return node.parent ? depthOf(node.parent) + 1 : 0;
}

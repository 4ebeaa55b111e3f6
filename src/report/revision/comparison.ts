import type { Month } from '../../model/fiscal-year.js';
import type { Kpi, Measure, Track } from '../../model/roadmap.js';
import { heading } from '../../model/walk.js';
import type { Lang } from '../../source/lang.js';
import type { Change, ChangedItem, ChangeKind, RoadmapDiff } from '../../transform/diff/change.js';
import { likeness } from '../../transform/diff/likeness.js';
import { around, firstColumnOf, type Node, within } from '../../transform/diff/nodes.js';
import { targetWords } from '../kpi-words.js';
import { dateWords, periodWords } from '../period-words.js';
import { valueIn } from './change-values.js';
import { type DiffWords, diffWordsOf } from './diff-words.js';
import { type Mark, markedInAll, markWords } from './mark-words.js';

/** The 新旧対照表: every changed item once, grouped by section, in the order of the new edition. */
export interface Comparison {
  style: 'columns' | 'strike';
  /** The columns from left to right. */
  sides: { side: Side /** With the edition: `改正後（令和4年6月）`. */; label: string; edition: string }[];
  groups: ComparisonGroup[];
}

export type Side = 'before' | 'after';

export interface ComparisonGroup {
  id: string;
  /** The heading in the new edition, else the one that is gone. */
  title: string;
  /** Left out where the heading itself is among the changes: then its row stands first. */
  heading?: Record<Side, string>;
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

export interface ComparisonLine {
  field: string;
  label?: string;
  /** The only side that the line stands on, where it has no counterpart. */
  side?: Side;
  /** Both editions in one run; each side is a part of it. */
  marks: Mark[];
  /** How deep it stands inside its item. */
  depth: number;
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
  const told = diffWordsOf(lang);
  const words = forEditors ? { ...told, guess: told.guess + told.settles } : told;
  const [before, after] = (['before', 'after'] as const).map((side) => {
    const { edition } = diff[side].plan;
    return { side, label: words[side] + words.opening + edition + words.closing, edition };
  }) as [Comparison['sides'][number], Comparison['sides'][number]];
  return {
    style,
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
    return { id: (after ?? before)?.id ?? '', title: heading.after || heading.before, ...(!opens && { heading }), rows };
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

/** What came or went with an item: everything below it that has no part in the other edition. */
function contentsOf(node: Node, { partners }: RoadmapDiff): Node[] {
  return [...within(node)].slice(1).filter((one) => !partners.ofAfter.has(one) && !partners.ofBefore.has(one));
}

function rowOf(item: ChangedItem, diff: RoadmapDiff, words: DiffWords, style: Comparison['style']): ChangeRow {
  const { before, after, changes, certain } = item;
  const node = (after[0] ?? before[0]) as Node;
  const reason = changes.find((change) => change.reason !== undefined)?.reason;
  return {
    type: 'change',
    id: `change-${after[0] ? '' : 'gone-'}${node.id}`,
    kinds: changes.map(({ kind }) => kind),
    labels: labelsOf(item, diff, words),
    ...(!certain && { guess: words.guess }),
    ...(reason !== undefined && { reason }),
    instead: { ...(before.length === 0 && { before: words.isNew }), ...(after.length === 0 && { after: words.isGone }) },
    lines: linesOf(item, diff, words, style),
  };
}

/** Whether an item is gone because all its years and dates lie before the new edition's window, or the later table of its section. */
export function isOver({ before, after }: ChangedItem, diff: RoadmapDiff): boolean {
  const ends = before.flatMap((node) =>
    [...within(node)].flatMap((one) => lastMonthsOf(one).map((end) => end !== null && end < tableStart(one, diff))),
  );
  return after.length === 0 && ends.length > 0 && ends.every(Boolean);
}

/** The last month of a bar, null where no end is printed, or that of a dated point. */
function lastMonthsOf({ period, entity }: Node): (Month | null)[] {
  if (period) return [period.end];
  return entity.kind === 'milestone' && entity.month !== undefined ? [entity.month] : [];
}

/** Where the table of an item's section begins in the new edition; the window where that has no such section. */
function tableStart(old: Node, { partners, after }: RoadmapDiff): Month {
  const section = around(old, 'section');
  const [heir] = (section && partners.ofBefore.get(section)) ?? [];
  return (heir && firstColumnOf(heir)) ?? after.plan.window.start;
}

/** What happened to an item; 終了 where it is gone because it is over. */
export function labelsOf(item: ChangedItem, diff: RoadmapDiff, words: DiffWords): string[] {
  return isOver(item, diff) ? [words.ended] : item.changes.map((change) => labelOf(change, words));
}

/** 時期の変更（後ろ倒し）, その他の変更（担当）. */
export function labelOf({ kind, shift, field }: Pick<Change, 'kind' | 'shift' | 'field'>, words: DiffWords): string {
  const more = [...(kind === 'changed' && field ? [words.fields[field] ?? field] : []), ...(shift ? [words.shifts[shift]] : [])];
  return words.kinds[kind] + (more.length > 0 ? words.opening + more.join(words.comma) + words.closing : '');
}

function linesOf(
  { before, after, changes }: ChangedItem,
  diff: RoadmapDiff,
  words: DiffWords,
  style: Comparison['style'],
): ComparisonLine[] {
  const [old, young] = [before[0], after[0]];
  if (!old || !young) {
    const node = (young ?? old) as Node;
    return loneLines(node, young ? 'after' : 'before', diff, words);
  }
  const lines: ComparisonLine[] = [];
  const add = (field: string, from: string, to: string) => {
    if (from !== '' || to !== '') lines.push({ ...labelled({ field }, words), marks: markWords(from, to), depth: 0 });
  };
  if (changes.some(({ kind }) => kind === 'moved')) add('place', placeIn(old), placeIn(young));
  // A bar that is now among what was done before has no line in common with its old self.
  const parts = before.length > 1 || after.length > 1 || old.kind !== young.kind;
  if (parts) lines.push(...(style === 'strike' ? draftOfParts : linesOfParts)(before, after, diff, words));
  for (const { field } of parts ? [] : mainFacts(young, words)) {
    if (field === 'heading' && titleOf(young, words) !== '' && young.kind !== 'plan')
      lines.push({ field, marks: markHeading(old, young), depth: 0 });
    else if (field === 'row')
      lines.push(...(['before', 'after'] as const).map((side) => knownBy(side === 'after' ? young : old, side, words)));
    else add(field, mainText(old, field, words), mainText(young, field, words));
  }
  const told = ['number', 'label', ...(old.kind === young.kind ? [] : ['completed'])];
  for (const change of changes) {
    const [from, to] = [valueIn(change, 'before', diff, words), valueIn(change, 'after', diff, words)];
    if (change.field && !told.includes(change.field)) add(change.field, from, to);
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
    const mark = (fact: Fact): Mark[] => {
      const [own, gone] = side === 'after' ? (['new', 'old'] as const) : (['old', 'new'] as const);
      const texts = others.flatMap(({ field, text }) => (field === fact.field ? [text] : []));
      const candidates = (texts.length > 0 ? texts : ['']).map((text) => {
        return (side === 'after' ? markWords(text, fact.text) : markWords(fact.text, text)).filter(({ kind }) => kind !== gone);
      });
      return markedInAll(fact.text, candidates, own);
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
    const textOf = (facts: readonly Fact[], field: string) => facts.find((fact) => fact.field === field)?.text ?? '';
    return [...gone, ...to].map(({ field }) => {
      return { ...labelled({ field }, words), marks: markWords(textOf(from, field), textOf(to, field)), depth: 0 };
    });
  });
}

/** The likest of both sides side by side, in the order of each; what has no counterpart stands against nothing. */
function pairsOf(old: readonly Fact[][], young: readonly Fact[][]): [Fact[], Fact[]][] {
  const text = (facts: readonly Fact[]) => facts.at(-1)?.text ?? '';
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

interface Fact {
  field: string;
  text: string;
}

/** What an item is known by: its heading, or its period and text. */
function mainFacts(node: Node, words: DiffWords): Fact[] {
  const { entity } = node;
  switch (entity.kind) {
    case 'phase':
      return [
        { field: 'period', text: node.period ? periodWords(node.period, words.lang) : '' },
        { field: 'text', text: node.text },
      ];
    case 'milestone':
      return [...(entity.date ? [{ field: 'date', text: dateWords(entity.date, words.lang) }] : []), { field: 'text', text: node.text }];
    case 'track':
      return [node.text ? { field: 'label', text: node.text } : { field: 'row', text: phasesIn(node) }];
    case 'kpi':
      return [{ field: 'heading', text: node.text }];
    default:
      return [{ field: 'heading', text: titleOf(node, words) }];
  }
}

/** A heading with its number marked apart from its title. */
function markHeading(old: Node, young: Node): Mark[] {
  const number = (node: Node) => titleIn(node).slice(0, titleIn(node).length - node.text.length);
  return [...markWords(number(old), number(young)), ...markWords(old.text, young.text)];
}

function mainText(node: Node, field: string, words: DiffWords): string {
  return mainFacts(node, words).find((fact) => fact.field === field)?.text ?? '';
}

/** Everything that an item itself says, for one that is new or gone. */
function factsOf(node: Node, words: DiffWords): Fact[] {
  const { entity } = node;
  const facts: Fact[] = entity.kind === 'track' ? (node.text ? [{ field: 'label', text: node.text }] : []) : mainFacts(node, words);
  if ('leads' in entity && entity.leads.length > 0)
    facts.push({ field: 'leads', text: (entity as Measure | Track).leads.map(({ fullName }) => fullName).join(words.comma) });
  if (entity.kind === 'kpi') facts.push({ field: 'kpi.target', text: targetWords(entity as Kpi, words.lang) });
  if ('notes' in entity) for (const { text } of entity.notes) facts.push({ field: 'notes', text });
  return facts;
}

/** What tells which row is meant where it has no heading; its bars change in rows of their own. */
function knownBy(node: Node, side: Side, words: DiffWords): ComparisonLine {
  return { ...labelled({ field: 'row' }, words), side, marks: [{ text: node.text || phasesIn(node), kind: 'same' }], depth: 0 };
}

function labelled({ field }: Pick<Fact, 'field'>, words: DiffWords): { field: string; label?: string } {
  const label = ['text', 'heading', 'label', 'period', 'date'].includes(field) ? undefined : words.fields[field];
  return { field, ...(label !== undefined && { label }) };
}

/** A row without a heading of its own is known by its phases. */
function phasesIn(track: Node): string {
  return track.children
    .filter(({ kind }) => kind === 'phase')
    .map(({ text }) => text)
    .join(' → ');
}

function depthOf(node: Node): number {
  return node.parent ? depthOf(node.parent) + 1 : 0;
}

function titleOf(node: Node | undefined, words: DiffWords): string {
  if (!node) return '';
  return node.kind === 'plan' ? words.plan : titleIn(node);
}

/** The heading of a node with its printed number. */
function titleIn(node: Node): string {
  return heading({ ...('number' in node.entity && node.entity.number !== undefined && { number: node.entity.number }), title: node.text });
}

/** The headings between an item and its section, from the outermost inwards. */
function placeIn(node: Node): string {
  return node.parent ? pathIn(node.parent) || heading(node.parent.entity as { number?: string; title: string }) : '';
}

/** A measure's headings from the outermost to its own, and the heading of its row. */
function pathIn(node: Node | undefined): string {
  if (!node || (node.kind !== 'measure' && node.kind !== 'track')) return '';
  const outer = pathIn(node.parent);
  const own = node.kind === 'track' ? node.text : heading(node.entity as Measure);
  return [outer, own].filter(Boolean).join('　');
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
      id: `change-${after.id}`,
      kinds: changes.map(({ kind }) => kind),
      labels: changes.map((change) => labelOf(change, words)),
      instead: {},
      lines: [{ field: 'heading', marks: markWords(before.fullName, after.fullName), depth: 0 }],
    }),
  );
  return [{ id: 'departments', title: words.departments, heading: { after: words.departments, before: words.departments }, rows }];
}

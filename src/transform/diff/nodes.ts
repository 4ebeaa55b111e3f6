import type { Month } from '../../model/fiscal-year.js';
import { type Period, startFy } from '../../model/period.js';
import type { Chapter, Kpi, Measure, Milestone, Phase, Plan, Roadmap, Section, Track } from '../../model/roadmap.js';
import { isFirstOfSeries, wholeSeries } from '../../model/series.js';

export type NodeEntity = Plan | Chapter | Section | Measure | Track | Phase | Milestone | Kpi;
export type NodeKind = NodeEntity['kind'];

/** A thing that is compared, with its place in the tree. A phase that is printed in each of its years is one node. */
export interface Node {
  kind: NodeKind;
  id: string;
  /** Whether the author gave the id. One made from the year or the position proves nothing across editions. */
  ownId: boolean;
  entity: NodeEntity;
  /** Its heading or text. */
  text: string;
  /** Of a phase: from the first to the last of its series. */
  period?: Period;
  each?: boolean;
  was?: string;
  from: readonly string[];
  changed?: string;
  parent?: Node;
  children: Node[];
}

/** A node of one kind. */
export type NodeOf<K extends NodeKind> = Node & { kind: K; entity: Extract<NodeEntity, { kind: K }> };

export function isOf<K extends NodeKind>(one: Node, kind: K): one is NodeOf<K> {
  return one.kind === kind;
}

/** The tree of an edition in document order. */
export function treeOf({ plan, chapters }: Roadmap): Node {
  const top = node(plan, plan.title);
  for (const chapter of chapters) {
    const ofChapter = add(top, node(chapter, chapter.title));
    for (const section of chapter.sections) {
      const ofSection = add(ofChapter, node(section, section.title));
      for (const kpi of section.kpis) add(ofSection, kpiNode(kpi));
      for (const measure of section.measures) if (!measure.parent) addMeasure(ofSection, measure);
    }
  }
  return top;
}

/** A node and everything below it, in document order. */
export function* within(top: Node): Iterable<Node> {
  yield top;
  for (const child of top.children) yield* within(child);
}

/** What tells an item from all others of its edition. */
export function keyOf({ kind, id }: { kind: string; id: string }): string {
  return `${kind} ${id}`;
}

/** What an item says it comes from. */
export function declarationOf({ kind, was, from }: { kind: string; was?: string; from: readonly string[] }): string {
  return `${kind} ${was ?? ''} ${from.join(' ')}`;
}

/** What a node is known by: its heading or text; a row without a heading by its bars, else by what else stands in it. */
export function knownAs({ text, children }: Node): string {
  const bars = children.filter(({ kind }) => kind === 'phase');
  return text || (bars.length > 0 ? bars : children).map((child) => child.text).join('／');
}

/** Ids from the chapter to the node itself. */
export function pathOf(one: Node): string[] {
  return one.parent ? [...pathOf(one.parent), one.id] : [];
}

/** The nearest node of a kind around a node, or the node itself. */
export function around<K extends NodeKind>(one: Node, kind: K): NodeOf<K> | undefined {
  return isOf(one, kind) ? one : one.parent && around(one.parent, kind);
}

/** The first month of the table that a node stands in. */
export function firstColumnOf(one: Node): Month | undefined {
  return around(one, 'section')?.entity.columns[0]?.start;
}

function addMeasure(parent: Node, measure: Measure): void {
  const ofMeasure = add(parent, node(measure, measure.title));
  addDetails(ofMeasure, measure);
  for (const track of measure.tracks) {
    const ofTrack = add(ofMeasure, node(track, track.label ?? ''));
    addDetails(ofTrack, track);
    for (const phase of track.phases) if (isFirstOfSeries(phase)) add(ofTrack, phaseNode(phase, track));
  }
  for (const child of measure.children) addMeasure(ofMeasure, child);
}

function addDetails(parent: Node, item: Measure | Track): void {
  for (const milestone of [...item.completed, ...item.milestones]) add(parent, { ...node(milestone, milestone.text), ownId: false });
  for (const kpi of item.kpis) add(parent, kpiNode(kpi));
}

function kpiNode(kpi: Kpi): Node {
  return node(kpi, kpi.name);
}

function phaseNode(phase: Phase, track: Track): Node {
  const id = phase.series ?? phase.id;
  const base = `${track.id}.${startFy(phase.period)}`;
  const derived = id === base || (id.startsWith(`${base}-`) && /^\d+$/.test(id.slice(base.length + 1)));
  return {
    ...node(phase, phase.text),
    id,
    ownId: !derived,
    period: { ...phase.period, end: wholeSeries(phase).period.end },
    ...(phase.series !== undefined && { each: true }),
  };
}

function node(entity: NodeEntity, text: string): Node {
  const { was, from, changed } = { was: undefined, from: [], changed: undefined, ...entity } as Partial<Pick<Track, 'was' | 'changed'>> & {
    from: readonly string[];
  };
  return {
    kind: entity.kind,
    id: entity.id,
    ownId: true,
    entity,
    text,
    ...(was !== undefined && { was }),
    from,
    ...(changed !== undefined && { changed }),
    children: [],
  };
}

function add(parent: Node, child: Node): Node {
  child.parent = parent;
  parent.children.push(child);
  return child;
}

import type { Period } from '../../model/period.js';
import type { Note } from '../../model/roadmap.js';
import { leadsOf } from '../../model/walk.js';
import {
  type Comparing,
  type Difference,
  field,
  isItem,
  laterTable,
  moved,
  notes,
  ownLeads,
  promiseShift,
  retimed,
} from './compare-nodes.js';
import type { Node } from './nodes.js';

/** What a split or a merger changed besides, all parts taken together: place, period, promises, notes, and who answers for them. */
export function compareParts(before: readonly Node[], after: readonly Node[], comparing: Comparing): Difference[] {
  const [old, young] = [before[0] as Node, after[0] as Node];
  const stays = before.some((one) => after.some((other) => comparing.matches.correspond(one.parent, other.parent)));
  return [
    ...(stays ? [] : moved(old, young, comparing.matches)),
    ...(old.kind === 'phase' ? comparePhases(before, after) : []),
    ...(isItem(old.entity) ? compareItems(before, after, comparing) : []),
  ];
}

function comparePhases(before: readonly Node[], after: readonly Node[]): Difference[] {
  const phases = (nodes: readonly Node[]) => nodes.map(({ entity }) => entity).filter((entity) => entity.kind === 'phase');
  const dues = (nodes: readonly Node[]) => phases(nodes).flatMap((phase) => phase.dues);
  const words = (nodes: readonly Node[]) => [...new Set(dues(nodes).map(({ text }) => text))].join('、');
  const shift = promiseShift(dues(before), dues(after));
  return [
    ...retimed(wholePeriod(before), wholePeriod(after), laterTable(before[0] as Node, after[0] as Node), dues(before)),
    ...(shift ? [{ ...field('due', words(before), words(after)), shift }] : []),
    ...compareNotes(phases(before), phases(after)),
  ];
}

function compareItems(before: readonly Node[], after: readonly Node[], { heirs, matches }: Comparing): Difference[] {
  const stay = before.every((one) => after.every((other) => matches.correspond(one.parent, other.parent)));
  const leadsIn = stay ? ownLeads : leadsOf;
  const items = (nodes: readonly Node[]) => nodes.map(({ entity }) => entity).filter(isItem);
  const leads = (nodes: readonly Node[]) =>
    new Map(items(nodes).flatMap((item) => leadsIn(item).map(({ id, fullName }) => [id, fullName])));
  const [old, young] = [leads(before), leads(after)];
  const kept = new Set([...old.keys()].map((id) => heirs.get(id)?.id ?? id));
  const same = kept.size === young.size && [...kept].every((id) => young.has(id));
  return [
    ...(same ? [] : [field('leads', [...old.values()].join('、'), [...young.values()].join('、'))]),
    ...compareNotes(items(before), items(after)),
  ];
}

/** A note that has only gone to another part has not changed. */
function compareNotes(before: readonly { notes: readonly Note[] }[], after: readonly { notes: readonly Note[] }[]): Difference[] {
  const distinct = (all: typeof before) => [...new Map(all.flatMap((one) => one.notes).map((note) => [note.text, note])).values()];
  const [old, young] = [distinct(before), distinct(after)];
  const same = old.length === young.length && old.every(({ text }) => young.some((note) => note.text === text));
  return same ? [] : notes(old, young);
}

/** From the first month of the parts to the last. */
function wholePeriod(nodes: readonly Node[]): Period {
  const periods = nodes.flatMap(({ period }) => period ?? []);
  const ends = periods.flatMap(({ end }) => end ?? []);
  return {
    start: Math.min(...periods.map(({ start }) => start)),
    end: ends.length < periods.length ? null : Math.max(...ends),
    grain: periods[0]?.grain ?? 'year',
  };
}

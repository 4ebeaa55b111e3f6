import { type Month, monthOf } from '../../model/fiscal-year.js';
import { formatPeriod, type Period } from '../../model/period.js';
import type { Department, Kpi, Measure, Milestone, Note, Phase, Plan, Relation, Section, Track } from '../../model/roadmap.js';
import { leadsOf } from '../../model/walk.js';
import { byCodeUnits } from '../../source/by-code-units.js';
import type { Change } from './change.js';
import type { Matches } from './matches.js';
import { firstColumnOf, isOf, type Node, type NodeOf } from './nodes.js';
import { sameButForNotation } from './notation.js';
import { clipTo, shiftOf, shiftOfDue } from './shift.js';

/** A change without what it shares with the others of its item. */
export type Difference = Omit<Change, 'path' | 'certain' | 'reason'>;

export interface Comparing {
  matches: Matches;
  /** The department of the new edition that one of the old edition has become, by id. */
  heirs: ReadonlyMap<string, Department>;
  /** The id that an item of the old edition has in the new one; undefined where it is gone. */
  newId(id: string): string | undefined;
  /** The latest status that a report gives to an item. */
  statusBefore(id: string): string | undefined;
  statusAfter(id: string): string | undefined;
}

/** Everything that differs between an item and what it has become. How the data reads the print (basis, judged, page, allow) is no part. */
export function compareNodes(before: Node, after: Node, comparing: Comparing): Difference[] {
  const old = before.entity;
  const young = after.entity;
  const place = moved(before, after, comparing.matches);
  if (isOf(before, 'phase') && isOf(after, 'phase')) return [...place, ...comparePhases(before, after, comparing)];
  if (old.kind === 'milestone' && young.kind === 'milestone')
    return [...(old.completed === young.completed ? place : []), ...compareMilestones(old, young)];
  if (old.kind === 'phase' && young.kind === 'milestone')
    return [
      field('completed', formatPeriod(before.period ?? old.period), young.date ?? ''),
      ...worded('reworded', undefined, old.text, young.text),
    ];
  if (old.kind === 'kpi' && young.kind === 'kpi') return [...place, ...compareKpis(old, young)];
  if (old.kind === 'plan' && young.kind === 'plan') return comparePlans(old, young);
  return [...place, ...compareHeadings(before, after, comparing)];
}

export function moved(before: Node, after: Node, matches: Matches): Difference[] {
  if (!before.parent || !after.parent || matches.correspond(before.parent, after.parent)) return [];
  return [{ kind: 'moved', before: before.parent.id, after: after.parent.id }];
}

function compareHeadings(before: Node, after: Node, comparing: Comparing): Difference[] {
  const old = before.entity as { number?: string };
  const young = after.entity as { number?: string };
  // Who answers for a heading is told at the heading, unless the item has come to stand below another one.
  const leads = moved(before, after, comparing.matches).length > 0 ? leadsOf : ownLeads;
  return [
    ...worded('renumbered', 'number', old.number, young.number),
    ...worded('renamed', before.kind === 'track' ? 'label' : undefined, before.text, after.text),
    ...(isItem(before.entity) && isItem(after.entity) ? compareItems(before.entity, after.entity, leads, comparing) : []),
    ...(before.entity.kind === 'section' && after.entity.kind === 'section' ? compareSections(before.entity, after.entity, comparing) : []),
  ];
}

export function isItem(entity: Node['entity']): entity is Measure | Track {
  return entity.kind === 'measure' || entity.kind === 'track';
}

export function ownLeads({ leads }: Measure | Track): readonly Department[] {
  return leads;
}

function compareItems(
  before: Measure | Track,
  after: Measure | Track,
  leadsIn: typeof leadsOf,
  { heirs, newId, statusBefore, statusAfter }: Comparing,
): Difference[] {
  const [old, young] = [leadsIn(before), leadsIn(after)];
  const names = (leads: typeof old) => leads.map(({ fullName }) => fullName).join('、');
  const kept = [...new Set(old.map(({ id }) => heirs.get(id)?.id ?? id))];
  const sameLeads = kept.length === young.length && kept.every((id, index) => id === young[index]?.id);
  const status = [statusBefore(before.id), statusAfter(after.id)] as const;
  return [
    ...(sameLeads ? [] : [field('leads', names(old), names(young))]),
    ...notes(before.notes, after.notes),
    ...changed('refs', refsIn(before.refs), refsIn(after.refs)),
    ...relations(before.related, after.related, newId),
    ...(before.kind === 'measure' && after.kind === 'measure'
      ? [...changed('corrected', before.corrected, after.corrected), ...changed('variants', variantsIn(before), variantsIn(after))]
      : []),
    // A report that is not there says nothing: only one that says something else is a change.
    ...(status[1] === undefined ? [] : changed('status', ...status)),
  ];
}

function compareSections(before: Section, after: Section, { newId }: Comparing): Difference[] {
  return [
    ...notes(before.notes, after.notes),
    ...changed('refs', refsIn(before.refs), refsIn(after.refs)),
    ...relations(before.related, after.related, newId),
  ];
}

function comparePlans(before: Plan, after: Plan): Difference[] {
  return [
    ...worded('renamed', undefined, before.title, after.title),
    ...changed('window', formatPeriod(before.window), formatPeriod(after.window)),
    ...notes(before.notes, after.notes),
  ];
}

function comparePhases(before: NodeOf<'phase'>, after: NodeOf<'phase'>, { newId }: Comparing): Difference[] {
  const [old, young] = [before.entity, after.entity];
  return [
    ...(before.period && after.period ? retimed(before.period, after.period, laterTable(before, after), old.dues) : []),
    ...withShift(worded('reworded', undefined, old.text, young.text), promiseShift(old.dues, young.dues)),
    ...changed('each', before.each ? 'year' : undefined, after.each ? 'year' : undefined),
    ...changed('corrected', old.corrected, young.corrected),
    ...duesBesideText(old, young),
    ...notes(old.notes, young.notes),
    ...relations(old.related, young.related, newId),
  ];
}

/** Where the table that an item now stands in begins, if the one that it stood in began before that. */
export function laterTable(before: Node, after: Node): Month | undefined {
  const [old, young] = [firstColumnOf(before), firstColumnOf(after)];
  return old !== undefined && young !== undefined && young > old ? young : undefined;
}

export function retimed(before: Period, after: Period, table: Month | undefined, dues: Phase['dues']): Difference[] {
  const shift = shiftOf(table === undefined ? before : clipTo(table, before, after, dues), after);
  return shift ? [{ kind: 'retimed', before: formatPeriod(before), after: formatPeriod(after), shift }] : [];
}

/**
 * A promise that is printed in the text changes with it: the change of the text says which way it moved. Promises of one month are one
 * promise; the others follow one another in both editions, where there are as many of them.
 */
export function promiseShift(before: Phase['dues'], after: Phase['dues']): Difference['shift'] {
  const young = [...after];
  const old = before.filter(({ to }) => {
    const same = young.findIndex((due) => due.to === to);
    if (same >= 0) young.splice(same, 1);
    return same < 0;
  });
  if (old.length !== young.length) return undefined;
  return old.map((due, index) => shiftOfDue(due, young[index] ?? due)).find(Boolean);
}

/** Dues that changed although the text did not, or that are printed elsewhere than in the text. */
function duesBesideText(before: Phase, after: Phase): Difference[] {
  const outside = (phase: Phase) =>
    phase.dues.filter(({ text }) => before.text === after.text || !phase.text.includes(text)).map(({ text }) => text);
  const [old, young] = [outside(before).join('、'), outside(after).join('、')];
  return withShift(worded('changed', 'due', old, young), before.text === after.text ? promiseShift(before.dues, after.dues) : undefined);
}

function compareMilestones(before: Milestone, after: Milestone): Difference[] {
  const moment = (date: string): Pick<Period, 'start' | 'end'> => {
    const [year = 0, month = 1, day = 0] = date.split('-').map(Number);
    const at: Month = monthOf(year, month) * 32 + day;
    return { start: at, end: at };
  };
  const done = ({ completed, date }: Milestone) => (completed ? (date ?? '') : '');
  const dates = [before.date ?? '', after.date ?? ''] as const;
  // The day of a month that was told before is no other time.
  const isTold = dates[0].startsWith(dates[1]) || dates[1].startsWith(dates[0]);
  const shift = isTold ? undefined : shiftOf(moment(dates[0]), moment(dates[1]));
  return [
    ...(shift ? [{ kind: 'retimed' as const, before: dates[0], after: dates[1], shift }] : []),
    ...(isTold ? changed('date', ...dates) : []),
    ...(before.completed === after.completed ? [] : [field('completed', done(before), done(after))]),
    ...worded('reworded', undefined, before.text, after.text),
  ];
}

function compareKpis(before: Kpi, after: Kpi): Difference[] {
  const target = ({ target: { value, fy, undetermined } }: Kpi) =>
    [fy ?? (undetermined && 'undetermined'), value ?? undetermined?.setIn].filter((part) => part !== undefined && part !== null).join(': ');
  const base = ({ base: one }: Kpi) => one && [one.date, one.value, one.text].filter((part) => part !== undefined).join(' ');
  const actuals = (kpi: Kpi) => kpi.actuals.map(({ date, value }) => `${date}: ${value}`).join('、');
  return [
    ...worded('renamed', undefined, before.name, after.name),
    ...(target(before) === target(after)
      ? worded('changed', 'kpi.printed', before.printed, after.printed)
      : [
          before.printed === after.printed
            ? field('kpi.target', target(before), target(after))
            : field('kpi.target', before.printed || target(before), after.printed || target(after)),
        ]),
    ...changed('kpi.unit', before.unit, after.unit),
    ...changed('kpi.base', base(before), base(after)),
    ...changed('kpi.actuals', actuals(before), actuals(after)),
    ...changed('kpi.better', before.better, after.better),
    ...changed('kpi.measureFrom', before.measureFrom, after.measureFrom),
    ...changed('kpi.declared', before.declared, after.declared),
    ...notes(before.notes, after.notes),
  ];
}

/** A text that reads otherwise: a change of that kind, or of notation only. */
function worded(kind: 'reworded' | 'renamed' | 'renumbered' | 'changed', name: string | undefined, before = '', after = ''): Difference[] {
  if (before === after) return [];
  const notation = before !== '' && after !== '' && sameButForNotation(before, after);
  return [{ kind: notation ? 'renotated' : kind, before, after, ...(name !== undefined && { field: name }) }];
}

function changed(name: string, before = '', after = ''): Difference[] {
  return before === after ? [] : [field(name, before, after)];
}

export function notes(before: readonly Note[], after: readonly Note[]): Difference[] {
  const lines = (list: readonly Note[]) => list.map(({ text, column }) => (column ? `${formatPeriod(column)} ${text}` : text)).join('\n');
  return worded('changed', 'notes', lines(before), lines(after));
}

export function field(name: string, before: string, after: string): Difference {
  return { kind: 'changed', field: name, before, after };
}

function withShift(differences: Difference[], shift: Difference['shift']): Difference[] {
  return shift ? differences.map((difference) => ({ ...difference, shift })) : differences;
}

function refsIn(refs: Readonly<Record<string, string>>): string {
  return Object.entries(refs)
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([name, number]) => `${name} ${number}`)
    .join('、');
}

/**
 * Relations to other things than before, whatever their order. One whose target is gone went with it; one whose target has only taken another id is the same,
 * and so is one that still names the old id, which the checks report.
 */
function relations(before: readonly Relation[], after: readonly Relation[], newId: Comparing['newId']): Difference[] {
  const words = (related: readonly { kind: string; to: string }[]) => related.map(({ kind, to }) => `${kind} ${to}`).join('、');
  const kept = before.flatMap(({ kind, to }) => {
    const now = newId(to);
    const told = now === to || after.some((one) => one.kind === kind && one.to === now);
    return now !== undefined && told ? [{ kind, to: now }] : [];
  });
  const within = (some: readonly { kind: string; to: string }[], all: typeof some) =>
    some.every(({ kind, to }) => all.some((one) => one.kind === kind && one.to === to));
  return within(kept, after) && within(after, kept) ? [] : [field('related', words(before), words(after))];
}

function variantsIn({ variants }: Measure): string {
  return variants.map(({ text }) => text).join('、');
}

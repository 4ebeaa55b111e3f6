import type { Department, Roadmap } from '../../model/roadmap.js';
import type { Change, ChangeKind, DepartmentChange } from './change.js';
import { sameButForNotation } from './notation.js';

/** Departments that are one: of the old edition, and what they have become. */
type Group = Pick<DepartmentChange, 'before' | 'after'>;

/** What became of every department, in the order of the new edition, those that are gone last; nothing where an edition lists none at all. */
export function compareDepartments(before: Roadmap, after: Roadmap): DepartmentChange[] {
  if (before.departments.length === 0 || after.departments.length === 0) return [];
  return groupsOf(before.departments, after.departments).map((group) => ({ ...group, changes: changesIn(group) }));
}

/**
 * The department of the new edition that one of the old edition has become, by id: the one that kept its id, else the one that it was merged
 * into, else the first that comes from it alone.
 */
export function heirsOf(groups: readonly Group[]): ReadonlyMap<string, Department> {
  return new Map(
    groups.flatMap(({ before, after }) =>
      before.flatMap(({ id }) => {
        const heir = after.find((one) => one.id === id) ?? (before.length === 1 || after.length === 1 ? after[0] : undefined);
        return heir ? [[id, heir] as const] : [];
      }),
    ),
  );
}

function groupsOf(old: readonly Department[], young: readonly Department[]): Group[] {
  const byId = (all: readonly Department[]): Known => new Map(all.map((one) => [one.id, one]));
  const [oldById, youngById] = [byId(old), byId(young)];
  const groups: Group[] = [];
  for (const department of young) {
    const origins = originsOf(department, oldById, youngById);
    const met = groups.filter(({ before }) => before.some((one) => origins.includes(one)));
    const [first = { before: [], after: [] }, ...more] = met;
    if (met.length === 0) groups.push(first);
    for (const other of more) groups.splice(groups.indexOf(other), 1);
    first.before = [...new Set([...met.flatMap((group) => group.before), ...origins])];
    first.after = [...met.flatMap((group) => group.after), department];
  }
  const known = new Set(groups.flatMap((group) => group.before));
  return [...groups, ...old.filter((one) => !known.has(one)).map((one) => ({ before: [one], after: [] }))];
}

type Known = ReadonlyMap<string, Department>;

/**
 * What a department comes from. One that kept its id comes from that, and besides only from what is gone: what else it names was said of the
 * edition before. One that goes on has become no other by `was`.
 */
function originsOf({ id, was, from }: Department, old: Known, young: Known): Department[] {
  const self = old.get(id);
  const named = self ? from.filter((one) => !young.has(one)) : was !== undefined && !young.has(was) ? [was] : from;
  return [...new Set([...(self ? [self] : []), ...named.flatMap((one) => old.get(one) ?? [])])];
}

function changesIn({ before, after }: Group): Change[] {
  const [old, young] = [before[0], after[0]];
  const names = (all: readonly Department[]) => all.map(({ fullName }) => fullName).join('\n');
  const base = { path: [(young ?? old)?.id ?? ''], certain: true };
  if (!old) return [{ kind: 'added', ...base, after: names(after) }];
  if (!young) return [{ kind: 'removed', ...base, before: names(before) }];
  if (before.length === 1 && after.length === 1) return changesOfOne(old, young);
  const kind: ChangeKind = before.length > 1 ? 'merged' : 'split';
  const kept = after.flatMap((one) => before.filter(({ id }) => id === one.id).flatMap((same) => changesOfOne(same, one)));
  return [{ kind, ...base, before: names(before), after: names(after) }, ...kept];
}

/** Another name or another place. */
function changesOfOne(before: Department, after: Department): Change[] {
  const base = { path: [after.id], certain: true };
  const changes: Change[] = [];
  if (before.name !== after.name) {
    const kind = sameButForNotation(before.name, after.name) ? 'renotated' : 'renamed';
    changes.push({ kind, ...base, before: before.name, after: after.name });
  }
  const [old, young] = [before.parent, after.parent];
  const isSame = old?.id === young?.id || (old !== undefined && old.id === young?.was);
  if (!isSame) changes.push({ kind: 'moved', ...base, before: old?.id ?? '', after: young?.id ?? '' });
  return changes;
}

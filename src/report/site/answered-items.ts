import type { Department, Measure, Roadmap, Track } from '../../model/roadmap.js';
import { holdsOwn, itemsOf, leadsOf } from '../../model/walk.js';
import { chainOf } from '../names.js';

/** The tracks that a department or one below it answers for, and the measures that hold something of their own which it answers for. */
export function answeredItems(roadmap: Roadmap, department: Department): ReadonlySet<Measure | Track> {
  const all = known.get(roadmap) ?? itemsByDepartment(roadmap);
  known.set(roadmap, all);
  return all.get(department) ?? nothing;
}

const known = new WeakMap<Roadmap, Map<Department, Set<Measure | Track>>>();

const nothing: ReadonlySet<Measure | Track> = new Set();

function itemsByDepartment(roadmap: Roadmap): Map<Department, Set<Measure | Track>> {
  const all = new Map<Department, Set<Measure | Track>>();
  for (const item of itemsOf(roadmap)) {
    if (item.kind === 'measure' && !holdsOwn(item)) continue;
    for (const lead of leadsOf(item)) {
      for (const department of chainOf(lead)) {
        const items = all.get(department) ?? new Set();
        all.set(department, items.add(item));
      }
    }
  }
  return all;
}

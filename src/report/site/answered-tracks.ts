import type { Department, Roadmap, Track } from '../../model/roadmap.js';
import { leadsOf, tracksOf } from '../../model/walk.js';
import { chainOf } from '../names.js';

/** The tracks that a department or one below it answers for. */
export function answeredTracks(roadmap: Roadmap, department: Department): ReadonlySet<Track> {
  const all = known.get(roadmap) ?? tracksByDepartment(roadmap);
  known.set(roadmap, all);
  return all.get(department) ?? nothing;
}

const known = new WeakMap<Roadmap, Map<Department, Set<Track>>>();

const nothing: ReadonlySet<Track> = new Set();

function tracksByDepartment(roadmap: Roadmap): Map<Department, Set<Track>> {
  const all = new Map<Department, Set<Track>>();
  for (const track of tracksOf(roadmap)) {
    for (const lead of leadsOf(track)) {
      for (const department of chainOf(lead)) {
        const tracks = all.get(department) ?? new Set();
        all.set(department, tracks.add(track));
      }
    }
  }
  return all;
}

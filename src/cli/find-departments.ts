import type { Department, Roadmap } from '../model/roadmap.js';
import { unknownName } from './names.js';

/** The departments that an id, a name or a full name means; several bureaus may have one name. */
export function findDepartments(roadmap: Roadmap, given: string): Department[] {
  const wanted = given.normalize('NFKC').replace(/\s/g, '');
  const found = roadmap.departments.filter(({ id, name, fullName }) =>
    [id, name, fullName].some((candidate) => candidate.normalize('NFKC') === wanted),
  );
  if (found.length > 0) return found;
  throw unknownName(
    '部局',
    'department',
    given,
    roadmap.departments.flatMap(({ id, name }) => [id, name]),
  );
}

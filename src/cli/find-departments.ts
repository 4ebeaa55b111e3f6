import { fold } from '../model/fold.js';
import type { Department, Roadmap } from '../model/roadmap.js';
import { visible } from '../source/visible.js';
import type { Context } from './command.js';
import { listedSome, unknownName } from './names.js';

/** The departments of `--lead`; undefined where it is not given. A name that several share is said on standard error. */
export function chosenDepartments({ host, lang }: Context, roadmap: Roadmap, given: unknown): Department[] | undefined {
  if (typeof given !== 'string') return undefined;
  const chosen = new Set<Department>();
  for (const name of listedSome('--lead', given)) {
    const found = findDepartments(roadmap, name);
    for (const department of found) chosen.add(department);
    if (found.length === 1) continue;
    const names = found.map(({ fullName }) => visible(fullName));
    host.stderr.write(
      lang === 'ja'
        ? `「${visible(name)}」は${found.length}つあり、すべてを取り出しました: ${names.join('、')}\n`
        : `${found.length} departments are called ${visible(name)}, and all are taken: ${names.join(', ')}\n`,
    );
  }
  return [...chosen];
}

/**
 * The departments that an id or a name means. A name may begin at any department above, 保険局医療介護連携政策課 as well as
 * 厚生労働省保険局医療介護連携政策課, and several departments may have one name.
 */
export function findDepartments(roadmap: Roadmap, given: string): Department[] {
  const wanted = fold(given);
  const found = roadmap.departments.filter((department) => [department.id, ...namesOf(department)].some((name) => fold(name) === wanted));
  if (found.length > 0) return found;
  throw unknownName(
    '部局',
    'department',
    given,
    roadmap.departments.flatMap(({ id, name, fullName }) => [id, name, fullName]),
  );
}

/** 総務課, 光達局総務課, 灯台省光達局総務課. */
function namesOf({ name, parent }: Department): string[] {
  return [name, ...(parent ? namesOf(parent).map((outer) => outer + name) : [])];
}

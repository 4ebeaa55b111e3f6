import { nearest } from '../../diagnostics/suggest.js';
import { fold } from '../../model/fold.js';
import type { Department, Roadmap } from '../../model/roadmap.js';
import { wordsOf } from '../../report/words.js';
import { visible } from '../../source/visible.js';
import type { Context } from '../command.js';
import { CallError } from '../host.js';
import { listedSome } from './read-options.js';

/**
 * The departments of `--lead`; undefined where it is not given, `null` among them for what names none (`none`, 担当の記載なし). A name that
 * several share is said on standard error.
 */
export function chosenDepartments({ host, lang }: Context, roadmap: Roadmap, given: unknown): (Department | null)[] | undefined {
  if (typeof given !== 'string') return undefined;
  const chosen = new Set<Department | null>();
  for (const name of listedSome('--lead', given)) {
    if (namesNone(name)) {
      chosen.add(null);
      continue;
    }
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

/** Whether a name is one for what no department is printed for: the id kept for it, or the words of the reports. */
function namesNone(name: string): boolean {
  return ['none', wordsOf('ja').noLead, wordsOf('en').noLead].some((one) => fold(one) === fold(name));
}

/**
 * The departments that an id or a name means. A name may begin at any department above, 保険局医療介護連携政策課 as well as
 * 厚生労働省保険局医療介護連携政策課, and several departments may have one name.
 */
function findDepartments(roadmap: Roadmap, given: string): Department[] {
  const wanted = fold(given);
  const found = roadmap.departments.filter((department) => [department.id, ...namesOf(department)].some((name) => fold(name) === wanted));
  if (found.length > 0) return found;
  throw unknownDepartment(roadmap, given);
}

/** A ministry has hundreds of departments: the nearest few are named, and where all of them stand. */
function unknownDepartment({ departments }: Roadmap, given: string): CallError {
  const meant = nearest(
    given,
    departments.flatMap((department) => [department.id, ...namesOf(department)]),
    3,
  ).map((name) => `\`${name}\``);
  const list = departments[0]?.location.file.path;
  return new CallError(
    { ja: `\`${given}\` という部局はありません`, en: `there is no department \`${given}\`` },
    list === undefined
      ? { ja: 'この計画には部局がありません（departments.yaml）', en: 'this plan has no departments (departments.yaml)' }
      : {
          ja: `${meant.length > 0 ? `${meant.join('、')} のことですか？ ` : 'IDか名前を書いてください。'}部局の一覧は \`${list}\` にあります`,
          en: `${meant.length > 0 ? `did you mean ${meant.join(' or ')}? All` : 'write an id or a name; all'} departments are in \`${list}\``,
        },
  );
}

/** 総務課, 光達局総務課, 灯台省光達局総務課. */
function namesOf({ name, parent }: Department): string[] {
  return [name, ...(parent ? namesOf(parent).map((outer) => outer + name) : [])];
}

import { basename, resolve } from 'node:path';
import { isPlanFile, isReportFolder } from '../../compile/plan-file.js';
import type { PlanFiles } from '../../compile/plan-reading.js';
import type { Bilingual } from '../../diagnostics/diagnostic.js';
import { suggest } from '../../diagnostics/suggest.js';
import { planFile } from '../../model/file-names.js';
import { folderNamed } from '../arguments/folder-named.js';
import { findRevision } from '../editions/find-revision.js';
import { loadRevision } from '../editions/load-revision.js';
import { parseRevision } from '../editions/parse-revision.js';
import { filesBelow } from '../files-below.js';
import { CallError, type Host } from '../host.js';

/** Reads the YAML files of a plan's folder, or of one in a git revision (`REV:DIR`); `note` is told of each file and folder before it is read. */
export function loadPlan(host: Host, place: string, note?: (path: string) => void, help: Bilingual = folderHelp): PlanFiles {
  if (place === '') throw new CallError({ ja: '計画のフォルダの名前が空です', en: "the name of a plan's folder is empty" }, folderHelp);
  const dir = folderNamed(place);
  if (!host.isFolder(dir)) {
    const found = host.exists(dir) ? undefined : loadRevision(host, place);
    if (found) return found;
    if (host.exists(dir)) throw new CallError({ ja: `\`${place}\` はフォルダではありません`, en: `\`${place}\` is not a folder` }, help);
    throw new CallError(
      { ja: `\`${place}\` というフォルダがありません`, en: `there is no folder \`${place}\`` },
      help === folderHelp && host.exists(planFile) ? hereHelp : help,
    );
  }
  const files = new Map<string, Uint8Array>();
  const read = (name: string) => {
    if (!isPlanFile(name)) return;
    note?.(`${dir}/${name}`);
    files.set(name, host.readFile(`${dir}/${name}`));
  };
  note?.(dir);
  for (const name of host.list(dir)) {
    const folder = name.endsWith('/') ? name.slice(0, -1) : undefined;
    if (folder === undefined) read(name);
    else if (isReportFolder(folder)) for (const path of filesBelow(host, `${dir}/${folder}`, note, [host.realPath(dir)])) read(name + path);
  }
  if (!files.has(planFile)) {
    const near = suggest(planFile, host.list(dir));
    const rename = near && {
      ja: `\`${near}\` がそれなら、名前を \`plan.yaml\` に変えてください`,
      en: `if \`${near}\` is meant, call it \`plan.yaml\``,
    };
    throw new CallError({ ja: `\`${place}\` に plan.yaml がありません`, en: `there is no plan.yaml in \`${place}\`` }, rename || help);
  }
  return { dir, name: basename(resolve(host.cwd, dir)), files };
}

/** Reads the files of a plan that are to be written again: a folder, and no git revision. */
export function loadOwnPlan(host: Host, place: string): PlanFiles {
  const isRevision = () => parseRevision(place)?.folder !== undefined || findRevision(host, place) !== undefined;
  if (!host.exists(folderNamed(place)) && isRevision())
    throw new CallError(
      { ja: `\`${place}\` はgitの版なので書き換えられません`, en: `\`${place}\` is a git revision and cannot be written` },
      folderHelp,
    );
  return loadPlan(host, place);
}

const hereHelp = {
  ja: '今のフォルダの計画なら `.` と指定してください',
  en: 'name the plan of the current folder as `.`',
};

const folderHelp = {
  ja: 'plan.yaml のあるフォルダを指定してください（省くと `roadmap`）',
  en: 'name a folder that holds a plan.yaml; it defaults to `roadmap`',
};

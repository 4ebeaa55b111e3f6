import type { PlanFiles } from '../compile/parse-files.js';
import { CallError, type Host } from './host.js';

/** Reads the YAML files of a plan's folder, or of one in a git revision (`REV:DIR`). */
export function loadPlan(host: Host, place: string): PlanFiles {
  const dir = place.replace(/\/+$/, '') || '/';
  if (!host.isFolder(dir)) {
    const revision = /^([^:]+):(.*)$/.exec(place);
    const found = revision && loadRevision(host, revision[1] ?? '', revision[2] ?? '');
    if (found) return found;
    if (host.exists(dir))
      throw new CallError({ ja: `\`${place}\` はフォルダではありません`, en: `\`${place}\` is not a folder` }, folderHelp);
    throw new CallError({ ja: `\`${place}\` というフォルダがありません`, en: `there is no folder \`${place}\`` }, folderHelp);
  }
  const files = new Map<string, Uint8Array>();
  const read = (folder: string, prefix: string, deep: boolean) => {
    for (const name of host.list(folder)) {
      if (name.endsWith('/')) {
        if (deep || (prefix === '' && name === 'progress/')) read(`${folder}/${name.slice(0, -1)}`, prefix + name, true);
      } else if (/\.ya?ml$/.test(name)) files.set(prefix + name, host.readFile(`${folder}/${name}`));
    }
  };
  read(dir, '', false);
  if (!files.has('plan.yaml')) {
    throw new CallError({ ja: `\`${place}\` に plan.yaml がありません`, en: `there is no plan.yaml in \`${place}\`` }, folderHelp);
  }
  return { dir, files };
}

const folderHelp = {
  ja: 'plan.yaml のあるフォルダを指定してください（省くと `roadmap`）',
  en: 'name a folder that holds a plan.yaml; it defaults to `roadmap`',
};

function loadRevision(host: Host, revision: string, folder: string): PlanFiles | undefined {
  if (revision.startsWith('-')) return undefined;
  const tree = folder === '' || folder === '.' ? '' : folder.replace(/^\.\//, '').replace(/\/+$/, '');
  const listing = host.git(host.cwd, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', revision, '--', ...(tree ? [`${tree}/`] : [])]);
  if (listing === undefined) return undefined;
  const files = new Map<string, Uint8Array>();
  for (const path of new TextDecoder().decode(listing).split('\0').filter(Boolean)) {
    const name = tree ? path.slice(tree.length + 1) : path;
    if (!/\.ya?ml$/.test(name) || (name.includes('/') && !name.startsWith('progress/'))) continue;
    const contents = host.git(host.cwd, ['show', `${revision}:${path}`]);
    if (contents !== undefined) files.set(name, contents);
  }
  const place = `${revision}:${tree}`;
  if (!files.has('plan.yaml'))
    throw new CallError({ ja: `\`${place}\` に plan.yaml がありません`, en: `there is no plan.yaml in \`${place}\`` });
  return { dir: place, files };
}

import { basename, dirname, join, relative, resolve } from 'node:path';
import type { PlanFiles } from '../../compile/parse-files.js';
import { CallError, type Host } from '../host.js';
import { isPlanFile } from '../plan-file.js';

/**
 * Reads a plan out of a git revision, `REV:DIR`; a bare `REV` means its folder `roadmap`. DIR is taken from the folder `base` as every
 * other path is, and may lie in another repository; where it holds no plan in that revision, it is taken from the repository's top, as git
 * does. Undefined where the place names no revision.
 */
export function loadRevision(host: Host, place: string, base: string = host.cwd): PlanFiles | undefined {
  const [, revision = '', named] = /^([^:]+)(?::(.*))?$/.exec(place) ?? [];
  if (revision === '' || revision.startsWith('-')) return undefined;
  const folder = (named ?? 'roadmap').replace(/\/+$/, '');
  const repository = nearestFolder(host, resolve(host.cwd, base, folder));
  const top = line(host, repository, ['rev-parse', '--show-toplevel']);
  if (top === undefined) {
    if (named === undefined) return undefined;
    throw new CallError({
      ja: `\`${place}\` を読めません: \`${folder || '.'}\` はgitのリポジトリの中にありません`,
      en: `cannot read \`${place}\`: \`${folder || '.'}\` does not lie in a git repository`,
    });
  }
  if (line(host, repository, ['rev-parse', '--verify', '--quiet', `${revision}^{tree}`]) === undefined) {
    if (named === undefined) return undefined;
    throw new CallError(
      { ja: `gitに \`${revision}\` という版がありません`, en: `git knows no revision \`${revision}\`` },
      { ja: '`git log` と `git tag` で版の名前を確かめてください', en: '`git log` and `git tag` show what there is' },
    );
  }
  const prefix = line(host, repository, ['rev-parse', '--show-prefix']) ?? '';
  const inside = join(prefix, relative(repository, resolve(host.cwd, base, folder))).replace(/^\.?\/?$|\/+$/g, '');
  for (const tree of new Set([inside, folder.replace(/^\.\/?/, '')])) {
    const files = filesIn(host, repository, revision, tree);
    // A plan at the top of its repository is called as the repository's folder is.
    if (files.has('plan.yaml')) return { dir: `${revision}:${tree || basename(top)}`, files };
  }
  throw new CallError(
    {
      ja: `\`${revision}\` の \`${folder || '.'}\` に plan.yaml がありません`,
      en: `there is no plan.yaml in \`${folder || '.'}\` of \`${revision}\``,
    },
    { ja: '`REV:フォルダ` の形で、その版にあった場所を指定してください', en: 'name the place as it was in that revision: `REV:DIR`' },
  );
}

function filesIn(host: Host, repository: string, revision: string, tree: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const listing = host.git(repository, [
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    '--full-tree',
    revision,
    '--',
    ...(tree ? [`${tree}/`] : []),
  ]);
  for (const path of new TextDecoder()
    .decode(listing ?? new Uint8Array())
    .split('\0')
    .filter(Boolean)) {
    const name = tree ? path.slice(tree.length + 1) : path;
    if (!isPlanFile(name)) continue;
    const contents = host.git(repository, ['show', `${revision}:${path}`]);
    if (contents !== undefined) files.set(name, contents);
  }
  return files;
}

/** The folder itself, or the nearest one around it: a plan's folder may be gone by now. */
function nearestFolder(host: Host, path: string): string {
  return host.isFolder(path) || dirname(path) === path ? path : nearestFolder(host, dirname(path));
}

function line(host: Host, folder: string, args: readonly string[]): string | undefined {
  const printed = host.git(folder, args);
  return printed && new TextDecoder().decode(printed).replace(/\r?\n$/, '');
}

import { dirname, join, relative, resolve } from 'node:path';
import { folderNamed } from '../arguments/folder-named.js';
import { CallError, type Host } from '../host.js';
import { gitLine } from './git-line.js';
import { parseRevision } from './parse-revision.js';

/** Where a plan stands in a git revision. */
export interface RevisionTree {
  revision: string;
  /** The top folder of the repository. */
  top: string;
  /** The plan's folder in it; '' is the repository itself. */
  tree: string;
}

/**
 * Finds the plan of `REV:DIR`; a bare `REV` means its folder `roadmap`. DIR is taken from the folder `base` as every other path is, and may lie
 * in another repository; where it holds no plan in that revision, it is taken from the repository's top, as git does. Undefined where the place
 * names no revision.
 */
export function findRevision(host: Host, place: string, base: string = host.cwd): RevisionTree | undefined {
  const parsed = parseRevision(place);
  if (!parsed) return undefined;
  const { revision, folder: named } = parsed;
  const folder = folderNamed(named ?? 'roadmap');
  const repository = nearestFolder(host, resolve(host.cwd, base, folder));
  const top = gitLine(host, repository, ['rev-parse', '--show-toplevel']);
  if (top === undefined) {
    if (named === undefined) return undefined;
    throw new CallError({
      ja: `\`${place}\` を読めません: \`${folder || '.'}\` はgitのリポジトリの中にありません`,
      en: `cannot read \`${place}\`: \`${folder || '.'}\` does not lie in a git repository`,
    });
  }
  if (gitLine(host, repository, ['rev-parse', '--verify', '--quiet', `${revision}^{tree}`]) === undefined) {
    if (named === undefined) return undefined;
    throw new CallError(
      { ja: `gitに \`${revision}\` という版がありません`, en: `git knows no revision \`${revision}\`` },
      { ja: '`git log` と `git tag` で版の名前を確かめてください', en: '`git log` and `git tag` show what there is' },
    );
  }
  const prefix = gitLine(host, repository, ['rev-parse', '--show-prefix']) ?? '';
  const inside = join(prefix, relative(repository, resolve(host.cwd, base, folder))).replace(/^\.?\/?$|\/+$/g, '');
  for (const tree of [inside, folder.replace(/^\.\/?/, '')])
    if (host.git(top, ['cat-file', '-e', `${revision}:${tree ? `${tree}/` : ''}plan.yaml`])) return { revision, top, tree };
  throw new CallError(
    {
      ja: `\`${revision}\` の \`${folder || '.'}\` に plan.yaml がありません`,
      en: `there is no plan.yaml in \`${folder || '.'}\` of \`${revision}\``,
    },
    { ja: '`REV:フォルダ` の形で、その版にあった場所を指定してください', en: 'name the place as it was in that revision: `REV:DIR`' },
  );
}

/** The folder itself, or the nearest one around it: a plan's folder may be gone by now. */
function nearestFolder(host: Host, path: string): string {
  return host.isFolder(path) || dirname(path) === path ? path : nearestFolder(host, dirname(path));
}

import { basename } from 'node:path';
import { isPlanFile } from '../../compile/plan-file.js';
import type { PlanFiles } from '../../compile/plan-reading.js';
import type { Host } from '../host.js';
import { findRevision, type RevisionTree } from './find-revision.js';

/** Reads a plan out of a git revision, where `findRevision` finds it. */
export function loadRevision(host: Host, place: string, base: string = host.cwd): PlanFiles | undefined {
  const found = findRevision(host, place, base);
  // A plan at the top of its repository is called as the repository's folder is.
  return found && { dir: `${found.revision}:${found.tree || basename(found.top)}`, files: filesIn(host, found) };
}

function filesIn(host: Host, { revision, top, tree }: RevisionTree): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const listing = host.git(top, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', revision, '--', ...(tree ? [`${tree}/`] : [])]);
  for (const path of new TextDecoder().decode(listing).split('\0').filter(Boolean)) {
    const name = tree ? path.slice(tree.length + 1) : path;
    if (!isPlanFile(name)) continue;
    const contents = host.git(top, ['show', `${revision}:${path}`]);
    if (contents !== undefined) files.set(name, contents);
  }
  return files;
}

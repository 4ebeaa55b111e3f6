import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FSWatcher } from 'chokidar';

/**
 * Milliseconds of quiet after which changes are told: an editor's save is often several. chokidar tells nothing of a second change within
 * 50 ms of the first, so that files may be read only when those are over.
 */
const pause = 60;
/** Milliseconds between two looks at whether the folders are still those that are watched. */
const look = 500;

export async function watch(folders: readonly string[], changed: (paths: string[]) => void): Promise<{ close(): Promise<void> }> {
  const { watch: start } = await import('chokidar');
  const paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = (path: string) => {
    paths.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const settled = [...paths].sort();
      paths.clear();
      changed(settled);
    }, pause);
  };
  const open = (watched: readonly string[], ignoreInitial: boolean) => {
    const watcher = start([...watched], { ignoreInitial, ignored: (path, stats) => stats?.isFile() === true && !/\.ya?ml$/i.test(path) });
    watcher.on('all', (_, path) => tell(path));
    return watcher;
  };
  const watcher = open(folders, true);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  // A folder that is made again, as git does at a checkout, is another one, of which no watcher tells anything.
  const known = new Map(folders.map((folder) => [folder, identityOf(folder)]));
  const again = new Map<string, FSWatcher>();
  const looking = setInterval(() => {
    for (const [folder, before] of known) {
      const now = identityOf(folder);
      if (now === before) continue;
      known.set(folder, now);
      // What was in it and is no more is told too.
      for (const path of filesOf(again.get(folder) ?? watcher, folder)) tell(path);
      void again.get(folder)?.close();
      again.delete(folder);
      if (now === undefined) continue;
      watcher.unwatch(folder);
      again.set(folder, open([folder], false));
    }
  }, look);
  return {
    async close() {
      clearInterval(looking);
      clearTimeout(timer);
      await Promise.all([watcher, ...again.values()].map((one) => one.close()));
    },
  };
}

function filesOf(watcher: FSWatcher, folder: string): string[] {
  const inside = (path: string) => !relative(folder, path).startsWith('..');
  return Object.entries(watcher.getWatched()).flatMap(([dir, names]) => (inside(dir) ? names.map((name) => join(dir, name)) : []));
}

/** What tells a folder from another of its name; undefined where there is none. */
function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeMs } = statSync(folder);
    return `${dev} ${ino} ${birthtimeMs}`;
  } catch {
    return undefined;
  }
}

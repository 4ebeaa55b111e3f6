/**
 * Milliseconds of quiet after which changes are told: an editor's save is often several. chokidar tells nothing of a second change within
 * 50 ms of the first, so that files may be read only when those are over.
 */
const pause = 60;

export async function watch(folders: readonly string[], changed: (paths: string[]) => void): Promise<{ close(): Promise<void> }> {
  const { watch: start } = await import('chokidar');
  const watcher = start([...folders], {
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !/\.ya?ml$/.test(path),
  });
  const paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_, path) => {
    paths.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const settled = [...paths].sort();
      paths.clear();
      changed(settled);
    }, pause);
  });
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

import type { Host } from './host.js';

/**
 * The files below a folder, by their paths in it and in the order of their names; `note` is told of each folder before it is read. A link
 * that leads back to a folder around it is left out: what is below it stands in that folder.
 */
export function* filesBelow(
  host: Host,
  folder: string,
  note?: (folder: string) => void,
  around: readonly string[] = [],
): Generator<string> {
  const real = host.realPath(folder);
  if (around.includes(real)) return;
  note?.(folder);
  for (const name of host.list(folder)) {
    if (!name.endsWith('/')) yield name;
    else for (const path of filesBelow(host, `${folder}/${name.slice(0, -1)}`, note, [...around, real])) yield name + path;
  }
}

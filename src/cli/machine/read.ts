import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from './faults.js';

export function readFile(path: string): Uint8Array {
  return attempt(path, 'read', () => readWhole(path));
}

export function readBriefly(path: string): Uint8Array {
  return attempt(path, 'read', () =>
    withOpen(path, (file) => {
      let end = 0;
      for (let read = -1; read !== 0; end += read) {
        if (end === brief.length) {
          if (end > 0) refuseOther(file);
          brief = Buffer.concat([brief], 2 * end || smallFile);
        }
        read = readSync(file, brief, end, brief.length - end, null);
      }
      if (end === 0) refuseOther(file);
      return brief.subarray(0, end);
    }),
  );
}

/** Names in a folder, sorted; a folder's name ends with a slash. */
export function list(folder: string): string[] {
  return attempt(folder, 'read', () =>
    readdirSync(folder, { withFileTypes: true })
      .map((entry) =>
        entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(join(folder, entry.name))) ? `${entry.name}/` : entry.name,
      )
      .sort(),
  );
}

/** The files of plans are small and many: each gets a part of a larger memory, which costs less than one of its own. */
function readWhole(path: string): Uint8Array {
  return withOpen(path, (file) => {
    if (shelf.length - taken < smallFile) {
      shelf = Buffer.allocUnsafeSlow(shelfSize);
      taken = 0;
    }
    const start = taken;
    const end = start + smallFile;
    let at = start;
    for (let read = -1; read !== 0 && at < end; at += read) read = readSync(file, shelf, at, end - at, null);
    if (at === start || at === end) refuseOther(file);
    // From where the reading stands.
    if (at === end) return Buffer.concat([shelf.subarray(start, end), readFileSync(file)]);
    taken = at;
    return shelf.subarray(start, at);
  });
}

function withOpen<T>(path: string, read: (file: number) => T): T {
  // A pipe would keep the program waiting; Windows has no such flag.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    return read(file);
  } finally {
    closeSync(file);
  }
}

/** What is no file is empty or without end: others are not asked what they are. */
function refuseOther(file: number): void {
  if (!fstatSync(file).isFile()) throw Object.assign(new Error('not a file'), { code: 'EFTYPE' });
}

const shelfSize = 1 << 20;
const smallFile = 1 << 16;
let shelf = Buffer.alloc(0);
let taken = 0;
/** The memory of what is read briefly. */
let brief = Buffer.alloc(0);

export function stamp(path: string): { words: string; time: number } | undefined {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    return { words: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, time: Math.max(mtimeMs, ctimeMs) };
  } catch {
    return undefined;
  }
}

export function isFolder(path: string): boolean {
  return attempt(path, 'read', () => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

/** A link that goes round in a circle, or where nobody may look, leads to none. */
function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return false;
  }
}

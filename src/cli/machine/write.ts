import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { encodeUtf8 } from '../../source/encode-utf8.js';
import type { WrittenFile } from '../host.js';
import { attempt } from './faults.js';
import { isFolder, readBriefly } from './read.js';

export function writeFiles(folder: string, files: Iterable<WrittenFile>, throughLinks = false): void {
  // Everything stands beside its place before anything is put there.
  const staged = new Map<string, string>();
  /** The folders of the files, and whether they are new. */
  const folders = new Map<string, boolean>();
  const made: string[] = [];
  try {
    for (const { path, contents } of files) {
      const named = join(folder, path);
      const to = throughLinks ? targetOf(named) : named;
      attempt(to, 'write', () => {
        const around = dirname(to);
        const isNew = folders.get(around) ?? makeFolder(around, made);
        if (!folders.has(around) && !isNew) sweep(around);
        folders.set(around, isNew);
        // In a new folder stands nothing.
        const found = isNew ? undefined : lstatSync(to, { throwIfNoEntry: false });
        if (found && !found.isFile() && isFolder(to)) throw Object.assign(new Error(), { code: 'EISDIR' });
        const bytes = typeof contents === 'string' ? encodeUtf8(contents) : contents;
        if (found?.isFile() && found.size === bytes.byteLength && holds(to, bytes)) return;
        staged.set(besides(to), to);
        writeFileSync(besides(to), bytes);
        // What only some may read stays so.
        if (found?.isFile()) chmodSync(besides(to), found.mode & 0o777);
      });
    }
    for (const [from, to] of staged) {
      attempt(to, 'write', () => renameSync(from, to));
      staged.delete(from);
    }
  } catch (error) {
    for (const from of staged.keys()) rmSync(from, { force: true });
    removeEmpty(made.filter((path) => !relative(folder, path).startsWith('..')));
    throw error;
  }
}

/** Takes away again what was made for nothing, the innermost first. Folders around that of the output are others' too. */
function removeEmpty(folders: readonly string[]): void {
  for (const path of [...folders].reverse()) {
    try {
      rmdirSync(path);
    } catch {
      // Something stands in it.
    }
  }
}

/** The file that a link leads to; the path itself where it is not a link. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * Whether a file holds just this already: to put another in its place would wait for the disk, file by file. It is given the time of now all the
 * same, for those who go by it, such as make.
 */
function holds(path: string, bytes: Uint8Array): boolean {
  try {
    if (Buffer.compare(readBriefly(path), bytes) !== 0) return false;
    makeNew(path);
    return true;
  } catch {
    return false;
  }
}

/** Gives a file the time of now, as though it had just been written. */
export function touch(path: string): void {
  attempt(path, 'write', () => {
    sweep(dirname(path));
    makeNew(path);
  });
}

function makeNew(path: string): void {
  const now = Date.now() / 1000;
  utimesSync(path, now, now);
}

export function writePieces(path: string, pieces: Iterable<string | Uint8Array>): void {
  const from = besides(path);
  try {
    const file = attempt(path, 'write', () => {
      makeFolder(dirname(path));
      sweep(dirname(path));
      return openSync(from, 'w');
    });
    try {
      for (const bytes of together(pieces)) attempt(path, 'write', () => writeFileSync(file, bytes));
    } finally {
      closeSync(file);
    }
    attempt(path, 'write', () => renameSync(from, path));
  } catch (error) {
    rmSync(from, { force: true });
    throw error;
  }
}

/** The pieces as a few large ones, for which the system makes room in less time than for many small ones. */
function* together(pieces: Iterable<string | Uint8Array>): Iterable<Uint8Array> {
  gathered ??= Buffer.allocUnsafeSlow(1 << 20);
  let end = 0;
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? encodeUtf8(piece) : piece;
    if (end + bytes.length > gathered.length) {
      yield gathered.subarray(0, end);
      end = 0;
    }
    if (bytes.length > gathered.length) yield bytes;
    else {
      gathered.set(bytes, end);
      end += bytes.length;
    }
  }
  yield gathered.subarray(0, end);
}

let gathered: Buffer | undefined;

/** In one write, so that two programs may do it at once; a file that is not there is not made. */
export function append(path: string, text: string): void {
  attempt(path, 'write', () => {
    const file = openSync(path, constants.O_WRONLY | constants.O_APPEND);
    try {
      writeFileSync(file, encodeUtf8(text));
    } finally {
      closeSync(file);
    }
  });
}

/** Where a file is written before it is put in its place: a name that tells whose it is, and that no reader takes for an output. */
function besides(path: string): string {
  return `${path}.${process.pid}-${own}${unfinished}`;
}

/** Tells the files of this thread from those of the others of its process. To be told its number takes as long as to write ten files. */
const own = Math.floor(Math.random() * 2 ** 32);
const unfinished = '.roadmap-tmp';
const swept = new Set<string>();

/** Takes away what runs that were killed have left in a folder. */
function sweep(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of readdirSync(folder)) {
    const owner = name.endsWith(unfinished) && /\.(\d+)-\d+\.roadmap-tmp$/.exec(name)?.[1];
    if (owner && isLeft(Number(owner), join(folder, name))) rmSync(join(folder, name), { force: true });
  }
}

/**
 * Whether nobody goes on with a file: its process has ended, or is another one by now that was given the same number, as 1 in every container.
 * That shows by the age of the file: older than this process if it is said to be its own, else by far older than any build takes.
 */
function isLeft(owner: number, path: string): boolean {
  if (!isRunning(owner)) return true;
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  return age > (owner === process.pid ? process.uptime() * 1000 + clocksDiffer : longestBuild);
}

/** Milliseconds by which the clock of a file server may lag behind. */
const clocksDiffer = 60_000;
const longestBuild = 24 * 3600 * 1000;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** Whether a process has ended and nobody has asked how yet, which in some containers nobody ever does: state Z of proc_pid_stat(5). */
function isZombie(pid: number): boolean {
  try {
    return /\) Z [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    // Other systems tell of processes elsewhere.
    return false;
  }
}

/**
 * Makes a folder and those around it, one by one (Node's own recursion never comes back from places such as /proc), and says whether it did.
 * `made` gets their paths.
 */
function makeFolder(path: string, made: string[] = []): boolean {
  if (existsSync(path)) return false;
  makeFolder(dirname(path), made);
  try {
    mkdirSync(path);
    made.push(path);
    return true;
  } catch (error) {
    // Another run may have made it in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

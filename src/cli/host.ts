import { execFileSync } from 'node:child_process';
import { Console } from 'node:console';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bilingual } from '../diagnostics/diagnostic.js';
import { encodeUtf8 } from '../source/encode-utf8.js';
import { Signals } from './signals.js';

/** What a command may touch of the world: the only way to the disk, the terminal and git. */
export interface Host {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdout: Terminal;
  stderr: Terminal;
  /** Standard input and output as they are, for a protocol that is spoken on them: what a module of the caller logs goes to standard error. */
  streams(): { input: NodeJS.ReadableStream; output: NodeJS.WritableStream };
  /** Milliseconds since 1970. Only what is shown in the terminal may depend on it. */
  now(): number;
  readFile(path: string): Uint8Array;
  /** What an ES module exports: the caller's own code, run only where it was asked for. */
  importModule(path: string): Promise<unknown>;
  /** Names in a folder, sorted; a folder's name ends with a slash. */
  list(folder: string): string[];
  isFolder(path: string): boolean;
  exists(path: string): boolean;
  /**
   * What the file system says of a file or folder, which is another when it holds something else; and when it was last changed, in
   * milliseconds. Undefined where there is none.
   */
  stamp(path: string): { words: string; time: number } | undefined;
  /** Writes each file whole or not at all; folders are made. */
  writeFiles(folder: string, files: Iterable<WrittenFile>): void;
  /** Gives files the time of now, as though they had just been written. */
  touch(paths: readonly string[]): void;
  /** Writes a file piece by piece, whole or not at all, without holding it all. */
  writePieces(path: string, pieces: Iterable<string | Uint8Array>): void;
  /** Adds to the end of a file that is there. */
  append(path: string, text: string): void;
  /** Calls back with the paths below these folders that changed, several at once where they change together. */
  watch(folders: readonly string[], changed: (paths: string[]) => void): Promise<{ close(): Promise<void> }>;
  /** Settles when the user asks the program to end (Ctrl-C). */
  interrupted(): Promise<void>;
  /** Throws `Interrupted` once the user has asked the program to end. Long work calls it between its steps. */
  pause(): Promise<void>;
  /** The number of the signal that asked for the end, 0 before: shared with worker threads. */
  asked: Int32Array;
  /** Standard output of a git command in a folder; undefined where git or the repository is missing or refuses. */
  git(folder: string, args: readonly string[]): Uint8Array | undefined;
  /** What a browser prints of one of these pages, as PDF. No script of theirs runs, and nothing is asked of a network. */
  print(browser: string, pages: Iterable<WrittenFile>, path: string): Promise<Uint8Array>;
}

export interface WrittenFile {
  path: string;
  contents: string | Uint8Array;
}

export interface Terminal {
  isTTY: boolean;
  columns?: number;
  write(text: string): void;
}

/** A wrong call, or a file or folder that cannot be read or written: exit status 2. */
export class CallError extends Error {
  constructor(
    readonly words: Bilingual,
    readonly help?: Bilingual,
  ) {
    super(words.en);
  }
}

/** The machine that the program runs on; a worker thread is given the answer of the main thread, whether to end. */
export function realHost(asked?: Int32Array): Host {
  const signals = new Signals(asked);
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: terminal(1, () => process.stdout),
    stderr: terminal(2, () => process.stderr),
    streams() {
      globalThis.console = new Console(process.stderr);
      return { input: process.stdin, output: process.stdout };
    },
    now: Date.now,
    readFile: (path) => attempt(path, 'read', () => readWhole(path)),
    importModule: (path) => import(pathToFileURL(resolve(path)).href),
    list: (folder) =>
      attempt(folder, 'read', () =>
        readdirSync(folder, { withFileTypes: true })
          .map((entry) =>
            entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(folder, entry.name))) ? `${entry.name}/` : entry.name,
          )
          .sort(),
      ),
    isFolder,
    exists: existsSync,
    stamp,
    writeFiles(folder, files) {
      signals.listen();
      writeFiles(folder, files);
    },
    touch(paths) {
      for (const path of paths) {
        attempt(path, 'write', () => {
          sweep(dirname(path));
          touch(path);
        });
      }
    },
    writePieces(path, pieces) {
      signals.listen();
      writePieces(path, pieces);
    },
    append: (path, text) => attempt(path, 'write', () => append(path, encodeUtf8(text))),
    watch,
    interrupted: () => signals.next(),
    pause: () => signals.pause(),
    asked: signals.asked,
    git(folder, args) {
      try {
        return execFileSync('git', ['-C', folder, ...args], { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
      } catch {
        return undefined;
      }
    },
    print,
  };
}

/** The host's words for a fault of the file system. */
const faults: Record<string, Bilingual> = {
  ENOENT: { ja: 'ありません', en: 'does not exist' },
  EACCES: { ja: '権限がありません', en: 'permission denied' },
  EPERM: { ja: '権限がありません', en: 'permission denied' },
  EISDIR: { ja: 'フォルダです', en: 'is a folder' },
  ENOTDIR: { ja: 'フォルダではないものが途中にあります', en: 'something on the way is not a folder' },
  EEXIST: { ja: '同じ名前のファイルがあります', en: 'a file of that name is in the way' },
  ENOSPC: { ja: '空き容量がありません', en: 'no space left' },
  EROFS: { ja: '書き込めない場所です', en: 'the place is read-only' },
};

function attempt<T>(path: string, doing: 'read' | 'write', action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!code) throw error;
    const fault = faults[code] ?? { ja: code, en: code };
    throw new CallError({
      ja: `\`${path}\` を${doing === 'read' ? '読めません' : '書けません'}: ${fault.ja}`,
      en: `cannot ${doing} \`${path}\`: ${fault.en}`,
    });
  }
}

/** The files of plans are small and many: each gets a part of a larger memory, which costs less than one of its own. */
function readWhole(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    if (shelf.length - taken < smallFile) {
      shelf = Buffer.allocUnsafeSlow(shelfSize);
      taken = 0;
    }
    const start = taken;
    const end = start + smallFile;
    let at = start;
    for (let read = -1; read !== 0 && at < end; at += read) read = readSync(file, shelf, at, end - at, null);
    if (at === end) return readFileSync(path);
    taken = at;
    return shelf.subarray(start, at);
  } finally {
    closeSync(file);
  }
}

const shelfSize = 1 << 20;
const smallFile = 1 << 16;
let shelf = Buffer.alloc(0);
let taken = 0;

function writeFiles(folder: string, files: Iterable<WrittenFile>): void {
  // Everything stands beside its place before anything is put there.
  const staged = new Map<string, string>();
  const made = new Set<string>();
  try {
    for (const { path, contents } of files) {
      const to = join(folder, path);
      attempt(to, 'write', () => {
        if (!made.has(dirname(to))) {
          makeFolder(dirname(to));
          sweep(dirname(to));
          made.add(dirname(to));
        }
        const found = lstatSync(to, { throwIfNoEntry: false });
        if (found && !found.isFile() && isFolder(to)) throw Object.assign(new Error(), { code: 'EISDIR' });
        const bytes = typeof contents === 'string' ? encodeUtf8(contents) : contents;
        if (found?.isFile() && found.size === bytes.byteLength && holds(to, bytes)) return;
        staged.set(besides(to), to);
        writeFileSync(besides(to), bytes);
      });
    }
    for (const [from, to] of staged) {
      attempt(to, 'write', () => renameSync(from, to));
      staged.delete(from);
    }
  } finally {
    for (const from of staged.keys()) rmSync(from, { force: true });
  }
}

/**
 * Whether a file holds just this already: to put another in its place would wait for the disk, file by file. It is given the time of now all the
 * same, for those who go by it, such as make.
 */
function holds(path: string, bytes: Uint8Array): boolean {
  try {
    if (!readFileSync(path).equals(bytes)) return false;
    touch(path);
    return true;
  } catch {
    return false;
  }
}

function touch(path: string): void {
  const now = Date.now() / 1000;
  utimesSync(path, now, now);
}

function writePieces(path: string, pieces: Iterable<string | Uint8Array>): void {
  const from = besides(path);
  try {
    const file = attempt(path, 'write', () => {
      makeFolder(dirname(path));
      sweep(dirname(path));
      return openSync(from, 'w');
    });
    try {
      for (const piece of pieces) attempt(path, 'write', () => writeFileSync(file, piece));
    } finally {
      closeSync(file);
    }
    attempt(path, 'write', () => renameSync(from, path));
  } catch (error) {
    rmSync(from, { force: true });
    throw error;
  }
}

/** In one write, so that two programs may do it at once; a file that is not there is not made. */
function append(path: string, bytes: Uint8Array): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    writeFileSync(file, bytes);
  } finally {
    closeSync(file);
  }
}

function stamp(path: string): { words: string; time: number } | undefined {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    return { words: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, time: Math.max(mtimeMs, ctimeMs) };
  } catch {
    return undefined;
  }
}

/** Where a file is written before it is put in its place: a name that tells whose it is, and that no reader takes for an output. */
function besides(path: string): string {
  return `${path}.${process.pid}-${process.getBuiltinModule('node:worker_threads').threadId}${unfinished}`;
}

const unfinished = '.roadmap-tmp';
const swept = new Set<string>();

/** Takes away what runs that were killed have left in a folder. */
function sweep(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of readdirSync(folder)) {
    const owner = name.endsWith(unfinished) && /\.(\d+)-\d+\.roadmap-tmp$/.exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Milliseconds of quiet after which changes are told: an editor's save is often several. chokidar tells nothing of a second change within
 * 50 ms of the first, so that files may be read only when those are over.
 */
const pause = 60;

async function watch(folders: readonly string[], changed: (paths: string[]) => void): Promise<{ close(): Promise<void> }> {
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

async function print(browser: string, pages: Iterable<WrittenFile>, path: string): Promise<Uint8Array> {
  const { chromium } = await import('playwright-core').catch(() => {
    throw new CallError(
      { ja: 'PDFの印刷に要る playwright-core がありません', en: 'playwright-core, which prints PDF, is missing' },
      { ja: '`npm install playwright-core` を実行してください', en: 'run `npm install playwright-core`' },
    );
  });
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-print-'));
  try {
    writeFiles(folder, pages);
    // Chromium refuses its sandbox to the superuser; the page is our own, without scripts and network.
    const chromiumSandbox = process.getuid?.() !== 0;
    const running = await chromium.launch({ executablePath: browser, chromiumSandbox, timeout: 60_000 });
    try {
      const context = await running.newContext({ javaScriptEnabled: false, offline: true });
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(folder, path)).href);
      await page.evaluate(keepLinksInside);
      return await page.pdf({ format: 'A4', landscape: true, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    } finally {
      await running.close();
    }
  } catch (error) {
    if (error instanceof CallError) throw error;
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new CallError(
      { ja: `\`${browser}\` で印刷できません: ${reason}`, en: `cannot print with \`${browser}\`: ${reason}` },
      {
        ja: '新しい Chromium か Chrome を `--browser` で指定するか、all.html をブラウザで開いて印刷してください',
        en: 'name a recent Chromium or Chrome with `--browser`, or open all.html in a browser and print it',
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the page: links to other pages lead to the same thing on this one, or nowhere, since on paper the other pages are not there. */
function keepLinksInside(): void {
  const { document } = globalThis as unknown as { document: PageDocument };
  for (const link of document.querySelectorAll('a[href]')) {
    const [page = '', fragment] = (link.getAttribute('href') ?? '').split('#');
    if (page === '' || /^(?:https?|mailto):/i.test(page)) continue;
    if (fragment && document.getElementById(fragment)) link.setAttribute('href', `#${fragment}`);
    else link.removeAttribute('href');
  }
}

/** The little that is asked of the page's document; the browser's own types are not the program's. */
interface PageDocument {
  querySelectorAll(selector: string): Iterable<{
    getAttribute(name: string): string | null;
    setAttribute(name: string, value: string): void;
    removeAttribute(name: string): void;
  }>;
  getElementById(id: string): unknown;
}

/** Makes a folder and those around it, one by one: Node's own recursion never comes back from places such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have made it in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Standard output or error. Node's own streams take longer to load than a small plan to check, so what is no terminal is written to straight;
 * Windows, and a pipe that is full and does not wait, need the stream.
 */
function terminal(descriptor: number, makeStream: () => NodeJS.WriteStream): Terminal {
  let made: NodeJS.WriteStream | undefined;
  const stream = (): NodeJS.WriteStream => {
    made ??= makeStream().once('error', (error: NodeJS.ErrnoException) => endOfReader(descriptor, error));
    return made;
  };
  return {
    get isTTY() {
      return mayBeTerminal(descriptor) && stream().isTTY === true;
    },
    get columns() {
      return stream().columns;
    },
    write(text) {
      if (made || process.platform === 'win32') stream().write(text);
      else {
        const rest = writeStraight(descriptor, encodeUtf8(text));
        if (rest.length > 0) stream().write(rest);
      }
    },
  };
}

function mayBeTerminal(descriptor: number): boolean {
  if (process.platform === 'win32') return true;
  const stats = fstatSync(descriptor);
  return stats.isCharacterDevice() && stats.rdev !== statSync('/dev/null').rdev;
}

/** Gives what could not be written without waiting. */
function writeStraight(descriptor: number, bytes: Uint8Array): Uint8Array {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    const fault = error as NodeJS.ErrnoException;
    if (fault.code === 'EAGAIN') return rest;
    endOfReader(descriptor, fault);
  }
  return new Uint8Array();
}

/** A reader that closes early, such as `head`, is no fault. One of messages alone changes nothing of what is done and of its status. */
function endOfReader(descriptor: number, error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  if (descriptor === 1) process.exit(0);
}

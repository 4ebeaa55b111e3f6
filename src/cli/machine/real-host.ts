import { execFileSync } from 'node:child_process';
import { Console } from 'node:console';
import { existsSync, realpathSync } from 'node:fs';
import type { Host } from '../host.js';
import { attempt } from './faults.js';
import { importModule } from './guests.js';
import { isFolder, list, readBriefly, readFile, stamp } from './read.js';
import { Signals } from './signals.js';
import { terminal } from './terminal.js';
import { append, touch, writeFiles, writePieces } from './write.js';

/** The machine that the program runs on; a worker thread is given the answer of the main thread, whether to end. */
export function realHost(asked?: Int32Array): Host {
  const signals = new Signals(asked);
  const host: Host = {
    get cwd() {
      return attempt('.', 'read', () => process.cwd());
    },
    env: process.env,
    stdout: terminal(1, () => process.stdout),
    stderr: terminal(2, () => process.stderr),
    streams() {
      globalThis.console = new Console(process.stderr);
      return { input: process.stdin, output: process.stdout };
    },
    now: Date.now,
    readFile,
    readBriefly,
    // What fails in a worker thread fails the thread's work.
    importModule: (path) => importModule(path, asked ? undefined : (error) => host.tellStray?.(error)),
    runGuest: (work) => signals.atOnce(work),
    list,
    isFolder,
    exists: existsSync,
    realPath: (path) => attempt(path, 'read', () => realpathSync.native(path)),
    stamp,
    writeFiles(folder, files, throughLinks) {
      signals.listen();
      writeFiles(folder, files, throughLinks);
    },
    touch(paths) {
      for (const path of paths) touch(path);
    },
    writePieces(path, pieces) {
      signals.listen();
      writePieces(path, pieces);
    },
    append,
    watch: async (...asked) => (await import('./watch.js')).watch(...asked),
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
    print: async (...asked) => (await import('./print.js')).print(...asked),
  };
  return host;
}

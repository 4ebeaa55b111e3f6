import type { Bilingual } from '../diagnostics/diagnostic.js';

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
  /** What is read holds until the next call: of thousands of files, each of which is looked at once, none needs memory of its own. */
  readBriefly(path: string): Uint8Array;
  /** What an ES module exports: the caller's own code, run only where it was asked for. Undefined where it waits for what never comes. */
  importModule(path: string): Promise<unknown>;
  /** Hears of errors of such modules that nobody waits for. */
  tellStray?: (error: unknown) => void;
  /** Runs code of such a module, which need not come to an end: while it runs, Ctrl-C ends the program at once. */
  runGuest<T>(work: () => T): T;
  /** Names in a folder, sorted; a folder's name ends with a slash. */
  list(folder: string): string[];
  isFolder(path: string): boolean;
  exists(path: string): boolean;
  /** Where a folder that is there lies, links followed. */
  realPath(path: string): string;
  /**
   * What the file system says of a file or folder, which is another when it holds something else; and when it was last changed, in
   * milliseconds. Undefined where there is none.
   */
  stamp(path: string): { words: string; time: number } | undefined;
  /** Writes each file whole or not at all; folders are made. In the place of a link comes a file, unless what it leads to is to be written. */
  writeFiles(folder: string, files: Iterable<WrittenFile>, throughLinks?: boolean): void;
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
  /** Whether nobody reads it any more. */
  readonly isClosed?: boolean;
  /** Throws `CallError` where it cannot be written. */
  write(text: string): void;
  /** Hears of a fault that shows itself only when `write` has come back: the program then ends, with status 2. */
  tellFault?: (fault: CallError) => void;
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

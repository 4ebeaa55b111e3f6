import { CallError, type Host } from '../../src/cli/host.js';
import { realHost } from '../../src/cli/machine/real-host.js';
import { run } from '../../src/cli/program.js';

/** Files by their paths: texts, but for the sheets and PDFs, and what a test sets of its own, which may be bytes. */
interface Files extends Map<string, string> {
  set(path: string, contents: string | Uint8Array): this;
}

/** A machine in memory: its files, and what the program prints. Templates are read from the real package. */
export interface MemoryHost extends Host {
  files: Files;
  out: string;
  err: string;
  /** Saves a file and tells those who watch; settles when they are done with what can be done at once. */
  save(path: string, text: string): Promise<void>;
  /** What Ctrl-C does. */
  interrupt(): void;
}

export function memoryHost(files: Record<string, string | Uint8Array> = {}, env: Record<string, string> = {}): MemoryHost {
  const real = realHost();
  const disk = new Map<string, string | Uint8Array>(Object.entries(files));
  const isFolder = (path: string) =>
    [...disk.keys()].some((name) => name.startsWith(`${path}/`)) || (path.startsWith('/') && real.isFolder(path));
  const watchers = new Set<(paths: string[]) => void>();
  let interrupt: () => void = () => undefined;
  const host: MemoryHost = {
    files: disk as Files,
    out: '',
    err: '',
    cwd: '/work',
    env,
    stdout: {
      isTTY: false,
      write(text) {
        host.out += text;
      },
    },
    stderr: {
      isTTY: false,
      write(text) {
        host.err += text;
      },
    },
    streams: real.streams,
    now: () => Date.UTC(2023, 5, 1),
    importModule: real.importModule,
    runGuest: (work) => work(),
    readFile(path) {
      const found = disk.get(path);
      if (found !== undefined) return typeof found === 'string' ? new TextEncoder().encode(found) : found;
      if (path.startsWith('/')) return real.readFile(path);
      throw new CallError({ ja: `\`${path}\` を読めません`, en: `cannot read \`${path}\`` });
    },
    readBriefly: (path) => host.readFile(path),
    list(folder) {
      const names = new Set<string>();
      for (const name of disk.keys()) {
        if (!name.startsWith(`${folder}/`)) continue;
        const [first, ...rest] = name.slice(folder.length + 1).split('/');
        names.add(rest.length > 0 ? `${first}/` : (first ?? ''));
      }
      return names.size > 0 ? [...names].sort() : real.list(folder);
    },
    isFolder,
    realPath: (path) => path,
    exists: (path) => disk.has(path) || isFolder(path),
    stamp: () => undefined,
    append(path, text) {
      disk.set(path, String(disk.get(path) ?? '') + text);
    },
    writeFiles(folder, written) {
      for (const { path, contents } of written)
        disk.set(`${folder}/${path}`, /\.(?:xlsx|pdf)$/.test(path) ? contents : Buffer.from(contents).toString());
    },
    touch: () => undefined,
    writePieces(path, pieces) {
      disk.set(path, Buffer.concat([...pieces].map((piece) => Buffer.from(piece))).toString());
    },
    watch: async (_, changed) => {
      watchers.add(changed);
      return { close: async () => void watchers.delete(changed) };
    },
    interrupted: () =>
      new Promise((resolve) => {
        interrupt = resolve;
      }),
    pause: async () => undefined,
    asked: new Int32Array(1),
    async save(path, text) {
      disk.set(path, text);
      for (const changed of watchers) changed([path]);
      await new Promise((resolve) => setImmediate(resolve));
    },
    interrupt: () => interrupt(),
    git: () => undefined,
    print: real.print,
  };
  return host;
}

/** Runs a call on a machine in memory and gives its exit status. */
export function call(host: Host, ...argv: string[]): Promise<number> {
  return run(host, argv);
}

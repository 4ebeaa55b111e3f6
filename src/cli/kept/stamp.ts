import type { Host } from '../host.js';

/** Files and folders, and what the file system says of each: size, times, number. While it says the same, they hold the same. */
export interface Stamp {
  paths: readonly string[];
  words: string;
}

/**
 * Notes how files and folders stand, each just before it is read. What changed so lately that a further change could leave no trace (the times of
 * some file systems are rough) makes no stamp.
 */
export class Stamper {
  readonly #paths: string[] = [];
  readonly #words: string[] = [];
  readonly #settled: number;
  #isSure = true;

  constructor(private readonly host: Host) {
    this.#settled = host.now() - roughest;
  }

  readonly note = (path: string): void => {
    const found = this.host.stamp(path);
    if (!found || found.time > this.#settled) this.#isSure = false;
    this.#paths.push(path);
    this.#words.push(found?.words ?? '');
  };

  get stamp(): Stamp | undefined {
    return this.#isSure && this.#paths.length > 0 ? { paths: this.#paths, words: this.#words.join('\n') } : undefined;
  }
}

/** Milliseconds: FAT counts times by two seconds. */
const roughest = 2500;

/** Whether all stand as they stood. */
export function holds(host: Host, { paths, words }: Stamp): boolean {
  return paths.map((path) => host.stamp(path)?.words ?? '').join('\n') === words;
}

import { hash } from 'node:crypto';
import { join } from 'node:path';
import { Cache } from './cache.js';
import { CallError, type Host, type WrittenFile } from './host.js';

/** What came of an earlier build of the same files in the same way, and the files it wrote with their hashes. */
interface Entry<T> {
  outcome: T;
  files: [path: string, hash: string][];
}

/** An earlier build with the same outcome: nothing is to be done while all that it wrote still stands in its folder, byte by byte. */
export class KeptBuild<T> {
  private constructor(
    private readonly host: Host,
    private readonly cache: Cache,
    private readonly key: string,
    private readonly out: string,
  ) {}

  /** `key` is the hash of all that it was made from; undefined where there is no cache. */
  static of<T>(host: Host, question: string, key: string, out: string): KeptBuild<T> | undefined {
    const cache = Cache.of(host, question);
    return cache && new KeptBuild(host, cache, key, out);
  }

  read(): T | undefined {
    const entry = this.cache.read(this.key) as Entry<T> | undefined;
    try {
      if (!entry?.files.every(([path, known]) => hashOf(this.host.readFile(join(this.out, path))) === known)) return undefined;
      this.host.touch(entry.files.map(([path]) => join(this.out, path)));
      return entry.outcome;
    } catch (error) {
      // What is missing or cannot be read is written anew.
      if (error instanceof CallError) return undefined;
      throw error;
    }
  }

  /** The hash of a file need not be made again where it is known. */
  write(outcome: T, files: readonly (WrittenFile & { sha256?: string })[]): void {
    const entry: Entry<T> = { outcome, files: files.map(({ path, contents, sha256 = hashOf(contents) }) => [path, sha256]) };
    this.cache.write(this.key, entry);
  }
}

function hashOf(contents: string | Uint8Array): string {
  return hash('sha256', contents);
}

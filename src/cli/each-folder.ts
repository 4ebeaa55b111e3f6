import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Context } from './command.js';
import { CallError, type Host } from './host.js';
import { attempt, type Job, type Outcome, type Result, type Share } from './work.js';

/** From this many folders on, starting worker threads costs less than they save, however quick the job (docs/performance.md). */
const many = 48;
/** Of fewer, the first show how long the rest will take: this many milliseconds, and it goes to worker threads. */
const long = 600;
/** More threads would cost more memory than they save time. */
const mostThreads = 4;

/**
 * Does the same job for each folder and hands the outcomes over in the folders' order, so that no more than a few are held at once. A folder
 * that cannot be read or written stops nothing: its fault is thrown when all the others are done. Worker threads are used where they are
 * asked for or pay; what comes of it is the same.
 */
export async function eachFolder<K extends Job['kind']>(
  context: Context,
  job: Job<K>,
  folders: readonly string[],
  take: (outcome: Outcome<K>, folder: string) => void,
  asked?: number,
): Promise<void> {
  const { host, lang } = context;
  const progress = new Progress(host, lang, folders.length);
  const faults: CallError[] = [];
  const settle = (result: Result<Outcome<K>>, folder: string) => {
    progress.print(() => {
      if ('fault' in result) faults.push(new CallError(result.fault.words, result.fault.help));
      else take(result.outcome, folder);
    });
  };
  const threads = asked ?? Math.min(availableParallelism(), mostThreads);
  const workers = threads > 1 ? workerFile(host) : undefined;
  const start = host.now();
  let done = 0;
  const pays = () =>
    asked !== undefined || folders.length >= many || (done > 0 && ((host.now() - start) / done) * (folders.length - done) > long);
  try {
    await host.pause();
    for (; done < folders.length && !(workers && pays()); done += 1) {
      const folder = folders[done] as string;
      const result = await attempt(host, job, folder);
      progress.count(1);
      settle(result, folder);
      await host.pause();
    }
    if (workers && done < folders.length) await inThreads(workers, threads, host, job, folders.slice(done), settle, progress);
    await host.pause();
  } finally {
    progress.end();
  }
  if (faults[0]) throw faults[0];
}

/** So many plans at most go to a worker at a time: single plans are too small to be worth a message. */
const largestBatch = 8;
/** The next batch waits with the worker: the main thread, which works as well, may take long to send another. */
const batchesOfWorker = 2;
/** So many parts for each thread may be done or under way before the first of them is. */
const partsAhead = 8;

/** Folders that one thread works on, and what came of them once it is there. */
interface Part<T> {
  folders: readonly string[];
  results: Result<T>[] | Promise<void>;
}

/** Shares the folders among the main thread, which takes one at a time, and worker threads, one fewer than the threads asked for. */
async function inThreads<K extends Job['kind']>(
  filename: string,
  threads: number,
  host: Host,
  job: Job<K>,
  folders: readonly string[],
  settle: (result: Result<Outcome<K>>, folder: string) => void,
  progress: Progress,
): Promise<void> {
  const { Tinypool } = await import('tinypool');
  const workers = threads - 1;
  const pool = new Tinypool({
    filename,
    runtime: 'worker_threads',
    argv: [job.kind === 'check' ? 'validate' : 'build'],
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: batchesOfWorker,
    resourceLimits,
  });
  const batch = Math.min(largestBatch, Math.ceil(folders.length / (64 * threads)));
  /** In the folders' order, from the first that is not settled. */
  const parts: Part<Outcome<K>>[] = [];
  const left = [...folders];
  let sent = 0;
  const send = () => {
    const share: Share = { job, folders: left.splice(0, batch), asked: host.asked };
    const results = (pool.run(share) as Promise<Result<Outcome<K>>[]>).then((results) => {
      part.results = results;
      sent -= 1;
      progress.count(results.length);
    });
    const part: Part<Outcome<K>> = { folders: share.folders, results };
    // One that fails is heard when its turn comes.
    results.catch(() => undefined);
    parts.push(part);
    sent += 1;
  };
  try {
    while (left.length > 0 || parts.length > 0) {
      while (left.length > 0 && sent < workers * batchesOfWorker) send();
      if (left.length > 0 && parts.length < partsAhead * threads) {
        const [folder] = left.splice(0, 1) as [string];
        parts.push({ folders: [folder], results: [await attempt(host, job, folder)] });
        progress.count(1);
        await host.pause();
      } else await parts[0]?.results;
      for (let [first] = parts; Array.isArray(first?.results); [first] = parts) {
        for (const [index, result] of first.results.entries()) settle(result, first.folders[index] as string);
        parts.shift();
      }
    }
  } catch (error) {
    // Each worker ends what it writes before it goes.
    await Promise.allSettled(parts.map(({ results }) => results));
    await host.pause();
    throw error;
  } finally {
    await pool.destroy();
  }
}

/** Most of what a plan needs lives shortly: a roomy nursery spares the collector half of its work. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

/** The built program can run as a worker; the sources cannot. */
function workerFile(host: Host): string | undefined {
  const file = fileURLToPath(new URL('main.js', import.meta.url));
  return file.endsWith('/dist/main.js') && host.exists(file) ? file : undefined;
}

/** Milliseconds after which those who wait are told how long, and then how often. */
const patience = 500;
const rhythm = 100;

/** A line on the terminal with counts, rate and time left; nothing where nobody watches. */
class Progress {
  #done = 0;
  #line = '';
  #told: number;
  readonly #start: number;
  readonly #isWatched: boolean;

  constructor(
    private readonly host: Host,
    private readonly lang: Context['lang'],
    private readonly total: number,
  ) {
    this.#isWatched = total > 1 && host.stderr.isTTY && !host.env['CI'];
    this.#start = host.now();
    this.#told = this.#start + patience - rhythm;
  }

  /** So many more are done, though what comes of them may wait for its turn. */
  count(more: number): void {
    this.#done += more;
    if (!this.#isWatched) return;
    const now = this.host.now();
    if (now - this.#told < rhythm) return;
    this.#told = now;
    this.end();
    this.#line = this.#words((this.#done * 1000) / (now - this.#start));
    this.host.stderr.write(this.#line);
  }

  /** What is printed stands above the line. */
  print(print: () => void): void {
    this.end();
    print();
    if (this.#line) this.host.stderr.write(this.#line);
  }

  end(): void {
    if (this.#line) this.host.stderr.write('\r\u001b[K');
  }

  #words(rate: number): string {
    const left = Math.ceil((this.total - this.#done) / rate);
    return this.lang === 'ja'
      ? `${this.#done} / ${this.total} 計画（毎秒 ${digits(rate)}、残り ${left} 秒）`
      : `${this.#done} / ${this.total} plans (${digits(rate)} a second, ${left} s left)`;
  }
}

/** Two digits are enough of a rate. */
function digits(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : rate.toFixed(0);
}

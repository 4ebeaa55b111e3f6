import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { recallCheck } from '../checking/check-plan.js';
import type { Context } from '../command.js';
import { complain } from '../complain.js';
import type { Host } from '../host.js';
import { KeptOutcomes } from '../kept/kept.js';
import { Progress } from './progress.js';
import { attemptJob, type Job, type KeptOf, type Outcome, type Result, type Share, type Task } from './work.js';

/** From this many folders on, starting worker threads costs less than they save, however quick the job (docs/performance.md). */
const many = 48;
/** Of fewer, the first show how long the rest will take: this many milliseconds, and it goes to worker threads. */
const long = 600;
/** More threads would cost more memory than they save time. */
const mostThreads = 4;

/**
 * Does the same job for each folder, and hands the outcomes over in the folders' order, so that no more than a few are held at once. A folder
 * that cannot be read or written stops nothing: its fault is told in its turn, once where several have the same. Gives whether every folder
 * could be. What came of a folder at an earlier run is not made again. Worker threads are used where they are asked for or pay; what comes of
 * it is the same. `dates`: those of the folders' data, for jobs that tell them.
 */
export async function eachFolder<K extends Job['kind']>(
  context: Context,
  job: Job<K>,
  folders: readonly string[],
  take: (outcome: Outcome<K>, folder: string) => void,
  asked?: number,
  dates?: ReadonlyMap<string, string>,
): Promise<boolean> {
  const { host, lang } = context;
  const progress = new Progress(host, lang, folders.length);
  const faults = new Set<string>();
  const kept = job.options.cache ? KeptOutcomes.of<KeptOf<K>>(host, `${job.kind}\0${JSON.stringify(job.options)}`) : undefined;
  const settle = (result: Result<K>, folder: string) => {
    if ('kept' in result && result.kept) kept?.add(folder, result.kept);
    progress.print(() => {
      if (!('fault' in result)) take(result.outcome, folder);
      else if (!faults.has(result.fault.words.en)) {
        faults.add(result.fault.words.en);
        complain(context, result.fault);
      }
    });
  };
  const queue = new Queue(host, job, folders, kept, dates, settle);
  const recalled = folders.length - queue.left;
  progress.count(recalled, recalled);
  const threads = threadsFor(asked);
  const workers = threads > 1 ? workerFile(host) : undefined;
  const start = host.now();
  let done = 0;
  const pays = () => asked !== undefined || queue.left >= many || (done > 0 && ((host.now() - start) / done) * queue.left > long);
  try {
    await host.pause();
    while (queue.left > 0 && !(workers && queue.left > 1 && pays())) {
      await queue.work(progress);
      done += 1;
    }
    if (workers && queue.left > 0) await inThreads(workers, threads, host, job, queue, progress);
    await host.pause();
  } finally {
    kept?.save();
    progress.end();
  }
  return faults.size === 0;
}

/** As many as the caller asks for, or else as cores. */
function threadsFor(asked: number | undefined): number {
  return asked ?? Math.min(availableParallelism(), mostThreads);
}

/** So many folders at most go to a worker at a time: single plans are too small to be worth a message. */
const largestBatch = 8;
/** The next batch waits with the worker: the main thread, which works as well, may take long to send another. */
const batchesOfWorker = 2;
/** So many folders for each thread may be done or under way before the first of them is settled. */
const ahead = 40;

/** The folders in their order: what is known of each, what became of it, and how far they are settled. */
class Queue<K extends Job['kind']> {
  /** Those that are to be done, by their place. */
  readonly #todo: number[] = [];
  /** What became of those that are done and not settled. */
  readonly #results = new Map<number, Result<K>>();
  #settled = 0;

  constructor(
    private readonly host: Host,
    private readonly job: Job<K>,
    private readonly folders: readonly string[],
    private readonly kept: KeptOutcomes<KeptOf<K>> | undefined,
    private readonly dates: ReadonlyMap<string, string> | undefined,
    private readonly settle: (result: Result<K>, folder: string) => void,
  ) {
    for (const [place, folder] of folders.entries()) {
      const outcome = recall(host, job, () => kept?.of(folder));
      if (outcome === undefined) this.#todo.push(place);
      else this.#results.set(place, { outcome });
    }
    this.#settle();
  }

  /** How many nobody has begun. */
  get left(): number {
    return this.#todo.length;
  }

  /** Whether a folder that is far ahead of those that are settled would only fill the memory. */
  isFarAhead(threads: number): boolean {
    return (this.#todo[0] ?? 0) - this.#settled > ahead * threads;
  }

  /** The next folders, which are then the caller's to do. */
  take(count: number): { places: readonly number[]; tasks: Task<K>[] } {
    const places = this.#todo.splice(0, count);
    return {
      places,
      tasks: places.map((place) => {
        const folder = this.folders[place] as string;
        const known = this.kept?.of(folder);
        const date = this.dates?.get(folder);
        return { folder, ...(known && { known }), ...(date && { date }), ...(this.folders.length === 1 && { isAlone: true }) };
      }),
    };
  }

  put(places: readonly number[], results: readonly Result<K>[]): void {
    for (const [index, place] of places.entries()) this.#results.set(place, results[index] as Result<K>);
    this.#settle();
  }

  /** Does the next folder here and now. */
  async work(progress: Progress): Promise<void> {
    const { places, tasks } = this.take(1);
    const result = await attemptJob(this.host, this.job, tasks[0] as Task<K>);
    progress.count(1, countRecalled([result]));
    this.put(places, [result]);
    await this.host.pause();
  }

  #settle(): void {
    for (let result = this.#results.get(this.#settled); result; result = this.#results.get(this.#settled)) {
      this.#results.delete(this.#settled);
      this.settle(result, this.folders[this.#settled] as string);
      this.#settled += 1;
    }
  }
}

function countRecalled(results: readonly object[]): number {
  return results.filter((result) => 'isRecalled' in result).length;
}

/** What came of a folder at an earlier run, where it is seen without reading it that nothing has changed: a build has to look at what it wrote. */
function recall<K extends Job['kind']>(host: Host, { kind }: Job<K>, read: () => unknown): Outcome<K> | undefined {
  const known = kind === 'check' ? (read() as Parameters<typeof recallCheck>[1] | undefined) : undefined;
  return known && (recallCheck(host, known) as Outcome<K> | undefined);
}

/** Shares the folders among the main thread, which takes one at a time, and worker threads, one fewer than the threads asked for. */
async function inThreads<K extends Job['kind']>(
  filename: string,
  threads: number,
  host: Host,
  job: Job<K>,
  queue: Queue<K>,
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
  const batch = Math.min(largestBatch, Math.ceil(queue.left / (64 * threads)));
  const sent = new Set<Promise<void>>();
  const send = () => {
    const { places, tasks } = queue.take(batch);
    const share: Share<K> = { job, tasks, asked: host.asked };
    const part = (pool.run(share) as Promise<Result<K>[]>).then((results) => {
      sent.delete(part);
      progress.count(results.length, countRecalled(results));
      queue.put(places, results);
    });
    // One that fails is heard when it is waited for.
    part.catch(() => undefined);
    sent.add(part);
  };
  try {
    while (queue.left > 0 || sent.size > 0) {
      while (queue.left > 0 && sent.size < workers * batchesOfWorker && !queue.isFarAhead(threads)) send();
      if (queue.left > 0 && !queue.isFarAhead(threads)) await queue.work(progress);
      else await Promise.race(sent);
    }
  } catch (error) {
    // Each worker ends what it writes before it goes.
    await Promise.allSettled(sent);
    await host.pause();
    throw error;
  } finally {
    await pool.destroy();
  }
}

/** Most of what a plan needs lives shortly: a roomy nursery spares the collector half of its work. */
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

/** The built program can run as a worker; the sources cannot. */
function workerFile(host: Host): string | undefined {
  const file = fileURLToPath(new URL('main.js', import.meta.url));
  return file.endsWith('/dist/main.js') && host.exists(file) ? file : undefined;
}

import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Context } from './command.js';
import { CallError, type Host } from './host.js';
import { attempt, type Job, type Outcome, type Result } from './work.js';

/** From this many folders on, starting worker threads costs less than they save (docs/performance.md). */
const many = 48;

/**
 * Does the same job for each folder and hands the outcomes over in the folders' order, so that no more than a few are held at once. A folder
 * that cannot be read or written stops nothing: its fault is thrown when all the others are done.
 */
export async function eachFolder<K extends Job['kind']>(
  context: Context,
  job: Job<K>,
  folders: readonly string[],
  take: (outcome: Outcome<K>, folder: string) => void,
): Promise<void> {
  const { host, lang } = context;
  const progress = new Progress(host, lang, folders.length);
  const faults: CallError[] = [];
  const settle = (result: Result<Outcome<K>>, folder: string) => {
    if ('fault' in result) faults.push(new CallError(result.fault.words, result.fault.help));
    else take(result.outcome, folder);
    progress.step();
  };
  const workers = folders.length >= many ? workerFile(host) : undefined;
  if (workers) await inWorkers(workers, job, folders, settle);
  else for (const folder of folders) settle(await attempt(host, job, folder), folder);
  progress.end();
  if (faults[0]) throw faults[0];
}

/** A batch goes to a worker at a time: single plans are too small to be worth a message. */
const batch = 8;

async function inWorkers<T>(
  filename: string,
  job: Job,
  folders: readonly string[],
  settle: (result: Result<T>, folder: string) => void,
): Promise<void> {
  const { Tinypool } = await import('tinypool');
  const threads = Math.max(2, availableParallelism());
  const pool = new Tinypool({ filename, runtime: 'worker_threads', minThreads: threads, maxThreads: threads, resourceLimits });
  try {
    const waiting: { part: readonly string[]; results: Promise<Result<T>[]> }[] = [];
    const drain = async () => {
      const first = waiting.shift();
      if (first) for (const [index, result] of (await first.results).entries()) settle(result, first.part[index] as string);
    };
    for (let at = 0; at < folders.length; at += batch) {
      const part = folders.slice(at, at + batch);
      waiting.push({ part, results: pool.run({ job, folders: part }) as Promise<Result<T>[]> });
      if (waiting.length > 2 * threads) await drain();
    }
    while (waiting.length > 0) await drain();
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

/** A line on the terminal with counts, rate and time left; nothing where nobody watches. */
class Progress {
  #done = 0;
  #shown = 0;
  readonly #start = Date.now();

  constructor(
    private readonly host: Host,
    private readonly lang: Context['lang'],
    private readonly total: number,
  ) {}

  step(): void {
    this.#done += 1;
    const now = Date.now();
    if (this.total < many || !this.host.stderr.isTTY || this.host.env['CI'] || now - this.#shown < 100) return;
    this.#shown = now;
    const rate = this.#done / Math.max(0.001, (now - this.#start) / 1000);
    const left = Math.ceil((this.total - this.#done) / rate);
    const words =
      this.lang === 'ja'
        ? `${this.#done} / ${this.total} 計画（毎秒 ${rate.toFixed(0)}、残り ${left} 秒）`
        : `${this.#done} / ${this.total} plans (${rate.toFixed(0)} a second, ${left} s left)`;
    this.host.stderr.write(`\r\u001b[K${words}`);
  }

  end(): void {
    if (this.#shown > 0) this.host.stderr.write('\r\u001b[K');
  }
}

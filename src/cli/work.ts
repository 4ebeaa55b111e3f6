import type { BuildOptions, BuildOutcome } from './build-plan.js';
import type { CheckOptions, PlanOutcome } from './check-plan.js';
import { CallError, type Host } from './host.js';

/** Every kind of job that is done for one folder after the other. Options and outcomes are plain data, so that they can go to a worker. */
const works = {
  check: async (host: Host, folder: string, options: CheckOptions): Promise<PlanOutcome> =>
    (await import('./check-plan.js')).checkFolder(host, folder, options),
  build: async (host: Host, folder: string, options: BuildOptions): Promise<BuildOutcome> =>
    (await import('./build-plan.js')).buildFolder(host, folder, options),
} as const;

type Works = typeof works;

export interface Job<K extends keyof Works = keyof Works> {
  kind: K;
  options: Parameters<Works[K]>[2];
}

export type Outcome<K extends keyof Works> = Awaited<ReturnType<Works[K]>>;

/** What became of one folder. */
export type Result<T> = { outcome: T } | { fault: Pick<CallError, 'words' | 'help'> };

/** Does a job for one folder; what is the caller's fault becomes data. */
export async function attempt<K extends keyof Works>(host: Host, { kind, options }: Job<K>, folder: string): Promise<Result<Outcome<K>>> {
  try {
    return { outcome: (await works[kind](host, folder, options as never)) as Outcome<K> };
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return { fault: { words: error.words, ...(error.help && { help: error.help }) } };
  }
}

/** A worker thread's share of the folders. */
export interface Share {
  job: Job;
  folders: readonly string[];
  /** Whether the user has asked the program to end. */
  asked: Int32Array;
}

/** What a worker thread does with a message. */
export async function work(host: Host, { job, folders }: Share): Promise<Result<unknown>[]> {
  const results: Result<unknown>[] = [];
  for (const folder of folders) {
    await host.pause();
    results.push(await attempt(host, job, folder));
  }
  return results;
}

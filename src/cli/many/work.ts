import type { BuildOptions, BuildOutcome, KeptBuild } from '../building/build-plan.js';
import type { CheckOptions, PlanOutcome } from '../checking/check-plan.js';
import { CallError, type Host } from '../host.js';
import type { Done, Kept } from '../kept/kept.js';

/** A folder, and what is known of it from earlier runs. */
interface Named<T> {
  folder: string;
  /** The date of its data, where that was asked for. */
  date?: string;
  known?: Kept<T>;
  /** Whether it is the only one that was named. */
  isAlone?: boolean;
}

/** Every kind of job that is done for one folder after the other. Options and outcomes are plain data, so that they can go to a worker. */
const works = {
  check: async (host: Host, options: CheckOptions, { folder, known, isAlone }: Named<PlanOutcome>): Promise<Done<PlanOutcome>> =>
    (await import('../checking/check-plan.js')).checkFolder(host, folder, options, known, isAlone),
  build: async (host: Host, options: BuildOptions, { folder, known, date }: Named<KeptBuild>): Promise<Done<BuildOutcome, KeptBuild>> =>
    (await import('../building/build-plan.js')).buildFolder(host, folder, options, known, date),
} as const;

type Works = typeof works;
type DoneOf<K extends keyof Works> = Awaited<ReturnType<Works[K]>>;

export interface Job<K extends keyof Works = keyof Works> {
  kind: K;
  options: Parameters<Works[K]>[1];
}

export type Outcome<K extends keyof Works> = DoneOf<K>['outcome'];
/** What is kept of a folder between runs. */
export type KeptOf<K extends keyof Works> = NonNullable<DoneOf<K>['kept']>['value'];

/** What became of one folder. */
export type Result<K extends keyof Works> = Done<Outcome<K>, KeptOf<K>> | { fault: Pick<CallError, 'words' | 'help'> };

export type Task<K extends keyof Works = keyof Works> = Named<KeptOf<K>>;

/** Does a job for one folder; what is the caller's fault becomes data. */
export async function attemptJob<K extends keyof Works>(host: Host, { kind, options }: Job<K>, task: Task<K>): Promise<Result<K>> {
  try {
    return (await works[kind](host, options as never, task as never)) as Result<K>;
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return { fault: { words: error.words, ...(error.help && { help: error.help }) } };
  }
}

/** A worker thread's share of the folders. */
export interface Share<K extends keyof Works = keyof Works> {
  job: Job<K>;
  tasks: readonly Task<K>[];
  /** As that of the host. */
  asked: Int32Array;
}

/** What a worker thread does with a message. */
export async function work(host: Host, { job, tasks }: Share): Promise<Result<keyof Works>[]> {
  const results: Result<keyof Works>[] = [];
  for (const task of tasks) {
    await host.pause();
    results.push(await attemptJob(host, job, task));
  }
  return results;
}

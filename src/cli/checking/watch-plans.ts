import { relative, resolve } from 'node:path';
import { isPlanFile } from '../../compile/plan-file.js';
import type { ReadCache } from '../../compile/plan-reading.js';
import { planFile } from '../../model/file-names.js';
import type { Context } from '../command.js';
import { complain, complainOfFault } from '../complain.js';
import { CallError, type Host } from '../host.js';
import { type CheckOptions, checkPlan, type PlanOutcome } from './check-plan.js';
import { loadOwnPlan } from './load-plan.js';

/** A plan that is watched: its files as they were last read, and what their reading gave. */
interface Watched {
  dir: string;
  files: Map<string, Uint8Array | string>;
  readings: ReadCache;
}

/**
 * Checks plans now and after each change, until the user ends it or nobody reads the findings any more. Of a plan that changed only the changed
 * files are read again.
 */
export async function watchPlans(
  { host, lang }: Context,
  places: readonly string[],
  options: CheckOptions,
  tell: (outcomes: PlanOutcome[]) => Promise<void>,
): Promise<void> {
  const plans = places
    .map((place) => loadOwnPlan(host, place))
    .map(({ dir, files }): Watched => ({ dir, files: new Map(files), readings: new Map() }));
  const check = async () => {
    const lost = plans.find(({ files }) => !files.has(planFile));
    if (lost) throw new CallError({ ja: `\`${lost.dir}\` に plan.yaml がありません`, en: `there is no plan.yaml in \`${lost.dir}\`` });
    const outcomes: PlanOutcome[] = [];
    for (const { dir, files, readings } of plans) outcomes.push(await checkPlan(host, { dir, files }, options, readings));
    await tell(outcomes);
  };
  /** What cannot be checked now, be it that a rule of the caller or the program itself fails on it, may be right after the next save. */
  const checkAndWait = async () => {
    try {
      await check();
    } catch (error) {
      if (error instanceof CallError) complain({ host, lang }, error);
      else complainOfFault({ host, lang }, error);
    }
    if (host.stdout.isClosed) closed();
    host.stderr.write(lang === 'ja' ? '保存を待っています（Ctrl-Cで終わります）\n' : 'waiting for the next save; Ctrl-C ends\n');
  };
  const ended = host.interrupted();
  let closed: () => void = () => undefined;
  const unread = new Promise<void>((resolve) => {
    closed = resolve;
  });
  let last = Promise.resolve();
  const watcher = await host.watch(
    plans.map(({ dir }) => dir),
    (paths) => {
      for (const plan of plans) for (const path of paths) readAgain(host, plan, path);
      last = last.then(checkAndWait);
    },
  );
  last = last.then(checkAndWait);
  await Promise.race([ended, unread, last.then(() => ended)]);
  await watcher.close();
}

function readAgain(host: Host, { dir, files }: Watched, path: string): void {
  const name = relative(resolve(host.cwd, dir), resolve(host.cwd, path)).replaceAll('\\', '/');
  if (!isPlanFile(name)) return;
  try {
    files.set(name, host.readFile(`${dir}/${name}`));
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    files.delete(name);
  }
}

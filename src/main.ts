import type { Host } from './cli/host.js';
import { leaveGuests } from './cli/machine/guests.js';
import { realHost } from './cli/machine/real-host.js';
import { type Job, type Result, type Share, work } from './cli/many/work.js';
import { run } from './cli/program.js';

/** Runs the program on the real machine and gives its exit status. Started by src/boot.cts. */
export async function main(argv: readonly string[]): Promise<number> {
  const status = await run(realHost(), argv);
  leaveGuests();
  return status;
}

/** What a worker thread does with its share of the folders. */
export function workInThread(share: Share): Promise<Result<Job['kind']>[]> {
  host ??= realHost(share.asked);
  return work(host, share);
}

/** One for all shares of a thread: the main thread's answer is the same memory in each. */
let host: Host | undefined;

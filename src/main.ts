import { realHost } from './cli/host.js';
import { run } from './cli/program.js';
import { type Result, type Share, work } from './cli/work.js';

/** Runs the program on the real machine and gives its exit status. Started by src/boot.cts. */
export function main(argv: readonly string[]): Promise<number> {
  return run(realHost(), argv);
}

/** What a worker thread does with its share of the folders. */
export function workInThread(share: Share): Promise<Result<unknown>[]> {
  return work(realHost(share.asked), share);
}

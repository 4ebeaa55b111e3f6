import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/*
 * Modules of the caller's own run in the program. They may wait for what never comes, fail where nobody waits for them, and leave timers and
 * servers behind: none of it may end the program in silence, or keep it.
 */

let isAny = false;

/** Hears of errors of theirs that nobody waits for. */
export type TellStray = (error: unknown) => void;

/** What a module exports; undefined where it waits for what never comes. */
export async function importModule(path: string, tell: TellStray | undefined): Promise<unknown> {
  if (!isAny && tell) process.on('uncaughtException', tell);
  isAny = true;
  let forget = () => undefined as unknown;
  const nothingLeft = new Promise<undefined>((settle) => {
    const hear = () => settle(undefined);
    process.once('beforeExit', hear);
    forget = () => process.off('beforeExit', hear);
  });
  try {
    return await Promise.race([import(pathToFileURL(resolve(path)).href), nothingLeft]);
  } finally {
    forget();
  }
}

/** Ends the program once it is done and has said all, whatever such modules have left running. */
export function leaveGuests(): void {
  if (!isAny) return;
  const leave = () => {
    if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
    setTimeout(leave, patience).unref();
  };
  setTimeout(leave, patience).unref();
}

/** Milliseconds. */
const patience = 500;

import type { Context } from '../command.js';
import { complain } from '../complain.js';
import { CallError } from '../host.js';
import { Progress } from './progress.js';

/**
 * Does something for each plan in turn, here and now, with a line on the terminal that tells how far it is; between two plans the user may end
 * it. A plan that cannot be read or written stops nothing: its fault is told. Gives those for which it was done.
 */
export async function inTurn(context: Context, places: readonly string[], act: (place: string) => void): Promise<string[]> {
  const { host, lang } = context;
  const progress = new Progress(host, lang, places.length);
  const done: string[] = [];
  try {
    for (const place of places) {
      await host.pause();
      progress.print(() => {
        try {
          act(place);
          done.push(place);
        } catch (error) {
          if (!(error instanceof CallError)) throw error;
          complain(context, error);
        }
      });
      progress.count(1);
    }
    await host.pause();
  } finally {
    progress.end();
  }
  return done;
}

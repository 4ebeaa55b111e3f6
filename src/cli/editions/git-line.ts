import type { Host } from '../host.js';

/** What git answers, without the end of its line; undefined where it fails. */
export function gitLine(host: Host, folder: string, args: readonly string[]): string | undefined {
  const printed = host.git(folder, args);
  return printed && new TextDecoder().decode(printed).replace(/\r?\n$/, '');
}

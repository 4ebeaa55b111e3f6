import { visible } from '../source/visible.js';
import type { Context } from './command.js';
import type { CallError } from './host.js';

/** Tells a fault of the call or of the file system on standard error, and gives the exit status for it. */
export function complain({ host, lang }: Pick<Context, 'host' | 'lang'>, { words, help }: Pick<CallError, 'words' | 'help'>): 2 {
  host.stderr.write(`roadmap: ${visible(words[lang])}\n`);
  if (help) host.stderr.write(`  ${lang === 'ja' ? '直し方' : 'help'}: ${visible(help[lang])}\n`);
  return 2;
}

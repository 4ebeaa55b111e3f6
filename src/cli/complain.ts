import type { Bilingual } from '../diagnostics/diagnostic.js';
import { visible } from '../source/visible.js';
import type { Context } from './command.js';
import type { CallError } from './host.js';

/** Tells a fault of the call or of the file system on standard error, and gives the exit status for it. */
export function complain({ host, lang }: Pick<Context, 'host' | 'lang'>, { words, help }: Pick<CallError, 'words' | 'help'>): 2 {
  host.stderr.write(`roadmap: ${visible(words[lang])}\n`);
  if (help) host.stderr.write(`  ${lang === 'ja' ? '直し方' : 'help'}: ${visible(help[lang])}\n`);
  return 2;
}

/** Tells a fault of the program itself, whatever the input. */
export function complainOfFault(context: Pick<Context, 'host' | 'lang'>, error: unknown): 2 {
  const { host } = context;
  complain(context, {
    words: faultWords(error),
    help: {
      ja: '同じ入力を添えて報告してください（ROADMAP_DEBUG=1 で詳しく出ます）',
      en: 'please report it with the input (ROADMAP_DEBUG=1 prints more)',
    },
  });
  if (host.env['ROADMAP_DEBUG'] && error instanceof Error) host.stderr.write(`${error.stack}\n`);
  return 2;
}

export function faultWords(error: unknown): Bilingual {
  const reason = error instanceof Error ? error.message : String(error);
  return { ja: `内部の誤りです: ${reason}`, en: `this is a fault of the program: ${reason}` };
}

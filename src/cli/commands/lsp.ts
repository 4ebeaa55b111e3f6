import { dirname } from 'node:path';
import { planFile } from '../../model/file-names.js';
import { type Command, rulesOption } from '../command.js';
import { faultWords } from '../complain.js';
import { CallError } from '../host.js';

export const command: Command = {
  name: 'lsp',
  summary: { ja: 'エディタのための言語サーバー（標準入出力）', en: 'the language server for editors, on standard input and output' },
  options: [
    { flags: '--stdio', description: { ja: '標準入出力で話す（いつもそうする）', en: 'speak on standard input and output, as always' } },
    rulesOption,
  ],
  async run({ host, lang }, _args, options) {
    const { loadPlan } = await import('../checking/load-plan.js');
    const { loadSoundRules } = await import('../checking/load-rules.js');
    const { version } = await import('../version.js');
    const { startServer } = await import('../../lsp/server.js');
    const streams = host.streams();
    const faults: CallError[] = [];
    const rules = await loadSoundRules(host, options['rules'], (fault) => faults.push(fault));
    startServer({
      ...streams,
      version,
      rules,
      faults: faults.map(({ words }) => words),
      explain: (error) => (error instanceof CallError ? error.words : faultWords(error)),
      ...(options['lang'] !== undefined && { lang }),
      reader: {
        findPlan(path) {
          for (let folder = dirname(path); ; folder = dirname(folder)) {
            if (host.exists(`${folder}/${planFile}`)) return folder;
            if (folder === dirname(folder)) return undefined;
          }
        },
        readPlan(dir) {
          try {
            return loadPlan(host, dir);
          } catch (error) {
            if (error instanceof CallError) return undefined;
            throw error;
          }
        },
      },
    });
    // The server ends the process when the editor leaves.
    return new Promise(() => undefined);
  },
};

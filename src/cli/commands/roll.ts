import { type Command, dirArgument, rulesOption } from '../command.js';
import { CallError } from '../host.js';

export const command: Command = {
  name: 'roll',
  summary: { ja: '次の版を始める（IDは保ち、終わった項目は別に置く）', en: 'start the next edition: ids kept, closed items put aside' },
  arguments: [dirArgument],
  options: [
    { flags: '--edition <name>', description: { ja: '次の版の名前: 令和4年6月', en: 'the name of the next edition: 令和4年6月' } },
    { flags: '--window <years>', description: { ja: '表が示す年度: 2022-2026', en: 'the fiscal years that its tables show: 2022-2026' } },
    {
      flags: '--out <folder>',
      description: {
        ja: '次の版のフォルダ（省くと同じフォルダに書く。今の版はgitにあること）',
        en: 'the folder of the next edition (default: in place, where git keeps this one)',
      },
    },
    rulesOption,
  ],
  async run(context, [dir = 'roadmap'], options) {
    const { readFiscalYears } = await import('../arguments/read-options.js');
    const { loadRules } = await import('../checking/load-rules.js');
    const { rollPlan } = await import('../editions/roll-plan.js');
    const { outFolder } = await import('../arguments/out-folder.js');
    const { edition, window } = options;
    if (typeof edition !== 'string' || edition.trim() === '' || typeof window !== 'string')
      throw new CallError(
        { ja: '`--edition` と `--window` を指定してください', en: 'name the edition with `--edition` and its years with `--window`' },
        {
          ja: '例: roadmap roll --edition 令和4年6月 --window 2022-2026',
          en: 'for example: roadmap roll --edition 令和4年6月 --window 2022-2026',
        },
      );
    const years = readFiscalYears(window);
    const rules = await loadRules(context.host, options['rules']);
    return rollPlan(context, dir, { edition: edition.trim(), years, rules, out: outFolder(options, dir) });
  },
};

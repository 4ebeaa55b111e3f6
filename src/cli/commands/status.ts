import { visible } from '../../source/visible.js';
import { type Command, dirArgument, leadOption, rulesOption } from '../command.js';

export const command: Command = {
  name: 'status',
  summary: { ja: '一つの年度の状況を節ごとに一行で示す', en: 'show where a fiscal year stands, a line a section' },
  arguments: [dirArgument],
  options: [
    {
      flags: '--fy <year>',
      description: {
        ja: '年度: 2023、R5、2022-2023（省くと、SOURCE_DATE_EPOCH か今日の年度。表の外なら最も近い年度）',
        en: 'fiscal year: 2023, R5, 2022-2023 (default: that of SOURCE_DATE_EPOCH or of today, or the nearest one in the table)',
      },
    },
    {
      flags: '--by <part>',
      description: { ja: '行の分け方: section（節ごと）か lead（担当部局ごと）', en: 'a line a section, or a lead (department)' },
      default: 'section',
    },
    leadOption,
    rulesOption,
  ],
  async run(context, [dir = 'roadmap'], options) {
    const { readFiscalYears, readPartition } = await import('../arguments/read-options.js');
    const { compilePlan } = await import('../checking/compile-plan.js');
    const { loadRules } = await import('../checking/load-rules.js');
    const { chosenDepartments } = await import('../arguments/chosen-departments.js');
    const { currentFiscalYear } = await import('../arguments/current-fiscal-year.js');
    const { sliceRoadmap } = await import('../../transform/slice-roadmap.js');
    const { yearsWords } = await import('../../report/period-words.js');
    const { punctuation } = await import('../../report/punctuation.js');
    const { statusTable } = await import('../status-table.js');
    const { host, lang, color } = context;
    const asked = typeof options['fy'] === 'string' ? readFiscalYears(options['fy']) : undefined;
    const by = readPartition(options['by']) ?? 'section';
    const roadmap = await compilePlan(context, dir, await loadRules(context.host, options['rules']));
    if (!roadmap) return 1;
    const leads = chosenDepartments(context, roadmap, options['lead']);
    const years = asked ?? currentFiscalYear(context, roadmap.plan);
    const slice = sliceRoadmap(roadmap, years, { ...(leads && { leads }) });
    const { title, edition } = roadmap.plan;
    const width = host.stdout.isTTY ? host.stdout.columns : undefined;
    const table = statusTable(slice, { by, lang, color, ...(width && { width }) });
    const { opening, closing } = punctuation[lang];
    host.stdout.write(`${visible(title + opening + edition + closing)} ${yearsWords(years, lang)}\n\n${table}`);
    return 0;
  },
};

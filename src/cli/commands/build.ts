import { bomOption, type Command, dirsArgument, formatOption, outOption, templatesOption } from '../command.js';

export const command: Command = {
  name: 'build',
  summary: { ja: '工程表をHTML・Markdown・CSV・JSONにする', en: 'compile roadmaps to HTML, Markdown, CSV and JSON' },
  arguments: [dirsArgument],
  options: [
    formatOption('html'),
    outOption('dist/report'),
    {
      flags: '--fy <year>',
      description: {
        ja: 'HTMLの概要が取り上げる年度（省くとデータの日付の年度）',
        en: 'the fiscal year that the overview tells of (default: that of the data)',
      },
    },
    templatesOption,
    bomOption,
  ],
  async run(context, dirs, options) {
    const { readFormats } = await import('../names.js');
    const { compilePlan } = await import('../compile-plan.js');
    const { outFolder, writeReport } = await import('../write-report.js');
    const { siteOptions } = await import('../site-options.js');
    const { planReport } = await import('../../report/plan-report.js');
    const names = readFormats(String(options['format'] ?? 'html'));
    const places = dirs.length > 0 ? dirs : ['roadmap'];
    const out = outFolder(options);
    let status = 0;
    for (const dir of places) {
      const roadmap = compilePlan(context, dir);
      if (!roadmap) {
        status = 1;
        continue;
      }
      const about = siteOptions(context, dir, options['fy']);
      const folder = places.length > 1 && out !== '-' ? `${out}/${roadmap.plan.id}` : out;
      await writeReport(context, planReport(roadmap, context.lang, about), names, folder, options, about.date);
    }
    return status;
  },
};

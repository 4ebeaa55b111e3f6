import { bomOption, type Command, dirsArgument, formatOption, outOption, templatesOption } from '../command.js';

export const command: Command = {
  name: 'build',
  summary: { ja: '工程表をHTML・Markdown・CSV・JSONにする', en: 'compile roadmaps to HTML, Markdown, CSV and JSON' },
  arguments: [dirsArgument],
  options: [formatOption('html'), outOption('dist/report'), templatesOption, bomOption],
  async run(context, dirs, options) {
    const { readFormats } = await import('../names.js');
    const { buildDate } = await import('../build-date.js');
    const { compilePlan } = await import('../compile-plan.js');
    const { outFolder, writeReport } = await import('../write-report.js');
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
      await writeReport(
        context,
        planReport(roadmap, context.lang),
        names,
        places.length > 1 && out !== '-' ? `${out}/${roadmap.plan.id}` : out,
        options,
        buildDate(context.host, dir),
      );
    }
    return status;
  },
};

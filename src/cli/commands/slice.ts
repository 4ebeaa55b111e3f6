import type { FormatEntry } from '../../formats/format.js';
import {
  bomOption,
  browserOption,
  type Command,
  dirArgument,
  formatOption,
  leadOption,
  outIfAskedOption,
  rulesOption,
  templatesOption,
} from '../command.js';
import { CallError } from '../host.js';

/** Not that of `build`, whose files have the same names. */
const usualFolder = 'dist/slice';

const isOfYears = ({ ofRevision }: FormatEntry) => !ofRevision;

export const command: Command = {
  name: 'slice',
  summary: { ja: '一つの年度（または年度の範囲）を取り出す', en: 'take out one fiscal year, or a range of them' },
  arguments: [dirArgument],
  options: [
    {
      flags: '--fy <year>',
      description: { ja: '年度: 2023、R5、令和5年度、2022-2023', en: 'fiscal year: 2023, R5, 令和5年度, 2022-2023' },
    },
    leadOption,
    {
      flags: '--status <words>',
      description: {
        ja: '報告された状況か評価の語、報告なし、評価なし（複数はコンマで区切る）',
        en: 'words of the reported status or verdict, 報告なし (none) or 評価なし for what has none; several by comma',
      },
    },
    {
      flags: '--by <part>',
      description: { ja: '分け方: lead（担当部局ごと）か section（節ごと）', en: 'in parts: lead (by department) or section' },
    },
    formatOption('md', isOfYears),
    outIfAskedOption(usualFolder, isOfYears),
    templatesOption,
    bomOption,
    rulesOption,
    browserOption,
  ],
  async run(context, [dir = 'roadmap'], options) {
    const { readFiscalYears, readFormats, readPartition, readStatuses } = await import('../arguments/read-options.js');
    const { compilePlan } = await import('../checking/compile-plan.js');
    const { loadRules } = await import('../checking/load-rules.js');
    const { chosenDepartments } = await import('../arguments/chosen-departments.js');
    const { keepJoined } = await import('../joined/keep-joined.js');
    const { outPlaceIfAsked } = await import('../arguments/out-folder.js');
    const { writeReport } = await import('../building/write-report.js');
    const { listing } = await import('../building/listing.js');
    const { buildDate } = await import('../building/build-date.js');
    const { siteOptions } = await import('../building/site-options.js');
    const { sliceRoadmap } = await import('../../transform/slice-roadmap.js');
    const { sliceReport } = await import('../../report/slice/slice-report.js');
    if (typeof options['fy'] !== 'string')
      throw new CallError(
        { ja: '`--fy` で年度を指定してください', en: 'name the fiscal year with `--fy`' },
        { ja: '例: roadmap slice --fy 2023', en: 'for example: roadmap slice --fy 2023' },
      );
    const years = readFiscalYears(options['fy']);
    const names = readFormats(String(options['format'] ?? 'md'));
    const out = outPlaceIfAsked(options, usualFolder);
    keepJoined(context.host, out, 'slice');
    const by = readPartition(options['by']);
    const roadmap = await compilePlan(context, dir, await loadRules(context.host, options['rules']));
    if (!roadmap) return 1;
    const leads = chosenDepartments(context, roadmap, options['lead']);
    const statuses = readStatuses(roadmap, options['status']);
    const slice = sliceRoadmap(roadmap, years, { ...(leads && { leads }), ...(statuses && { statuses }) });
    const about = siteOptions(buildDate(context.host, dir, (words) => context.host.stderr.write(words[context.lang])));
    const written = await writeReport(context, sliceReport(slice, context.lang, by, about), names, out, options, about.date);
    context.host.stdout.write(listing(out, written, context.lang));
    return 0;
  },
};

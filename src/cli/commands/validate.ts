import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { printers } from '../../diagnostics/printers/index.js';
import type { Roadmap } from '../../model/roadmap.js';
import type { Lang } from '../../source/lang.js';
import { type Command, type Context, dirsArgument } from '../command.js';
import { CallError } from '../host.js';
import { version } from '../version.js';

export const command: Command = {
  name: 'validate',
  summary: { ja: '工程表を検査する', en: 'check roadmaps' },
  arguments: [dirsArgument],
  options: [
    {
      flags: '--format <name>',
      description: { ja: `出力: ${Object.keys(printers).join(', ')}`, en: `output: ${Object.keys(printers).join(', ')}` },
      default: 'pretty',
    },
    {
      flags: '--max-warnings <n>',
      description: { ja: '警告がこの数を超えたら終了状態を1にする', en: 'exit with 1 when there are more warnings' },
    },
    { flags: '--quiet', description: { ja: 'エラーだけを示す', en: 'show errors only' } },
    { flags: '--rule <codes...>', description: { ja: 'この規則だけを調べる', en: 'check these rules only' } },
    { flags: '--acknowledged', description: { ja: '承知済みの指摘も示す', en: 'show acknowledged findings too' } },
  ],
  async run(context, dirs, options) {
    const { host, lang, color } = context;
    const { rules } = await import('../../rules/index.js');
    const { readLimit } = await import('../read-limit.js');
    const { unknownName } = await import('../names.js');
    const { allChecks } = await import('../../compile/all-checks.js');
    const format = String(options['format']);
    if (!Object.hasOwn(printers, format)) throw unknownName('出力の形', 'output', format, Object.keys(printers));
    const only = options['rule'] as string[] | undefined;
    for (const code of only ?? [])
      if (!rules.some((rule) => rule.code === code))
        throw unknownName(
          '規則',
          'rule',
          code,
          rules.map((rule) => rule.code),
        );
    const limit = readLimit(options['maxWarnings']);
    const results = await check(context, dirs.length > 0 ? dirs : ['roadmap'], only);
    const diagnostics = results.flatMap((result) => result.diagnostics);
    const { countDiagnostics, sortDiagnostics } = await import('../../diagnostics/diagnostic.js');
    const shown = sortDiagnostics(
      diagnostics.filter(
        (one) => (options['acknowledged'] || one.acknowledged === undefined) && (!options['quiet'] || one.severity === 'error'),
      ),
    );
    // The usual printer has nothing to say of no findings, and takes longer to load than the check itself.
    const silent = format === 'pretty' && shown.length === 0;
    const printer = silent ? undefined : await printers[format as keyof typeof printers]();
    if (printer) host.stdout.write(printer.print(shown, { lang, color, version, checks: allChecks }));
    if (!printer?.machine) host.stdout.write(commonestCodes(shown, lang));
    const counts = countDiagnostics(diagnostics);
    (printer?.machine ? host.stderr : host.stdout).write(`${summary(results, counts, lang)}\n`);
    return counts.error > 0 || counts.warning > limit ? 1 : 0;
  },
};

interface Checked {
  dir: string;
  roadmap?: Roadmap;
  diagnostics: Diagnostic[];
  files: number;
}

async function check({ host }: Context, dirs: readonly string[], only: readonly string[] | undefined): Promise<Checked[]> {
  const { loadPlan } = await import('../load-plan.js');
  const { compile } = await import('../../compile/compile.js');
  const results: Checked[] = [];
  const faults: CallError[] = [];
  for (const dir of dirs) {
    try {
      const { roadmap, diagnostics, files } = compile(loadPlan(host, dir), only ? { only } : {});
      results.push({ dir, ...(roadmap && { roadmap }), diagnostics, files: files.size });
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      faults.push(error);
    }
  }
  if (faults[0]) throw faults[0];
  return results;
}

/** Above this many findings a table says which are the commonest. */
const many = 20;

function commonestCodes(shown: readonly Diagnostic[], lang: Lang): string {
  if (shown.length <= many) return '';
  const counts = new Map<string, number>();
  for (const { code } of shown) counts.set(code, (counts.get(code) ?? 0) + 1);
  const commonest = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 10);
  const width = String(commonest[0]?.[1] ?? 0).length;
  const title = lang === 'ja' ? '多い指摘（`roadmap rules 名前` が説明します）' : 'commonest findings (`roadmap rules CODE` explains one)';
  return `${title}\n${commonest.map(([code, count]) => `  ${String(count).padStart(width)}  ${code}\n`).join('')}\n`;
}

function summary(results: readonly Checked[], counts: Record<string, number>, lang: Lang): string {
  let [sections, measures, tracks, phases, files] = [0, 0, 0, 0, 0];
  for (const { roadmap, files: count } of results) {
    files += count;
    for (const chapter of roadmap?.chapters ?? []) {
      sections += chapter.sections.length;
      for (const section of chapter.sections) {
        measures += section.measures.length;
        for (const measure of section.measures) {
          tracks += measure.tracks.length;
          for (const track of measure.tracks) phases += track.phases.length;
        }
      }
    }
  }
  const { error = 0, warning = 0, info = 0, acknowledged = 0 } = counts;
  return lang === 'ja'
    ? `${files}ファイル（${sections}節・${measures}施策・${tracks}行・${phases}工程）を検査: エラー ${error}、警告 ${warning}、情報 ${info}、承知済み ${acknowledged}`
    : `checked ${files} files (${sections} sections, ${measures} measures, ${tracks} tracks, ${phases} phases): ${error} errors, ${warning} warnings, ${info} infos, ${acknowledged} acknowledged`;
}

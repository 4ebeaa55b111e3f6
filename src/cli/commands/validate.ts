import { printers } from '../../diagnostics/printers/index.js';
import type { Printer } from '../../diagnostics/printers/printer.js';
import { byCodeUnits } from '../../source/by-code-units.js';
import { counted } from '../../source/counted.js';
import type { Lang } from '../../source/lang.js';
import { visible } from '../../source/visible.js';
import type { CheckOptions, PlanOutcome } from '../checking/check-plan.js';
import type { CheckedRules } from '../checking/fix-plan.js';
import { type Command, type Context, dirsArgument, noCacheOption, rulesOption, threadsOption } from '../command.js';

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
    {
      flags: '--rule <codes>',
      description: { ja: 'この規則だけを調べる（複数はコンマで区切る）', en: 'check these rules only, several by comma' },
      repeats: true,
    },
    { flags: '--fix', description: { ja: '答えが一つに決まるものを先に直す', en: 'first mend what has one right answer' } },
    { flags: '--watch', description: { ja: '保存のたびに検査する（Ctrl-Cで終わる）', en: 'check again on every save, until Ctrl-C' } },
    { flags: '--acknowledged', description: { ja: '承知済みの指摘も示す', en: 'show acknowledged findings too' } },
    rulesOption,
    threadsOption,
    noCacheOption,
  ],
  async run(context, dirs, options) {
    const { host, lang, color } = context;
    const { rules: ownRules } = await import('../../rules/index.js');
    const { loadRules } = await import('../checking/load-rules.js');
    const callers = await loadRules(host, options['rules']);
    const rules = [...ownRules, ...callers];
    const { readLimit, readThreads } = await import('../arguments/read-numbers.js');
    const { listedSome, unknownName } = await import('../arguments/read-options.js');
    const format = String(options['format']);
    if (!Object.hasOwn(printers, format)) throw unknownName('出力の形', 'output', format, Object.keys(printers));
    const only = (options['rule'] as string[] | undefined)?.flatMap((codes) => listedSome('--rule', codes));
    for (const code of only ?? [])
      if (!rules.some((rule) => rule.code === code))
        throw unknownName(
          '規則',
          'rule',
          code,
          rules.map((rule) => rule.code),
        );
    const limit = readLimit(options['maxWarnings']);
    const threads = readThreads(options['threads']);
    const { eachFolder } = await import('../many/each-folder.js');
    const check: CheckOptions = {
      format: format as CheckOptions['format'],
      lang,
      color,
      quiet: options['quiet'] === true,
      acknowledged: options['acknowledged'] === true,
      ...(only && { only }),
      ...(typeof options['rules'] === 'string' && { rules: options['rules'] }),
      // What the modules of a caller say may change with more than their text.
      cache: options['cache'] !== false && options['rules'] === undefined,
    };
    const { namedPlans } = await import('../many/named-folders.js');
    const named = await namedPlans(host, dirs);
    const places = options['fix'] ? await fix(context, named, { rules: callers, ...(only && { only }) }) : named;
    if (places.length === 0) return 2;
    // The usual printer is for people, and takes longer to load than the check itself.
    const printer: Printer | undefined = check.format === 'pretty' ? undefined : await printers[check.format]();
    const machine = printer?.machine ?? false;
    const show = async (each: (take: (outcome: PlanOutcome) => void) => Promise<boolean>): Promise<number> => {
      const total = emptyOutcome();
      const texts: string[] = [];
      const isWhole = await each((outcome) => {
        // A machine's format joins what it has of all plans; people read each as it comes.
        texts.push(machine ? outcome.text : '');
        if (!machine) host.stdout.write(outcome.text);
        add(total, outcome);
      });
      // Of what cannot be read there is nothing to sum up.
      if (texts.length === 0) return 2;
      if (machine) host.stdout.write(texts.length > 1 && printer?.join ? printer.join(texts) : texts.join(''));
      else host.stdout.write(commonestCodes(total.codes, lang));
      (machine ? host.stderr : host.stdout).write(`${summary(total, lang)}\n`);
      if (!isWhole || places.length < named.length) return 2;
      return total.counts.error > 0 || total.counts.warning > limit ? 1 : 0;
    };
    if (!options['watch']) return show((take) => eachFolder(context, { kind: 'check', options: check }, places, take, threads));
    const { watchPlans } = await import('../checking/watch-plans.js');
    await watchPlans(context, places, check, async (outcomes) => {
      if (host.stdout.isTTY) host.stdout.write('\u001b[2J\u001b[3J\u001b[H');
      await show(async (take) => {
        outcomes.forEach(take);
        return true;
      });
    });
    return 0;
  },
};

/** Mends the plans in place, and says what was mended; gives those that could be read and written. */
async function fix(context: Context, places: readonly string[], checked: CheckedRules): Promise<string[]> {
  const { host, lang } = context;
  const { fixPlan } = await import('../checking/fix-plan.js');
  const { inTurn } = await import('../many/in-turn.js');
  return inTurn(context, places, (place) => {
    const { files, mends } = fixPlan(host, place, checked);
    if (mends === 0) return;
    const names = files.map((file) => `  ${visible(file)}\n`).join('');
    host.stderr.write(lang === 'ja' ? `${mends}か所を直しました\n${names}` : `${counted(mends, 'place')} mended\n${names}`);
  });
}

function emptyOutcome(): PlanOutcome {
  return {
    text: '',
    counts: { error: 0, warning: 0, info: 0, acknowledged: 0 },
    codes: {},
    size: { files: 0, sections: 0, measures: 0, tracks: 0, phases: 0 },
  };
}

function add(total: PlanOutcome, { counts, codes, size }: PlanOutcome): void {
  for (const severity of Object.keys(counts) as (keyof typeof counts)[]) total.counts[severity] += counts[severity];
  for (const [code, count] of Object.entries(codes)) total.codes[code] = (total.codes[code] ?? 0) + count;
  for (const what of Object.keys(size) as (keyof typeof size)[]) total.size[what] += size[what];
}

/** Above this many findings a table says which are the commonest. */
const many = 20;

function commonestCodes(counts: PlanOutcome['codes'], lang: Lang): string {
  const entries = Object.entries(counts);
  if (entries.reduce((sum, [, count]) => sum + count, 0) <= many) return '';
  const commonest = entries.sort(([a, m], [b, n]) => n - m || byCodeUnits(a, b)).slice(0, 10);
  const width = String(commonest[0]?.[1] ?? 0).length;
  const title = lang === 'ja' ? '多い指摘（`roadmap rules 名前` が説明します）' : 'commonest findings (`roadmap rules CODE` explains one)';
  return `${title}\n${commonest.map(([code, count]) => `  ${String(count).padStart(width)}  ${code}\n`).join('')}\n`;
}

function summary({ counts, size }: PlanOutcome, lang: Lang): string {
  const { files, sections, measures, tracks, phases } = size;
  const { error, warning, info, acknowledged } = counts;
  return lang === 'ja'
    ? `${files}ファイル（${sections}節・${measures}施策・${tracks}行・${phases}工程）を検査: エラー ${error}、警告 ${warning}、情報 ${info}、承知済み ${acknowledged}`
    : `checked ${counted(files, 'file')} (${counted(sections, 'section')}, ${counted(measures, 'measure')}, ${counted(tracks, 'track')}, ${counted(phases, 'phase')}): ${counted(error, 'error')}, ${counted(warning, 'warning')}, ${counted(info, 'info')}, ${acknowledged} acknowledged`;
}

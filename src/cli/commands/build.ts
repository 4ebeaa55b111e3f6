import type { BuildOutcome } from '../building/build-plan.js';
import {
  bomOption,
  browserOption,
  type Command,
  dirsArgument,
  formatOption,
  noCacheOption,
  outOption,
  rulesOption,
  templatesOption,
  threadsOption,
} from '../command.js';
import { CallError, type Host } from '../host.js';

export const command: Command = {
  name: 'build',
  summary: { ja: '工程表をHTML・Markdown・CSV・JSONにする', en: 'compile roadmaps to HTML, Markdown, CSV and JSON' },
  arguments: [
    {
      ...dirsArgument,
      description: {
        ja: "plan.yaml のあるフォルダ（省くと roadmap）。複数か 'plans/*' のような型なら、計画ごとのフォルダと、一覧・合わせた表を書き出す",
        en: "folders that hold a plan.yaml (default: roadmap); several, or a pattern such as 'plans/*', give a folder each, an index and joined tables",
      },
    },
  ],
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
    rulesOption,
    threadsOption,
    browserOption,
    noCacheOption,
  ],
  async run(context, dirs, options) {
    const { host, lang, errorColor } = context;
    const { dataFormatsOf, formatOf } = await import('../../formats/index.js');
    const { readFiscalYear, readFormats } = await import('../arguments/read-options.js');
    const { outPlace } = await import('../arguments/out-folder.js');
    const { eachFolder } = await import('../many/each-folder.js');
    const { readThreads } = await import('../arguments/read-numbers.js');
    const { buildDates } = await import('../building/build-date.js');
    const threads = readThreads(options['threads']);
    const formats = readFormats(String(options['format'] ?? 'html'));
    if (typeof options['fy'] === 'string')
      readFiscalYear(options['fy'], { ja: '概要が取り上げるのは一つの年度です', en: 'the overview tells of one fiscal year' });
    const { isPattern, namedPlans } = await import('../many/named-folders.js');
    const { nameOf } = await import('../building/build-plan.js');
    const { keepJoined, keepSingle } = await import('../joined/keep-joined.js');
    const places = await namedPlans(host, dirs);
    const out = outPlace(options, 'dist/report');
    if (out === '-' && places.length > 1) refuseJoinedText(formats);
    const several = (places.length > 1 || dirs.some((dir) => isPattern(host, dir))) && out !== '-';
    if (several) {
      refuseSameNames(host, nameOf, places);
      keepSingle(host, out);
    } else keepJoined(host, out, nameOf(host, places[0] as string));
    let hasErrors = false;
    const built = new Set<string>();
    const take = (outcome: BuildOutcome, dir: string) => {
      host.stdout.write(outcome.stdout);
      host.stderr.write(outcome.stderr);
      if (outcome.built) built.add(dir);
      else hasErrors = true;
    };
    const { threads: _, cache: mayKeep, ...own } = options;
    // What reads more than the plan's own files (the caller's rules and templates, a browser) may change with more than they do.
    const cache = mayKeep !== false && !own['rules'] && !own['templates'] && !formats.some((name) => formatOf(name).printed) && out !== '-';
    let isWhole = await eachFolder(
      context,
      { kind: 'build', options: { formats, out, several, lang, errorColor, options: own, cache } },
      places,
      take,
      threads,
      buildDates(host, places, (words) => host.stderr.write(words[lang])),
    );
    const joins = several && dataFormatsOf(formats).includes('csv');
    if (joins && built.size > 0) {
      const { joinOutputs } = await import('../joined/join-outputs.js');
      const outputs = [...built].map((dir) => `${out}/${nameOf(host, dir)}`);
      isWhole = (await joinOutputs(context, outputs, out, options['templates'])) && isWhole;
    }
    if (several) {
      const { tellOthers } = await import('../many/tell-others.js');
      const named = (dirs: readonly string[]) => dirs.map((dir) => nameOf(host, dir));
      tellOthers(context, out, { built: named([...built]), unbuilt: named(places.filter((dir) => !built.has(dir))), joins });
    }
    if (!isWhole) return 2;
    return hasErrors ? 1 : 0;
  },
};

/** Each plan has an output folder of its own, named like the plan's. */
function refuseSameNames(host: Host, nameOf: (host: Host, dir: string) => string, dirs: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const dir of dirs) {
    const name = nameOf(host, dir);
    const other = seen.get(name);
    if (other !== undefined) {
      throw new CallError(
        {
          ja: `\`${other}\` と \`${dir}\` は書き出すフォルダの名前が同じです`,
          en: `\`${other}\` and \`${dir}\` would be written to one folder`,
        },
        { ja: '別々に build するか、フォルダの名前を変えてください', en: 'build them apart, or rename one' },
      );
    }
    seen.set(name, dir);
  }
}

/** One Markdown text can stand below another; of JSON there can be one. */
function refuseJoinedText(formats: readonly string[]): void {
  if (formats.every((name) => name === 'md')) return;
  throw new CallError(
    { ja: '複数の計画を標準出力に書けるのは md だけです', en: 'several plans can be written to standard output as md alone' },
    {
      ja: '`--out フォルダ` を指定するか、計画を一つずつ build してください',
      en: 'name a folder with `--out`, or build the plans one by one',
    },
  );
}

import type { FormatName } from '../formats/index.js';
import type { Roadmap } from '../model/roadmap.js';
import type { SiteOptions } from '../report/site/plan-site.js';
import type { Lang } from '../source/lang.js';
import { contentKey } from './cache.js';
import type { Context } from './command.js';
import type { Host } from './host.js';
import { KeptBuild } from './kept-build.js';
import { loadPlan } from './load-plan.js';

/** What decides what is built of a plan. Plain data, so that it can go to a worker. */
export interface BuildOptions {
  formats: readonly FormatName[];
  /** The folder of the plan's files; of several plans, the one that holds a folder for each. */
  out: string;
  several: boolean;
  lang: Lang;
  /** The options of the command that formats and pages read. */
  options: Readonly<Record<string, string | boolean | string[] | undefined>>;
}

/** What came of it: what is to be printed, and whether it was built. */
export interface BuildOutcome {
  stdout: string;
  stderr: string;
  built: boolean;
}

/** Builds the plan of one folder and keeps what it would print. */
export async function buildFolder(host: Host, dir: string, build: BuildOptions): Promise<BuildOutcome> {
  const { formats, out, several, lang, options } = build;
  const outcome: BuildOutcome = { stdout: '', stderr: '', built: false };
  const context = { host: recording(host, outcome), lang, color: false };
  const folder = several ? `${out}/${nameOf(dir)}` : out;
  const input = loadPlan(host, dir);
  const { siteOptions } = await import('./site-options.js');
  const of = siteOptions(context, dir, options['fy']);
  const kept = keptBuild(host, dir, build, folder, () => contentKey(input, JSON.stringify(of)));
  const known = kept?.read();
  if (known) return known;

  const { compileFiles } = await import('./compile-plan.js');
  const { loadRules } = await import('./load-rules.js');
  const roadmap = (await compileFiles(context, input, await loadRules(host, options['rules'])))?.roadmap;
  if (!roadmap) return outcome;
  await host.pause();
  const past = await pastOf(context, dir, roadmap);
  if (!past) return outcome;
  const about = { ...of, ...past };
  const { writeReport } = await import('./write-report.js');
  const { planReport } = await import('../report/plan-report.js');
  const files = await writeReport(context, planReport(roadmap, lang, about), formats, folder, options, about.date);
  // Of several plans a line each is enough.
  if (several) outcome.stdout = `${outcome.stdout.trimEnd().split('\n').at(-1)?.replace(/\S+$/, folder)}\n`;
  outcome.built = true;
  // What it says of earlier editions comes from their files too.
  if (!past.series) kept?.write(outcome, files);
  return outcome;
}

/** Builds that read more than the plan's own files (the caller's rules and templates, a browser) are not kept. */
function keptBuild(host: Host, dir: string, build: BuildOptions, out: string, key: () => string): KeptBuild<BuildOutcome> | undefined {
  const { rules, templates, cache, threads: _, ...options } = build.options;
  if (cache === false || rules !== undefined || templates !== undefined || build.formats.includes('pdf') || out === '-') return undefined;
  return KeptBuild.of(host, `build\0${dir}\0${JSON.stringify({ ...build, options })}`, key(), out);
}

/** What the earlier editions that a plan names say of it; undefined where one of them cannot be read as a plan. */
async function pastOf(context: Context, dir: string, roadmap: Roadmap): Promise<Pick<SiteOptions, 'series' | 'updated'> | undefined> {
  if (roadmap.plan.editions.length === 0) return {};
  const { compileEditions } = await import('./compile-editions.js');
  const { editionDate } = await import('./edition-date.js');
  const { seriesOf } = await import('../transform/diff/series.js');
  const editions = compileEditions(context, dir, roadmap);
  const updated = editionDate(context.host, roadmap, dir);
  return editions && { series: seriesOf(editions), ...(updated !== undefined && { updated }) };
}

/** The folder's own name, by which its outputs are told from those of other plans. */
export function nameOf(dir: string): string {
  return dir.replace(/\/+$/, '').split(/[/:]/).at(-1) || 'plan';
}

/** The same machine, but what is printed goes into the outcome. */
function recording(host: Host, outcome: BuildOutcome): Host {
  const into = (name: 'stdout' | 'stderr') => ({
    // Asked only when there is something to print: to find out loads Node's streams.
    get isTTY() {
      return host[name].isTTY;
    },
    write(text: string) {
      outcome[name] += text;
    },
  });
  return { ...host, stdout: into('stdout'), stderr: into('stderr') };
}

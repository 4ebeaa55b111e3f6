import { hash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import type { FormatName } from '../../formats/index.js';
import type { Roadmap } from '../../model/roadmap.js';
import type { SiteOptions } from '../../report/site/site.js';
import type { Lang } from '../../source/lang.js';
import { visible } from '../../source/visible.js';
import { loadPlan } from '../checking/load-plan.js';
import type { Context, Options } from '../command.js';
import { parseRevision } from '../editions/parse-revision.js';
import { CallError, type Host, type Terminal } from '../host.js';
import { contentKey, type Done, type Kept } from '../kept/kept.js';

/** What decides what is built of a plan. Plain data, so that it can go to a worker. */
export interface BuildOptions {
  formats: readonly FormatName[];
  /** The folder of the plan's files; of several plans, the one that holds a folder for each. */
  out: string;
  several: boolean;
  lang: Lang;
  /** Whether standard error takes colours. */
  errorColor: boolean;
  /** The options of the command that formats and pages read. */
  options: Options;
  /** Whether what comes of it may be kept for later runs. */
  cache: boolean;
}

/** What came of it: what is to be printed, and whether it was built. */
export interface BuildOutcome {
  stdout: string;
  stderr: string;
  built: boolean;
}

/** What a build has printed, and the files that it wrote with their hashes. */
export interface KeptBuild {
  outcome: BuildOutcome;
  files: [path: string, hash: string][];
}

/** Builds the plan of one folder and keeps what it would print. */
export async function buildFolder(
  host: Host,
  dir: string,
  build: BuildOptions,
  known?: Kept<KeptBuild>,
  date?: string,
): Promise<Done<BuildOutcome, KeptBuild>> {
  const { formats, out, several, lang, errorColor, options } = build;
  const outcome: BuildOutcome = { stdout: '', stderr: '', built: false };
  const context = { host: recording(host, outcome), lang, color: false, errorColor };
  const folder = several ? `${out}/${nameOf(host, dir)}` : out;
  const input = loadPlan(host, dir);
  const { siteOptions } = await import('./site-options.js');
  const of = siteOptions(date, options['fy']);
  const key = build.cache ? contentKey(input, JSON.stringify(of)) : undefined;
  /** What is left in the folder is told of a plan that is recalled, too. */
  const tellLeft = async (files: readonly string[]) => {
    if (!formats.includes('html') && !formats.includes('csv')) return;
    (await import('./tell-left-files.js')).tellLeftFiles(context, folder, files);
  };
  if (known && known.key === key && stillStands(host, folder, known.value)) {
    Object.assign(outcome, known.value.outcome);
    await tellLeft(known.value.files.map(([path]) => path));
    return { outcome, isRecalled: true };
  }

  const { compileFiles } = await import('../checking/compile-plan.js');
  const { loadRules } = await import('../checking/load-rules.js');
  const roadmap = (await compileFiles(context, input, await loadRules(host, options['rules']), several))?.roadmap;
  if (!roadmap) return { outcome };
  if (of.fiscalYear !== undefined) {
    const { tellOutside } = await import('../arguments/tell-outside.js');
    tellOutside(context, roadmap, of.fiscalYear, several ? `${visible(dir)}: ` : '');
  }
  await host.pause();
  const past = await pastOf(context, dir, roadmap);
  if (!past) return { outcome };
  const about = { ...of, ...past };
  const { listing, sumLine } = await import('./listing.js');
  const { writeReport } = await import('./write-report.js');
  const { planReport } = await import('../../report/plan-report.js');
  const files = await writeReport(context, planReport(roadmap, lang, about), formats, folder, options, about.date);
  // Of several plans a line each is enough.
  outcome.stdout += several ? sumLine(files, folder) : listing(out, files, lang);
  outcome.built = true;
  const value = { outcome: { ...outcome }, files: files.map(({ path, sha256 }): [string, string] => [path, sha256]) };
  await tellLeft(files.map(({ path }) => path));
  // What it says of earlier editions comes from their files too.
  return key === undefined || past.series ? { outcome } : { outcome, kept: { key, value } };
}

/** Whether all that a build wrote still stands in its folder, byte by byte; then it is as though it were new. */
function stillStands(host: Host, out: string, { files }: KeptBuild): boolean {
  try {
    if (!files.every(([path, known]) => hash('sha256', host.readBriefly(join(out, path))) === known)) return false;
    host.touch(files.map(([path]) => join(out, path)));
    return true;
  } catch (error) {
    // What is missing or cannot be read is written anew.
    if (error instanceof CallError) return false;
    throw error;
  }
}

/** What the earlier editions that a plan names say of it; undefined where one of them cannot be read as a plan. */
async function pastOf(context: Context, dir: string, roadmap: Roadmap): Promise<Pick<SiteOptions, 'series' | 'updated'> | undefined> {
  if (roadmap.plan.editions.length === 0) return {};
  const { compileEditions } = await import('../editions/compile-editions.js');
  const { editionDate } = await import('../editions/edition-date.js');
  const { editionSeriesOf } = await import('../../transform/diff/edition-series.js');
  const editions = compileEditions(context, dir, roadmap);
  const updated = editionDate(context, roadmap, dir);
  return editions && { series: editionSeriesOf(editions), ...(updated !== undefined && { updated }) };
}

/** The folder's own name, also of `.` and of `REV:DIR`: by it a plan's outputs are told from those of others. */
export function nameOf(host: Host, place: string): string {
  const dir = host.isFolder(place) ? place : (parseRevision(place)?.folder ?? place);
  return basename(resolve(host.cwd, dir)) || 'plan';
}

/** The same machine, but what is printed goes into the outcome. */
function recording(host: Host, outcome: BuildOutcome): Host {
  return { ...host, stdout: new Recorded(host, outcome, 'stdout'), stderr: new Recorded(host, outcome, 'stderr') };
}

class Recorded implements Terminal {
  constructor(
    private readonly host: Host,
    private readonly outcome: BuildOutcome,
    private readonly name: 'stdout' | 'stderr',
  ) {}

  /** Asked only when there is something to print: to find out loads Node's streams. */
  get isTTY(): boolean {
    return this.host[this.name].isTTY;
  }

  write(text: string): void {
    this.outcome[this.name] += text;
  }
}

import type { PlanFiles, ReadCache } from '../../compile/plan-reading.js';
import type { Severity } from '../../diagnostics/diagnostic.js';
import type { printers } from '../../diagnostics/printers/index.js';
import type { Roadmap } from '../../model/roadmap.js';
import { measuresOf, phasesOf, sectionsOf, tracksOf } from '../../model/walk.js';
import type { Lang } from '../../source/lang.js';
import type { Host } from '../host.js';
import { contentKey, type Done, type Kept } from '../kept/kept.js';
import { holds, Stamper } from '../kept/stamp.js';
import { version } from '../version.js';
import { loadPlan } from './load-plan.js';

/** What decides, beside the plan's own files, what is printed of it. Plain data, so that it can go to a worker. */
export interface CheckOptions {
  format: keyof typeof printers;
  lang: Lang;
  color: boolean;
  quiet: boolean;
  acknowledged: boolean;
  /** Only these rules. */
  only?: readonly string[];
  /** The folder of the caller's own rules. */
  rules?: string;
  cache: boolean;
}

/** What a check of one plan gives: plain data, so that it can come from a worker or from the cache. */
export interface PlanOutcome {
  /** As the printer wrote it. */
  text: string;
  counts: Record<Severity | 'acknowledged', number>;
  /** How many of the shown findings there are of each code. */
  codes: Record<string, number>;
  size: { files: number; sections: number; measures: number; tracks: number; phases: number };
}

/** What came of the plan of one folder at an earlier run, where the file system says that nothing has changed since. */
export function recallCheck(host: Host, known: Kept<PlanOutcome>): PlanOutcome | undefined {
  return known.stamp && holds(host, known.stamp) ? known.value : undefined;
}

/**
 * Checks the plan of one folder, or takes what came of it at an earlier run where its files hold the same. What Node hashes with takes a while to
 * load: a plan that is checked alone for the first time, and by whose files it is seen when they change, is hashed when they do.
 */
export async function checkFolder(
  host: Host,
  dir: string,
  options: CheckOptions,
  known?: Kept<PlanOutcome>,
  isAlone = false,
): Promise<Done<PlanOutcome>> {
  if (!options.cache) return { outcome: await checkPlan(host, loadPlan(host, dir), options) };
  const stamper = new Stamper(host);
  const input = loadPlan(host, dir, stamper.note);
  const { stamp } = stamper;
  const key = isAlone && stamp && !known ? undefined : contentKey(input);
  const outcome = known && known.key === key ? known.value : await checkPlan(host, input, options);
  return { outcome, kept: { ...(key !== undefined && { key }), ...(stamp && { stamp }), value: outcome } };
}

/** Checks a plan; with a cache of readings only the files that changed since are read. */
export async function checkPlan(
  host: Host,
  input: PlanFiles,
  { format, lang, color, quiet, acknowledged, only, rules }: CheckOptions,
  readings?: ReadCache,
): Promise<PlanOutcome> {
  // Loaded here: an outcome from the cache needs none of it.
  const { compile } = await import('../../compile/compile.js');
  const { countDiagnostics, sortDiagnostics } = await import('../../diagnostics/diagnostic.js');
  const own = rules === undefined ? [] : await (await import('./load-rules.js')).loadRules(host, rules);
  const { roadmap, diagnostics, files } = compile(input, { rules: own, ...(only && { only }), ...(readings && { cache: readings }) });
  const shown = sortDiagnostics(
    diagnostics.filter((one) => (acknowledged || one.acknowledged === undefined) && (!quiet || one.severity === 'error')),
  );
  const codes: Record<string, number> = {};
  for (const { code } of shown) codes[code] = (codes[code] ?? 0) + 1;
  // The usual printer has nothing to say of no findings, and takes longer to load than the check itself.
  const silent = format === 'pretty' && shown.length === 0;
  const { allChecks } = await import('../../compile/all-checks.js');
  const { printers } = await import('../../diagnostics/printers/index.js');
  const text = silent ? '' : (await printers[format]()).print(shown, { lang, color, version, checks: [...allChecks, ...own] });
  return { text, counts: countDiagnostics(diagnostics), codes, size: { files: files.size, ...sizeOf(roadmap) } };
}

function sizeOf(roadmap: Roadmap | undefined): Omit<PlanOutcome['size'], 'files'> {
  if (!roadmap) return { sections: 0, measures: 0, tracks: 0, phases: 0 };
  return {
    sections: sectionsOf(roadmap).length,
    measures: measuresOf(roadmap).length,
    tracks: tracksOf(roadmap).length,
    phases: phasesOf(roadmap).length,
  };
}

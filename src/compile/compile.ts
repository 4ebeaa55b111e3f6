/*
 *   files ── parse ──▶ data ── check shape ──▶ plan, departments, sections, reports ── bind ──▶ roadmap ── check rules ──▶ findings
 *
 * Every stage gives its value and its diagnostics; a stage never runs on what the one before it has refused, and what is refused in one
 * file hides nothing in the others.
 */
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { ofLast } from '../model/of-last.js';
import type { Roadmap } from '../model/roadmap.js';
import { rules as ownRules } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import type { SourceFile } from '../source/source-file.js';
import { bind } from './bind.js';
import type { Naming } from './binder.js';
import { type CheckRulesOptions, checkRules } from './check-rules.js';
import { parseFiles } from './parse-files.js';
import type { PlanFiles, ReadCache } from './plan-reading.js';

export interface CompileOptions extends CheckRulesOptions {
  /** Rules beside the tool's own. */
  rules?: readonly Rule[];
  /** Files that did not change since an earlier compilation with the same cache are not read again. */
  cache?: ReadCache;
}

export interface CompileResult {
  /** Undefined where plan.yaml lists no chapters that can be read. */
  roadmap?: Roadmap;
  /** Sorted; acknowledged findings stand at the end, unsorted, since finding their places is costly and they are seldom shown. */
  diagnostics: Diagnostic[];
  /** Every place where an id that is known stands. */
  namings: () => readonly Naming[];
  /** The files that were read, by their name in the plan's folder. */
  files: ReadonlyMap<string, SourceFile>;
}

/** Compiles the files of one plan's folder. Reads nothing and writes nothing. */
export function compile(input: PlanFiles, options: CompileOptions = {}): CompileResult {
  const parsed = parseFiles(input, options.cache);
  const { files } = parsed;
  if (!parsed.value) return { diagnostics: sortDiagnostics(parsed.diagnostics), namings: () => [], files };
  const rules = options.rules?.length ? [...ownRules, ...options.rules] : ownRules;
  const bound = bind(parsed.value, contradictionsOf(rules));
  const checked = checkRules(bound.value, rules, options);
  const all = [...parsed.diagnostics, ...bound.diagnostics, ...checked.diagnostics];
  const open = all.filter(({ acknowledged }) => acknowledged === undefined);
  const diagnostics = [...sortDiagnostics(open), ...all.filter(({ acknowledged }) => acknowledged !== undefined)];
  return { roadmap: bound.value, diagnostics, namings: bound.namings, files };
}

/** Of one plan after the other the same rules are asked. */
const contradictionsOf = ofLast(
  (rules: readonly Rule[]): ReadonlySet<string> => new Set(rules.filter(({ contradiction }) => contradiction).map(({ code }) => code)),
);

/** Whether a plan may be built. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity, acknowledged }) => severity === 'error' && acknowledged === undefined);
}

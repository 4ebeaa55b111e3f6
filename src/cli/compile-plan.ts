import { compile, hasErrors } from '../compile/compile.js';
import { countDiagnostics } from '../diagnostics/diagnostic.js';
import { printer as pretty } from '../diagnostics/printers/pretty.js';
import type { Roadmap } from '../model/roadmap.js';
import type { Context } from './command.js';
import { loadPlan } from './load-plan.js';

/** The compiled plan, or undefined when validation finds an error: then the findings are told on standard error. */
export function compilePlan({ host, lang }: Context, dir: string): Roadmap | undefined {
  const { roadmap, diagnostics } = compile(loadPlan(host, dir));
  if (roadmap && !hasErrors(diagnostics)) return roadmap;
  const errors = diagnostics.filter(({ severity, acknowledged }) => severity === 'error' && acknowledged === undefined);
  const color = host.stderr.isTTY && !host.env['NO_COLOR'];
  host.stderr.write(pretty.print(errors, { lang, color }));
  const { error } = countDiagnostics(diagnostics);
  host.stderr.write(lang === 'ja' ? `エラーが${error}件あるため、何も書き出しませんでした\n` : `nothing was written: ${error} errors\n`);
  return undefined;
}

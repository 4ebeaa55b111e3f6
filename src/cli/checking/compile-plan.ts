import { type CompileResult, compile, hasErrors } from '../../compile/compile.js';
import type { PlanFiles } from '../../compile/plan-reading.js';
import { type Bilingual, countDiagnostics } from '../../diagnostics/diagnostic.js';
import type { Roadmap } from '../../model/roadmap.js';
import type { Rule } from '../../rules/rule.js';
import { counted } from '../../source/counted.js';
import { visible } from '../../source/visible.js';
import type { Context } from '../command.js';
import { loadPlan } from './load-plan.js';

/** The compiled plan, or undefined when validation finds an error: then the findings are told on standard error. */
export async function compilePlan(context: Context, dir: string, rules: readonly Rule[] = []): Promise<Roadmap | undefined> {
  return (await compileFiles(context, loadPlan(context.host, dir), rules))?.roadmap;
}

/** The same for files at hand, with the texts they hold; of one among several plans its name is told too. */
export async function compileFiles(
  context: Context,
  plan: PlanFiles,
  rules: readonly Rule[] = [],
  among = false,
): Promise<{ roadmap: Roadmap; files: CompileResult['files'] } | undefined> {
  const { roadmap, diagnostics, files } = compile(plan, { rules, errorsOnly: true });
  if (roadmap && !hasErrors(diagnostics)) return { roadmap, files };
  const { tellErrors } = await import('../tell-errors.js');
  tellErrors(context, diagnostics);
  const { error } = countDiagnostics(diagnostics);
  const of = among ? visible(plan.dir) : undefined;
  const words: Bilingual = of
    ? { ja: `\`${of}\` はエラーが${error}件あるため、書き出しませんでした`, en: `\`${of}\` was not written: ${counted(error, 'error')}` }
    : { ja: `エラーが${error}件あるため、何も書き出しませんでした`, en: `nothing was written: ${counted(error, 'error')}` };
  context.host.stderr.write(`${words[context.lang]}\n`);
  return undefined;
}

import { compile } from '../../compile/compile.js';
import type { PlanFiles } from '../../compile/plan-reading.js';
import type { Roadmap } from '../../model/roadmap.js';
import { counted } from '../../source/counted.js';
import { visible } from '../../source/visible.js';
import { loadPlan } from '../checking/load-plan.js';
import type { Context } from '../command.js';
import { tellErrors } from '../tell-errors.js';

/** An edition for comparing, and whether nothing that was told of it is an error. */
export interface ReadEdition {
  roadmap: Roadmap;
  isSound: boolean;
}

/**
 * A compiled edition for comparing, or undefined where its files cannot be read as a plan. An edition is not held to the rules, which an
 * early one may be older than; a reference that leads nowhere is told, and does not keep a draft from being compared.
 */
export function compileEdition(context: Context, place: string): ReadEdition | undefined {
  return compileEditionFiles(context, loadPlan(context.host, place), place);
}

/** The same for files that are there already. */
export function compileEditionFiles(context: Context, files: PlanFiles, place: string): ReadEdition | undefined {
  const { roadmap, diagnostics } = compile(files, { only: [] });
  const errors = diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'known-rules');
  tellErrors(context, errors);
  const grave = errors.filter(({ code }) => code !== 'known-references');
  if (roadmap && grave.length === 0) return { roadmap, isSound: errors.length === 0 };
  context.host.stderr.write(
    context.lang === 'ja'
      ? `\`${visible(place)}\` にエラーが${grave.length}件あるため、比べられません\n`
      : `\`${visible(place)}\` cannot be compared: ${counted(grave.length, 'error')}\n`,
  );
  return undefined;
}

import { type CompileOptions, compile } from '../../compile/compile.js';
import { applyFixes } from '../../edit/apply-fixes.js';
import { canonicalPeriods } from '../../edit/canonical-periods.js';
import type { Host } from '../host.js';
import { loadOwnPlan } from './load-plan.js';

/** Readings after which what is left to mend is given up: one mend may lay open the next. */
const rounds = 20;

/** Which rules are checked. */
export type CheckedRules = Pick<CompileOptions, 'rules' | 'only'>;

/** Mends in place what has one right answer, and gives the files that were written and the number of mends. */
export function fixPlan(host: Host, place: string, checked: CheckedRules): { files: string[]; mends: number } {
  const { dir, files: given } = loadOwnPlan(host, place);
  const files = new Map<string, Uint8Array | string>(given);
  const changed = new Map<string, string>();
  let mends = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { roadmap, diagnostics, files: sources } = compile({ dir, files }, checked);
    const fixes = diagnostics.flatMap(({ fix, acknowledged }) => (fix && acknowledged === undefined ? [fix] : []));
    const { texts, taken } = applyFixes(fixes.length > 0 || !roadmap ? fixes : canonicalPeriods(roadmap, diagnostics));
    if (taken === 0) break;
    mends += taken;
    for (const [name, file] of sources) {
      const text = texts.get(file);
      if (text === undefined) continue;
      files.set(name, text);
      changed.set(name, text);
    }
  }
  if (changed.size > 0)
    host.writeFiles(
      dir,
      [...changed].map(([path, contents]) => ({ path, contents })),
      true,
    );
  return { files: [...changed.keys()].map((name) => `${dir}/${name}`), mends };
}

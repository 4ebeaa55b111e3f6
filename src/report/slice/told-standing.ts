import type { SlicedPhase, Standing } from '../../transform/slice-roadmap.js';
import { startsAtEdge } from '../starts-at-edge.js';
import type { Words } from '../words.js';

/** How a phase stands in a slice, as readers are told it: what stands in the first column is not said to begin there. */
export function toldStanding({ phase, standing }: SlicedPhase): Standing {
  if (standing !== 'begins' && standing !== 'within') return standing;
  if (!startsAtEdge(phase)) return standing;
  return standing === 'begins' ? 'continues' : 'ends';
}

/** How many phases stand how. */
export function standingCounts(phases: readonly SlicedPhase[], words: Words): { label: string; value: string }[] {
  const told = phases.map(toldStanding);
  return (['begins', 'continues', 'ends', 'within'] as const).map((standing) => ({
    label: words[standing],
    value: String(told.filter((one) => one === standing).length),
  }));
}

import { beginsIn } from '../model/period.js';
import type { Phase } from '../model/roadmap.js';

/** Whether a phase stands in the first column with nothing but the column, or a judgement of it, to say that it begins there. */
export function startsAtEdge({ period, startBasis, track }: Phase): boolean {
  const first = track.measure.section.columns[0];
  return startBasis === 'edge' || (startBasis === 'judged' && first !== undefined && beginsIn(period, first.start));
}

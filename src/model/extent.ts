import type { Month } from './fiscal-year.js';
import type { Entity, Phase } from './roadmap.js';
import { seriesOf } from './series.js';
import { tracksBelow } from './walk.js';

/** From the first month of the first phase to the last month of the last; `end` is null where a phase has no printed end. */
export interface Extent {
  start: Month;
  end: Month | null;
  /** The phase that begins first, and the one that ends last. */
  first: Phase;
  last: Phase;
}

/** The months that a thing with phases spans, with all that lies below it; undefined where it has none. */
export function extentOf(entity: Entity): Extent | undefined {
  const phases = phasesBelow(entity).filter(({ period }) => period.end === null || period.end >= period.start);
  const [head, ...rest] = phases;
  if (!head) return undefined;
  let [first, last] = [head, head];
  for (const phase of rest) {
    if (phase.period.start < first.period.start) first = phase;
    if (endOf(phase) > endOf(last)) last = phase;
  }
  return { start: first.period.start, end: last.period.end, first, last };
}

/** The phases of a thing and of all that lies below it. */
export function phasesBelow(entity: Entity): readonly Phase[] {
  switch (entity.kind) {
    case 'phase':
      return seriesOf(entity);
    case 'track':
      return entity.phases;
    case 'measure':
      return tracksBelow(entity).flatMap(({ phases }) => phases);
    case 'section':
      return entity.measures.flatMap(({ tracks }) => tracks.flatMap(({ phases }) => phases));
    default:
      return [];
  }
}

function endOf({ period }: Phase): number {
  return period.end ?? Number.POSITIVE_INFINITY;
}

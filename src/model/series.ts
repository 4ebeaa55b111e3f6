import { ofLast } from './of-last.js';
import type { Phase, PhaseDue, Roadmap, Track } from './roadmap.js';
import { phasesOf } from './walk.js';

// One phase that is printed once in each of its years is written as one line, and is a series of phases.

/** Whether a phase is no series or the first of one: what is said of the series stands there. */
export function isFirstOfSeries({ series, id }: Phase): boolean {
  return series === undefined || series === id;
}

/** Whether a phase is no series or the last of one. */
export function isLastOfSeries(phase: Phase): boolean {
  return seriesOf(phase).at(-1) === phase;
}

/** The promises that a phase is counted with: what a series promises is printed in each of its years and is one promise, told of the last. */
export function promisesOf(phase: Phase): readonly PhaseDue[] {
  return phase.dues.length === 0 || isLastOfSeries(phase) ? phase.dues : [];
}

/** The phases that are written as one line with this one: itself, where it is no series. */
export function seriesOf(phase: Phase): readonly Phase[] {
  return phase.series === undefined ? [phase] : phase.track.phases.filter(({ series }) => series === phase.series);
}

/** The phase with the period from the first to the last of its series; one that is no series is itself. */
export function wholeSeries(phase: Phase): Phase {
  const last = seriesOf(phase).at(-1);
  return last && last !== phase ? { ...phase, period: { ...phase.period, end: last.period.end } } : phase;
}

/** The phases of a row as they are written: a series comes once, as its first phase with the whole period. */
export function writtenIn({ phases }: Track): readonly Phase[] {
  return written(phases);
}

/** The phases of the plan as they are written. */
export const writtenPhasesOf = ofLast((roadmap: Roadmap): readonly Phase[] => written(phasesOf(roadmap)));

function written(phases: readonly Phase[]): readonly Phase[] {
  return phases.some(({ series }) => series !== undefined) ? phases.filter(isFirstOfSeries).map(wholeSeries) : phases;
}

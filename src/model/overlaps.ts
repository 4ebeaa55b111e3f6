import { fiscalYearOf } from './fiscal-year.js';
import { fold } from './fold.js';
import type { Phase, Track } from './roadmap.js';
import { writtenIn } from './series.js';

/** The phases of a row as they are written, each with the one before it that it overlaps or precedes. */
export function overlapsOf(track: Track): { phase: Phase; clash: Phase }[] {
  const bars = writtenIn(track);
  const overlaps: { phase: Phase; clash: Phase }[] = [];
  if (followEachOther(bars)) return overlaps;
  for (const [index, phase] of bars.entries()) {
    const clash = bars.find((before, at) => at < index && clashes(before, phase));
    if (clash) overlaps.push({ phase, clash });
  }
  return overlaps;
}

/** Whether each begins behind the end of the one before, as nearly all do. */
function followEachOther(phases: readonly Phase[]): boolean {
  for (let index = 1; index < phases.length; index += 1) {
    const before = (phases[index - 1] as Phase).period;
    if (before.end === null || before.end < before.start || before.end >= (phases[index] as Phase).period.start) return false;
  }
  return true;
}

/**
 * Two phases of one cell share its whole period; a phase that begins, by its date or by judgement, in the last year of the one before does
 * not contradict it. One phase stands once.
 */
function clashes(before: Phase, phase: Phase): boolean {
  const a = before.period;
  const b = phase.period;
  if (!isForward(before) || !isForward(phase)) return false;
  if (b.start < a.start) return true;
  if (a.start === b.start && a.end === b.end) return isTwice(before, phase);
  const end = a.end ?? Number.POSITIVE_INFINITY;
  if (b.start > end) return false;
  const dated = phase.startBasis === 'text' || phase.startBasis === 'judged' || before.endBasis === 'text' || before.endBasis === 'judged';
  return !(dated && a.end !== null && fiscalYearOf(b.start) === fiscalYearOf(a.end));
}

/** Whether two phases have one period and one text. */
export function isTwice(one: Phase, other: Phase): boolean {
  return one.period.start === other.period.start && one.period.end === other.period.end && fold(one.text) === fold(other.text);
}

/** Whether the period ends after it begins; one that does not is another finding. */
function isForward({ period }: Phase): boolean {
  return period.end === null || period.end >= period.start;
}

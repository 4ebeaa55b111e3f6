import { type FiscalYear, fiscalYearOf } from '../../model/fiscal-year.js';
import { endFy, startFy } from '../../model/period.js';
import type { Phase, Roadmap } from '../../model/roadmap.js';
import { shownWindow } from '../../model/shown-window.js';
import type { Lang } from '../../source/lang.js';
import { standingOf } from '../../transform/slice-roadmap.js';
import { paths } from '../addresses.js';
import { yearWords } from '../period-words.js';
import { startsAtEdge } from '../starts-at-edge.js';
import type { YearNames } from './site.js';

/** The fiscal years that the plan's tables show, those of sections with years of their own too. */
export function yearsOf(roadmap: Roadmap): FiscalYear[] {
  const { start, end } = shownWindow(roadmap);
  const [first, last] = [fiscalYearOf(start), fiscalYearOf(end)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** A fiscal year in both calendars, with its page. */
export function yearNames(year: FiscalYear, lang: Lang): YearNames {
  return { year, ...yearWords(year, lang), href: paths.year(year) };
}

/** Whether a phase begins in a year; the first column proves no beginning. */
export function begins(phase: Phase, year: FiscalYear): boolean {
  return startFy(phase.period) === year && !startsAtEdge(phase);
}

/** Whether an end is printed in a year. */
export function ends({ period }: Phase, year: FiscalYear): boolean {
  return endFy(period) === year;
}

/** How many of some phases are active in a year, and how many of them begin and end in it. */
export function movesIn(phases: readonly Phase[], year: FiscalYear): Record<'active' | 'begins' | 'ends', number> {
  return {
    active: phases.filter((phase) => standingOf(phase, [year, year])).length,
    begins: phases.filter((phase) => begins(phase, year)).length,
    ends: phases.filter((phase) => ends(phase, year)).length,
  };
}

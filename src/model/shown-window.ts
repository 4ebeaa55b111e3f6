import { firstMonthOf, fiscalYearOf, lastMonthOf } from './fiscal-year.js';
import type { Period } from './period.js';
import type { Roadmap } from './roadmap.js';
import { sectionsOf } from './walk.js';

/** The years that the tables of a plan show: its window, and where sections have a wider one of their own, that of all of them together. */
export function shownWindow(roadmap: Roadmap): Period & { end: number } {
  const { start, end, grain } = roadmap.plan.window;
  const columns = sectionsOf(roadmap).flatMap((section) => section.columns);
  const first = Math.min(start, ...columns.map((column) => column.start));
  const last = Math.max(end ?? start, ...columns.map((column) => column.end));
  if (first === start && last === end) return { start, end, grain };
  return { start: firstMonthOf(fiscalYearOf(first)), end: lastMonthOf(fiscalYearOf(last)), grain: 'year' };
}

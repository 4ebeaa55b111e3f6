import { fiscalYearOf, type Month } from './fiscal-year.js';
import type { Plan, Section } from './roadmap.js';

/**
 * The first month of a section's table in an edition whose window begins in `windowStart`: that month, or where the section has later columns of
 * its own, their first one, moved as many years as the window.
 */
export function nextStart({ columns }: Section, { window }: Plan, windowStart: Month): Month {
  const first = columns[0]?.start ?? window.start;
  return first === window.start ? windowStart : first + 12 * (fiscalYearOf(windowStart) - fiscalYearOf(window.start));
}

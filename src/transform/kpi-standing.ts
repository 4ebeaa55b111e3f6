import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { byDay, dayOf } from '../model/day.js';
import { type FiscalYear, formatMonth, lastMonthOf } from '../model/fiscal-year.js';
import type { Kpi } from '../model/roadmap.js';

/** A: on or ahead of time. B: behind. F: not yet to be measured. N: something needed is missing. */
export type KpiStandingCode = 'A' | 'B' | 'F' | 'N';

export interface KpiStanding {
  standing: KpiStandingCode;
  latest?: { date: string; value: number };
  /** (latest − base) / (target − base) */
  progress?: number;
  /** (date of the latest − date of the base) / (end of the target's year − date of the base) */
  elapsed?: number;
}

/**
 * Where a KPI stands by its own figures, as seen at the end of the fiscal year `asOf` (or with all its actuals): progress over elapsed time,
 * as docs/review.md defines it.
 */
export function kpiStanding(kpi: Kpi, asOf?: FiscalYear): KpiStanding {
  const { target, base, measureFrom } = kpi;
  const last = knownActuals(kpi, asOf).at(-1);
  const latest = last && { date: last.date, value: last.value };
  const seen = asOf === undefined ? latest && dayOf(latest.date) : endOf(asOf);
  // A month begins before all of its days.
  if (measureFrom && (!seen || measureFrom > seen)) return { standing: 'F', ...(latest && { latest }) };
  const complete = latest && base?.value !== undefined && base.date !== undefined && target.value !== null && target.fy !== null;
  if (!complete || target.value === base.value) return { standing: 'N', ...(latest && { latest }) };
  const from = /^\d{4}$/.test(base.date as string) ? endOf(Number(base.date)) : dayOf(base.date as string);
  const elapsed = differenceInCalendarDays(dayOf(latest.date), from) / differenceInCalendarDays(endOf(target.fy as FiscalYear), from);
  if (!Number.isFinite(elapsed)) return { standing: 'N', latest };
  const progress = (latest.value - (base.value as number)) / ((target.value as number) - (base.value as number));
  return { standing: progress >= elapsed ? 'A' : 'B', latest, progress, elapsed };
}

/** The actuals up to the end of a fiscal year, or all of them, by date. */
export function knownActuals({ actuals }: Kpi, asOf?: FiscalYear): Kpi['actuals'] {
  return actuals.filter(({ date }) => asOf === undefined || dayOf(date) <= endOf(asOf)).sort(byDay);
}

/**
 * The standing that the department declares: in its newest report up to a fiscal year, else in the plan. One of the plan that says of what day it
 * is (`asOf`) goes before the reports of years that had ended by then.
 */
export function declaredStanding(kpi: Kpi, asOf?: FiscalYear): string | undefined {
  const { declared, declarations } = kpi;
  const [newest] = declarations.filter(({ fy }) => asOf === undefined || fy <= asOf).sort((a, b) => b.fy - a.fy);
  const day = declared !== undefined && kpi.asOf !== undefined ? dayOf(kpi.asOf) : undefined;
  if (!newest || !day || day <= endOf(newest.fy) || (asOf !== undefined && day > endOf(asOf))) return newest?.standing ?? declared;
  return declared;
}

/** The last day of a fiscal year. */
function endOf(year: FiscalYear): string {
  return dayOf(formatMonth(lastMonthOf(year)));
}

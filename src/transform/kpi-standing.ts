import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import type { FiscalYear } from '../model/fiscal-year.js';
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
  const known = kpi.actuals
    .filter(({ date }) => asOf === undefined || dayOf(date) <= endOfFiscalYear(asOf))
    .sort((a, b) => differenceInCalendarDays(dayOf(a.date), dayOf(b.date)));
  const last = known.at(-1);
  const latest = last && { date: last.date, value: last.value };
  const seen = asOf === undefined ? latest && dayOf(latest.date) : endOfFiscalYear(asOf);
  if (measureFrom && (!seen || firstDayOf(measureFrom) > seen)) return { standing: 'F', ...(latest && { latest }) };
  const complete = latest && base?.value !== undefined && base.date !== undefined && target.value !== null && target.fy !== null;
  if (!complete || target.value === base.value) return { standing: 'N', ...(latest && { latest }) };
  const from = dayOf(base.date as string);
  const elapsed =
    differenceInCalendarDays(dayOf(latest.date), from) / differenceInCalendarDays(endOfFiscalYear(target.fy as FiscalYear), from);
  if (!Number.isFinite(elapsed)) return { standing: 'N', latest };
  const progress = (latest.value - (base.value as number)) / ((target.value as number) - (base.value as number));
  return { standing: progress >= elapsed ? 'A' : 'B', latest, progress, elapsed };
}

/** The standing that the department declares: in its newest report up to a fiscal year, else in the plan. */
export function declaredStanding({ declared, declarations }: Kpi, asOf = Number.POSITIVE_INFINITY): string | undefined {
  const [newest] = declarations.filter(({ fy }) => fy <= asOf).sort((a, b) => b.fy - a.fy);
  return newest?.standing ?? declared;
}

/** The day of `2023-03-31`; a month stands for its last day, and a fiscal year too. */
function dayOf(date: string): Date {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return endOfFiscalYear(year);
  return day === undefined ? lastDayOfMonth(new Date(year, month - 1)) : new Date(year, month - 1, day);
}

/** The day itself, or the first one of a month. */
function firstDayOf(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day);
}

function endOfFiscalYear(year: FiscalYear): Date {
  return new Date(year + 1, 2, 31);
}

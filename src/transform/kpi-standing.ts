import { firstMonthOf, lastMonthOf, type Month, monthOf } from '../model/fiscal-year.js';
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
 * as domain.md defines it.
 */
export function kpiStanding(kpi: Kpi, asOf?: number): KpiStanding {
  const limit = asOf === undefined ? Number.POSITIVE_INFINITY : lastMonthOf(asOf);
  const known = kpi.actuals.filter(({ date }) => monthOfDate(date) <= limit).sort((a, b) => (a.date < b.date ? -1 : 1));
  const last = known.at(-1);
  const latest = last && { date: last.date, value: last.value };
  const seen = asOf === undefined ? (latest ? monthOfDate(latest.date) : Number.NEGATIVE_INFINITY) : limit;
  if (kpi.measureFrom && monthOfDate(kpi.measureFrom) > seen) return { standing: 'F', ...(latest && { latest }) };
  const { target, base } = kpi;
  const complete = latest && base?.value !== undefined && base.date !== undefined && target.value !== null && target.fy !== null;
  if (!complete || target.value === base.value) return { standing: 'N', ...(latest && { latest }) };
  const from = dayNumber(base.date as string);
  const elapsed = (dayNumber(latest.date) - from) / (Date.UTC((target.fy as number) + 1, 2, 31) / dayLength - from);
  const progress = (latest.value - (base.value as number)) / ((target.value as number) - (base.value as number));
  if (!Number.isFinite(elapsed)) return { standing: 'N', latest };
  return { standing: progress >= elapsed ? 'A' : 'B', latest, progress, elapsed };
}

const dayLength = 86_400_000;

/** Days since 1970. A month stands for its last day, a fiscal year for its last one too. */
function dayNumber(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return Date.UTC(year + 1, 2, 31) / dayLength;
  return Date.UTC(year, day === undefined ? month : month - 1, day ?? 0) / dayLength;
}

function monthOfDate(date: string): Month {
  const [year = 0, month] = date.split('-').map(Number);
  return month === undefined ? firstMonthOf(year) : monthOf(year, month);
}

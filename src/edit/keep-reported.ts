import { byDay, dayOf } from '../model/day.js';
import { formatMonth, lastMonthOf } from '../model/fiscal-year.js';
import type { Kpi, Roadmap } from '../model/roadmap.js';
import { kpisOf } from '../model/walk.js';
import type { PlanEdits } from './plan-edits.js';

/** States at the KPIs that stand, from then on, what the reports of closed items say of them: their figures, and how they stand. */
export function keepReported(roadmap: Roadmap, gone: ReadonlySet<string>, edits: PlanEdits): void {
  for (const kpi of kpisOf(roadmap)) if (!gone.has(kpi.id)) keepStanding(kpi, gone, edits);
  keepFigures(roadmap, gone, edits);
}

/**
 * The newest of the standings that such reports declare, with its day where the KPI has one, or where a report of an earlier year stays that
 * would go before it.
 */
function keepStanding(kpi: Kpi, gone: ReadonlySet<string>, edits: PlanEdits): void {
  const { declarations, declared, asOf } = kpi;
  const [newest] = declarations.filter(({ on }) => gone.has(on.id)).sort((a, b) => b.fy - a.fy);
  if (!newest) return;
  const end = formatMonth(lastMonthOf(newest.fy));
  if (declared !== undefined && asOf !== undefined && dayOf(asOf) > dayOf(end)) return;
  setAt(kpi, ['declared'], newest.standing, edits);
  const staying = declarations.filter(({ on }) => !gone.has(on.id));
  const needsDay = asOf !== undefined || staying.length > 0;
  if (!needsDay || staying.some(({ fy }) => fy >= newest.fy)) return;
  // No figure at the KPI is of a later day than what is said there.
  const days = [end, asOf ?? end, ...kpi.actuals.map(({ date }) => date)];
  const latest = days.reduce((one, other) => (dayOf(other) < dayOf(one) ? one : other));
  setAt(kpi, ['asOf'], latest, edits);
}

/** The figures, but of days for which the KPI states one itself. */
function keepFigures({ reports }: Roadmap, gone: ReadonlySet<string>, edits: PlanEdits): void {
  const figures = reports.filter(({ on }) => gone.has(on.id)).flatMap(({ actuals }) => actuals);
  for (const { kpi, date, value } of figures.toSorted(byDay)) {
    const { file, path } = kpi.location;
    if (!gone.has(kpi.id) && !file.spans.key([...path, 'actuals', date])) setAt(kpi, ['actuals', date], String(value), edits);
  }
}

function setAt({ location: { file, path } }: Kpi, keys: readonly string[], value: string, edits: PlanEdits): void {
  edits.change(file, { kind: 'set', path: [...path, ...keys], value });
}

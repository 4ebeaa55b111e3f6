import { dueFiscalYear } from '../model/dates.js';
import { type FiscalYear, fiscalYearOf } from '../model/fiscal-year.js';
import { endFy, startFy } from '../model/period.js';
import type { Department, Kpi, Measure, Milestone, Phase, PhaseDue, ProgressReport, Roadmap, Track } from '../model/roadmap.js';
import { kpisOf, leadsOf, milestonesOf, neighbours, phasesOf } from '../model/walk.js';
import { type KpiStanding, kpiStanding } from './kpi-standing.js';

/** A range of fiscal years, both included. */
export type FiscalYears = readonly [first: FiscalYear, last: FiscalYear];

/** How a phase stands to the years asked for. Only a printed end ends. */
export type Standing = 'begins' | 'continues' | 'ends' | 'within';

export interface SlicedPhase {
  phase: Phase;
  standing: Standing;
  /** What stood before and what comes next in its track. */
  previous?: Phase;
  next?: Phase;
}

/** A printed end or a promise that lies before the years asked for. */
export interface PassedTerm {
  phase: Phase;
  due?: PhaseDue;
  fiscalYear: FiscalYear;
  report?: ProgressReport;
}

export interface Slice {
  roadmap: Roadmap;
  fiscalYears: FiscalYears;
  phases: SlicedPhase[];
  milestones: Milestone[];
  dues: { phase: Phase; due: PhaseDue }[];
  kpis: { kpi: Kpi; standing: KpiStanding }[];
  reports: ProgressReport[];
  /** Its end or due has passed and no report says what became of it. */
  unreported: PassedTerm[];
  /** Its end or due has passed and a report says that it is not done. */
  overdue: PassedTerm[];
  /** Whether the plan has any report at all: without one, silence says nothing. */
  hasReports: boolean;
}

export interface SliceOptions {
  /** Ids of departments; each takes those below it along. */
  leads?: readonly Department[];
}

/** What is in one fiscal year or a range of them. Pure: the roadmap stays as it is. */
export function sliceRoadmap(roadmap: Roadmap, fiscalYears: FiscalYears, { leads }: SliceOptions = {}): Slice {
  const [first, last] = fiscalYears;
  const chosen = (item: Measure | Track) => !leads || leadsOf(item).some((lead) => leads.some((wanted) => isWithin(lead, wanted)));
  const phases: SlicedPhase[] = [];
  const dues: Slice['dues'] = [];
  const unreported: PassedTerm[] = [];
  const overdue: PassedTerm[] = [];
  for (const phase of phasesOf(roadmap)) {
    if (!chosen(phase.track)) continue;
    const standing = standingOf(phase, fiscalYears);
    if (standing) phases.push({ phase, standing, ...neighbours(phase) });
    for (const due of phase.dues) {
      const year = dueFiscalYear(due);
      if (year !== null && year >= first && year <= last) dues.push({ phase, due });
    }
    for (const term of passedTerms(phase, first)) {
      const report = latestReport(roadmap, phase.track, last);
      if (!report) unreported.push(term);
      else if (!isDone(roadmap, report)) overdue.push({ ...term, report });
    }
  }
  return {
    roadmap,
    fiscalYears,
    phases,
    milestones: [...milestonesOf(roadmap)].filter(
      ({ month, on }) => month !== undefined && fiscalYearOf(month) >= first && fiscalYearOf(month) <= last && chosen(on),
    ),
    dues,
    kpis: [...kpisOf(roadmap)]
      .filter(
        ({ target, on }) => target.fy !== null && target.fy >= first && target.fy <= last && (on.kind === 'section' ? !leads : chosen(on)),
      )
      .map((kpi) => ({ kpi, standing: kpiStanding(kpi, last) })),
    reports: roadmap.reports.filter(({ fy, on }) => fy >= first && fy <= last && chosen(on)),
    unreported,
    overdue,
    hasReports: roadmap.reports.length > 0,
  };
}

/** How a phase stands to a range of fiscal years; undefined where it lies outside. */
export function standingOf({ period }: Pick<Phase, 'period'>, [first, last]: FiscalYears): Standing | undefined {
  const from = startFy(period);
  const to = endFy(period) ?? Number.POSITIVE_INFINITY;
  if (from > last || to < first) return undefined;
  const begins = from >= first;
  const ends = to <= last;
  return begins ? (ends ? 'within' : 'begins') : ends ? 'ends' : 'continues';
}

/** Whether a department is the other one or stands below it. */
export function isWithin(inner: Department, outer: Department): boolean {
  return inner === outer || (inner.parent !== undefined && isWithin(inner.parent, outer));
}

/** What the newest report up to a fiscal year says of a track; one on its measure counts where the track has none. */
export function latestReport(roadmap: Roadmap, track: Track, upTo: FiscalYear): ProgressReport | undefined {
  const of = (item: Measure | Track) =>
    roadmap.reports
      .filter(({ on, fy }) => on === item && fy <= upTo)
      .sort((a, b) => a.fy - b.fy)
      .at(-1);
  return of(track) ?? of(track.measure);
}

/** Whether a report's status means that the work is finished, in the plan's vocabulary. */
export function isDone(roadmap: Roadmap, { status }: ProgressReport): boolean {
  return roadmap.plan.vocabulary.status.some(({ term, means }) => term === status && means === 'done');
}

function* passedTerms(phase: Phase, before: FiscalYear): Iterable<PassedTerm> {
  const end = endFy(phase.period);
  if (end !== null && end < before) yield { phase, fiscalYear: end };
  for (const due of phase.dues) {
    const year = dueFiscalYear(due);
    if (year !== null && year < before) yield { phase, due, fiscalYear: year };
  }
}

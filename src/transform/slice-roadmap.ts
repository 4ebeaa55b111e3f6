import { dueFiscalYear } from '../model/dates.js';
import { type FiscalYear, type FiscalYears, fiscalYearOf } from '../model/fiscal-year.js';
import { endFy, startFy } from '../model/period.js';
import { Reported } from '../model/reported.js';
import type { Department, Kpi, Measure, Milestone, Phase, PhaseDue, ProgressReport, Roadmap, Track } from '../model/roadmap.js';
import { promisesOf } from '../model/series.js';
import { isWithin, kpisOf, leadsOf, milestonesOf, neighbours, phasesOf, tracksBelow, tracksOf } from '../model/walk.js';
import { type KpiStanding, kpiStanding } from './kpi-standing.js';
import { pointedAt } from './pointed-at.js';

/** How a phase stands to the years asked for. Only a printed end ends. */
export type Standing = 'begins' | 'continues' | 'ends' | 'within';

export interface SlicedPhase {
  phase: Phase;
  standing: Standing;
  /** What stood before and what comes next in its track; several that stand side by side. */
  previous: Phase[];
  next: Phase[];
  /** Phases outside the slice that its words point to. */
  context: Phase[];
}

/** What was due before the years asked for: a phase's printed end, promises in it, or both. */
export interface PassedTerm {
  phase: Phase;
  /** The fiscal year of the printed end, where that has passed. */
  end?: FiscalYear;
  dues: PhaseDue[];
  /** The earliest year in which something was due. */
  fiscalYear: FiscalYear;
  /** The newest report that speaks of it. */
  report?: ProgressReport;
}

/** Tracks with one reported status, `null` being those without one, and how many there were the year before. */
export interface StatusCount {
  status: string | null;
  count: number;
  /** Null where nothing at all was reported for the year before, or its table is in an earlier edition. */
  before: number | null;
}

/** Tracks with one verdict, `null` being those without one. */
export interface VerdictCount {
  verdict: string | null;
  count: number;
}

export interface Slice {
  roadmap: Roadmap;
  fiscalYears: FiscalYears;
  /** What it was narrowed to. */
  filter: SliceOptions;
  phases: SlicedPhase[];
  milestones: Milestone[];
  dues: { phase: Phase; due: PhaseDue }[];
  /** KPIs whose target falls due. */
  kpis: { kpi: Kpi; standing: KpiStanding }[];
  /** KPIs whose target is undetermined and is to be set in these years. */
  targetsToSet: Kpi[];
  reports: ProgressReport[];
  /** The tracks that have a phase or a report of their own in these years, with their newest report. */
  tracks: { track: Track; report?: ProgressReport }[];
  /** The same of the year before, where it is in the table and anything at all was reported for it. */
  tracksBefore?: { track: Track; report?: ProgressReport }[];
  statuses: StatusCount[];
  /** Empty where no track has a verdict. */
  verdicts: VerdictCount[];
  /** Its end or due has passed and no report says what became of it. */
  unreported: PassedTerm[];
  /** Its end or due has passed and a report says that it is not done. */
  overdue: PassedTerm[];
  /** The edition whose table has the year before, where that of this one begins later: what ended there is in that edition. */
  earlierEdition?: string;
  /** Whether the plan has any report at all: without one, silence says nothing. */
  hasReports: boolean;
}

export interface SliceOptions {
  /** Each takes the departments below it along; `null` keeps what no department is printed for. */
  leads?: readonly (Department | null)[];
  /** Only tracks of whose newest report in these years one of these holds. */
  statuses?: readonly ReportedAs[];
}

/** A word of the vocabulary that a report has as its status or verdict, `null` where it has none. */
export interface ReportedAs {
  as: 'status' | 'verdict';
  word: string | null;
}

/** What is in one fiscal year or a range of them. Pure: the roadmap stays as it is. */
export function sliceRoadmap(roadmap: Roadmap, fiscalYears: FiscalYears, filter: SliceOptions = {}): Slice {
  const { leads, statuses } = filter;
  const [first, last] = fiscalYears;
  const within = (year: FiscalYear | null | undefined) => typeof year === 'number' && year >= first && year <= last;
  const reported = new Reported(roadmap);
  const hasLead = (item: Measure | Track) => {
    if (!leads) return true;
    const own = leadsOf(item);
    return leads.some((wanted) => (wanted ? own.some((lead) => isWithin(lead, wanted)) : own.length === 0));
  };
  const hasStatus = (track: Track) => {
    if (!statuses) return true;
    const report = reported.latest(track, fiscalYears);
    return statuses.some(({ as, word }) => (report?.[as] ?? null) === word);
  };
  const chosen = (item: Measure | Track): boolean => {
    if (item.kind === 'track') return hasLead(item) && hasStatus(item);
    return statuses ? tracksBelow(item).some(chosen) : hasLead(item);
  };

  const phases: SlicedPhase[] = [];
  const dues: Slice['dues'] = [];
  const unreported: PassedTerm[] = [];
  const overdue: PassedTerm[] = [];
  for (const phase of phasesOf(roadmap)) {
    if (!chosen(phase.track)) continue;
    const standing = standingOf(phase, fiscalYears);
    if (standing) phases.push({ phase, standing, ...neighbours(phase), context: [] });
    for (const due of promisesOf(phase)) if (within(dueFiscalYear(due))) dues.push({ phase, due });
    const passed = passedTerms(phase, fiscalYears, reported);
    if (passed.unreported) unreported.push(passed.unreported);
    if (passed.overdue) overdue.push(passed.overdue);
  }
  const shown = new Set(phases.map(({ phase }) => phase));
  for (const sliced of phases) sliced.context = pointedAt(sliced.phase, shown);

  const tracks = tracksIn(roadmap, fiscalYears, reported, chosen);
  const yearBefore: FiscalYears = [first - 1, first - 1];
  const isOpening = first <= startFy(roadmap.plan.window);
  // Rows that were narrowed to a status of these years were chosen by it, and tell nothing of the year before.
  const compares = !statuses && !isOpening && roadmap.reports.some(({ fy }) => fy === first - 1);
  const before = compares ? tracksIn(roadmap, yearBefore, reported, chosen) : undefined;
  const earlier = isOpening ? roadmap.plan.editions.at(-1) : undefined;
  const kpis = kpisOf(roadmap).filter(({ on }) => (on.kind === 'section' ? (!leads || leads.includes(null)) && !statuses : chosen(on)));
  return {
    roadmap,
    fiscalYears,
    filter,
    phases,
    milestones: milestonesOf(roadmap).filter(({ month, on }) => month !== undefined && within(fiscalYearOf(month)) && chosen(on)),
    dues,
    kpis: kpis.filter(({ target }) => within(target.fy)).map((kpi) => ({ kpi, standing: kpiStanding(kpi, last) })),
    targetsToSet: kpis.filter(({ target }) => within(target.undetermined?.setIn)),
    reports: roadmap.reports.filter(({ fy, on }) => within(fy) && chosen(on)),
    tracks,
    ...(before && { tracksBefore: before }),
    statuses: countStatuses(roadmap, tracks, before),
    verdicts: countVerdicts(roadmap, tracks),
    unreported,
    overdue,
    ...(earlier && { earlierEdition: earlier.edition ?? earlier.from }),
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

/** What of a phase was due before the years asked for, and is not reported, or is reported as not done. */
function passedTerms(phase: Phase, [first, last]: FiscalYears, reported: Reported): { unreported?: PassedTerm; overdue?: PassedTerm } {
  const found: { unreported?: PassedTerm; overdue?: PassedTerm } = {};
  const add = (year: FiscalYear, due?: PhaseDue) => {
    const { outcome, report } = reported.outcome(phase, year, last);
    if (outcome !== 'unreported' && outcome !== 'not-done') return;
    const kind = outcome === 'unreported' ? 'unreported' : 'overdue';
    const term = found[kind] ?? { phase, dues: [], fiscalYear: year, ...(report && { report }) };
    found[kind] = term;
    term.fiscalYear = Math.min(term.fiscalYear, year);
    if (due) term.dues.push(due);
    else term.end = year;
  };
  const end = endFy(phase.period);
  if (end !== null && end < first) add(end);
  for (const due of promisesOf(phase)) {
    const year = dueFiscalYear(due);
    if (year !== null && year < first) add(year, due);
  }
  return found;
}

/** The tracks that have a phase or a report of their own in a range of years, with their newest report. */
function tracksIn(roadmap: Roadmap, years: FiscalYears, reported: Reported, chosen: (item: Track) => boolean): Slice['tracks'] {
  return tracksOf(roadmap).flatMap((track) => {
    if (!chosen(track) || !(track.phases.some((phase) => standingOf(phase, years)) || reported.has(track, years))) return [];
    const report = reported.latest(track, years);
    return [{ track, ...(report && { report }) }];
  });
}

/** Tracks by reported status, in the order of the vocabulary, those without a report last. */
export function countStatuses({ plan }: Roadmap, now: Slice['tracks'], before: Slice['tracks'] | undefined): StatusCount[] {
  const count = (tracks: Slice['tracks'], status: string | null) =>
    tracks.filter(({ report }) => (report?.status ?? null) === status).length;
  return [...plan.vocabulary.status.map(({ term }) => term), null].map((status) => ({
    status,
    count: count(now, status),
    before: before ? count(before, status) : null,
  }));
}

/** Tracks by verdict, in the order of the vocabulary, those without one last. */
export function countVerdicts({ plan }: Roadmap, tracks: Slice['tracks']): VerdictCount[] {
  if (!tracks.some(({ report }) => report?.verdict !== undefined)) return [];
  return [...plan.vocabulary.verdict.map(({ term }) => term), null].map((verdict) => ({
    verdict,
    count: tracks.filter(({ report }) => (report?.verdict ?? null) === verdict).length,
  }));
}

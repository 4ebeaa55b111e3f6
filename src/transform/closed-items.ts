import { fiscalYearOf, lastMonthOf, type Month } from '../model/fiscal-year.js';
import { nextStart } from '../model/next-start.js';
import { endFy } from '../model/period.js';
import { type Outcome, Reported } from '../model/reported.js';
import type { Kpi, Measure, Milestone, Phase, PhaseDue, Roadmap, Track } from '../model/roadmap.js';
import { isLastOfSeries } from '../model/series.js';
import { measuresOf, phasesOf, sectionOf, sectionsOf, tracksOf } from '../model/walk.js';

/** What an edition that begins in a later year does not carry on. */
export interface ClosedItems {
  measures: ReadonlySet<Measure>;
  tracks: ReadonlySet<Track>;
  phases: ReadonlySet<Phase>;
  /** Of which no report says that they are done or dropped, where the plan has reports at all. */
  unanswered: Phase[];
  /** Those of them that the newest report calls not done. */
  unfinished: Phase[];
}

/**
 * A phase is closed when its printed end lies before the window, or before a later one of its section, and none of its promises falls due in it
 * or later (of a series the last phase waits for them); a row when all its phases are and nothing of its own lies ahead; a heading when all
 * below it are. What a report says is told, and closes nothing.
 */
export function closedItems(roadmap: Roadmap, windowStart: Month): ClosedItems {
  const starts = new Map(sectionsOf(roadmap).map((section) => [section, nextStart(section, roadmap.plan, windowStart)]));
  const startOf = (item: Measure | Track) => starts.get(sectionOf(item)) ?? windowStart;
  const counted = new Set(roadmap.reports.flatMap(({ actuals, on }) => actuals.filter(({ kpi }) => kpi.on !== on).map(({ kpi }) => kpi)));
  const carries = (item: Measure | Track) => {
    const start = startOf(item);
    const ahead = ({ month }: Milestone) => month !== undefined && month >= start;
    const open = (kpi: Kpi) => counted.has(kpi) || kpi.target.fy === null || lastMonthOf(kpi.target.fy) >= start;
    return item.milestones.some(ahead) || item.kpis.some(open);
  };
  const phases = new Set(
    phasesOf(roadmap).filter((phase) => {
      const { period, track, dues } = phase;
      const start = startOf(track);
      const pending = ({ to }: PhaseDue) => to !== null && to >= start;
      return period.end !== null && period.end < start && !(isLastOfSeries(phase) && dues.some(pending));
    }),
  );
  const tracks = new Set(
    tracksOf(roadmap).filter((track) => track.phases.length > 0 && track.phases.every((phase) => phases.has(phase)) && !carries(track)),
  );
  const measures = new Set<Measure>();
  for (const measure of [...measuresOf(roadmap)].reverse()) {
    const below = [...measure.tracks.map((track) => tracks.has(track)), ...measure.children.map((child) => measures.has(child))];
    if (below.length > 0 && below.every(Boolean) && !carries(measure)) measures.add(measure);
  }
  const reported = new Reported(roadmap);
  const last = fiscalYearOf(windowStart) - 1;
  const newest = Math.max(last, ...roadmap.reports.map(({ fy }) => fy));
  const answers =
    roadmap.reports.length === 0
      ? []
      : [...phases].map((phase) => ({ phase, ...reported.outcome(phase, endFy(phase.period) ?? last, newest) }));
  const those = (...outcomes: Outcome[]) => answers.flatMap(({ phase, outcome }) => (outcomes.includes(outcome) ? [phase] : []));
  return {
    measures,
    tracks,
    phases,
    unanswered: those('unreported', 'not-done'),
    unfinished: those('not-done'),
  };
}

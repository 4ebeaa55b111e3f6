import type { FiscalYear, FiscalYears } from './fiscal-year.js';
import { endFy, startFy } from './period.js';
import type { Measure, Phase, ProgressReport, Roadmap, Track, VocabularyTerm } from './roadmap.js';

/** What became of something that was due, as far as the reports say. `settled`: dropped, or in words whose meaning the plan leaves open. */
export type Outcome = 'done' | 'not-done' | 'settled' | 'unreported';

/** The reports of a plan by what they are on. */
export class Reported {
  readonly #byItem = new Map<Measure | Track, ProgressReport[]>();
  readonly #meanings: ReadonlyMap<string, VocabularyTerm['means']>;

  constructor({ reports, plan }: Roadmap) {
    for (const report of reports) this.#byItem.set(report.on, [...(this.#byItem.get(report.on) ?? []), report]);
    this.#meanings = new Map(plan.vocabulary.status.map(({ term, means }) => [term, means]));
  }

  /** What was reported for a track in a year: on the track itself, else on the nearest measure around it. */
  of(track: Track, year: FiscalYear): ProgressReport | undefined {
    for (let item: Measure | Track | undefined = track; item; item = item.kind === 'track' ? item.measure : item.parent) {
      const report = this.on(item, year);
      if (report) return report;
    }
    return undefined;
  }

  /** The report on just this item in a year. */
  on(item: Measure | Track, year: FiscalYear): ProgressReport | undefined {
    return this.#byItem.get(item)?.findLast(({ fy }) => fy === year);
  }

  /** Whether a track has a report of its own in a range of years. */
  has(track: Track, [first, last]: FiscalYears): boolean {
    return this.#byItem.get(track)?.some(({ fy }) => fy >= first && fy <= last) ?? false;
  }

  /** The newest report for a track in a range of years. */
  latest(track: Track, [first, last]: FiscalYears): ProgressReport | undefined {
    for (let year = last; year >= first; year -= 1) {
      const report = this.of(track, year);
      if (report) return report;
    }
    return undefined;
  }

  means({ status }: ProgressReport): VocabularyTerm['means'] | undefined {
    return status === undefined ? undefined : this.#meanings.get(status);
  }

  /**
   * What the reports up to the year `upTo` say of a phase that was due in `due`: the newest one since its beginning counts. That it is not
   * done says only a report of the due year, or a later one; but once the track has gone on to another phase, or the bar runs on behind
   * what was due and done, a later report speaks of that. A report on the measure does not take back what one on the track called done,
   * and one without a status says nothing.
   */
  outcome(phase: Phase, due: FiscalYear, upTo: FiscalYear): { outcome: Outcome; report?: ProgressReport } {
    let newest: ProgressReport | undefined;
    const isDone = (report: ProgressReport | undefined) => report !== undefined && this.means(report) === 'done';
    const speaks = (report: ProgressReport, year: FiscalYear) => {
      if (isDone(newest) && newest?.on.kind === 'track' && report.on.kind === 'measure') return false;
      if (year <= due || (newest && newest.fy >= due && !isDone(newest))) return true;
      return !hasMovedOn(phase, year) && !(isDone(newest) && (endFy(phase.period) ?? year) >= year);
    };
    for (let year = Math.min(startFy(phase.period), due); year <= upTo; year += 1) {
      const report = this.of(phase.track, year);
      if (report?.status !== undefined && (isDone(report) || speaks(report, year))) newest = report;
    }
    if (!newest || (newest.fy < due && !isDone(newest))) return { outcome: 'unreported' };
    const means = this.means(newest);
    if (means === 'done') return { outcome: 'done', report: newest };
    return { outcome: means === 'doing' || means === 'todo' ? 'not-done' : 'settled', report: newest };
  }
}

/** Whether another phase of the track stands in a year. */
function hasMovedOn(phase: Phase, year: FiscalYear): boolean {
  return phase.track.phases.some(
    ({ period, id }) => id !== phase.id && startFy(period) <= year && (endFy(period) ?? Number.POSITIVE_INFINITY) >= year,
  );
}

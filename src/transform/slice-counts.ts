import { Reported } from '../model/reported.js';
import type { Slice } from './slice-roadmap.js';

/** A slice in figures. A row is a track that has a phase or a report in these years. */
export interface SliceCounts {
  measures: number;
  phases: number;
  /** Phases whose printed end falls into these years. */
  ending: number;
  /** Promises that fall due in these years. */
  due: number;
  rows: number;
  /** Rows whose newest report gives a status: a verdict or a figure alone is no word of the department on the work. */
  reported: number;
  /** Rows whose newest report says that the work is finished. */
  done: number;
  /** Phases whose end or promise has passed, and of which a report says that they are not done. */
  late: number;
  /** Phases whose end or promise has passed without a word of what became of them; never called late. */
  unreported: number;
}

export function countSlice({ roadmap, phases, dues, tracks, overdue, unreported }: Slice): SliceCounts {
  const reported = new Reported(roadmap);
  return {
    measures: new Set(phases.map(({ phase }) => phase.track.measure)).size,
    phases: phases.length,
    ending: phases.filter(({ standing }) => standing === 'ends' || standing === 'within').length,
    due: dues.length,
    rows: tracks.length,
    reported: tracks.filter(({ report }) => report?.status !== undefined).length,
    done: tracks.filter(({ report }) => report && reported.means(report) === 'done').length,
    late: overdue.length,
    unreported: unreported.length,
  };
}

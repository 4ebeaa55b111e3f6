import { fiscalYearOf } from '../model/fiscal-year.js';
import type { Phase } from '../model/roadmap.js';
import { tracksOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/**
 * The phases of a track follow one another. Two phases of one cell share its whole period; a phase that begins, by its date or by judgement,
 * in the last year of the one before does not contradict it.
 */
export const rule: Rule = {
  code: 'no-overlapping-phases',
  severity: 'error',
  summary: { ja: '行の工程は順に並び、重ならない', en: 'the phases of a track follow one another without overlap' },
  cure: {
    ja: '期間を直すか、並行して進むものは別の行に分けてください',
    en: 'mend the period, or move what runs beside it to a track of its own',
  },
  example: { bad: 'phases:\n- 2021-2022: 検討\n- 2022-: 実施', good: 'phases:\n- 2021: 検討\n- 2022-: 実施' },
  *check(roadmap) {
    for (const track of tracksOf(roadmap)) {
      const bars = track.phases
        .filter(({ series, id }) => series === undefined || series === id)
        .map((phase) => ({ ...phase, period: wholePeriod(phase) }));
      for (const [index, phase] of bars.entries()) {
        const clash = bars.slice(0, index).find((before) => clashes(before, phase));
        if (!clash) continue;
        const late = clash.period.start > phase.period.start;
        yield {
          message: late
            ? {
                ja: `\`${phase.written}\` の工程が、後から始まる \`${clash.written}\` の工程より後に書かれています`,
                en: `the phase \`${phase.written}\` stands behind \`${clash.written}\`, which begins later`,
              }
            : {
                ja: `期間 \`${phase.written}\` が、前の工程の \`${clash.written}\` と重なっています`,
                en: `the period \`${phase.written}\` overlaps \`${clash.written}\` of the phase before`,
              },
          ...(late && { help: { ja: '始まりの早い順に並べてください', en: 'put the phase that begins first before the other' } }),
          location: phase.location.key(phase.written),
          related: [{ message: { ja: '前の工程はここです', en: 'the phase before' }, location: clash.location.key(clash.written) }],
          on: phase,
        };
      }
    }
  },
};

/** The period from the first to the last of a series; a phase that is no series is its own. */
function wholePeriod({ series, period, track }: Phase): Phase['period'] {
  const last = series && track.phases.findLast((other) => other.series === series);
  return last ? { ...period, end: last.period.end } : period;
}

function clashes(before: Phase, phase: Phase): boolean {
  const [a, b] = [before.period, phase.period];
  if (!isForward(before) || !isForward(phase)) return false;
  if (b.start < a.start) return true;
  if (a.start === b.start && a.end === b.end) return false;
  const end = a.end ?? Number.POSITIVE_INFINITY;
  if (b.start > end) return false;
  // By its date the later phase may begin within the last year of the one before.
  const dated = phase.startBasis === 'text' || phase.startBasis === 'judged' || before.endBasis === 'text' || before.endBasis === 'judged';
  return !(dated && a.end !== null && fiscalYearOf(b.start) === fiscalYearOf(a.end) && b.start > a.start);
}

/** Whether the period ends after it begins; one that does not is another rule's finding. */
function isForward({ period }: Phase): boolean {
  return period.end === null || period.end >= period.start;
}

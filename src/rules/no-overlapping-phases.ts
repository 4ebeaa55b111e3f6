import { isTwice, overlapsOf } from '../model/overlaps.js';
import { tracksOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/**
 * The phases of a track follow one another. Two phases of one cell share its whole period; a phase that begins, by its date or by judgement,
 * in the last year of the one before does not contradict it. One phase is not written twice.
 */
export const rule: Rule = {
  code: 'no-overlapping-phases',
  severity: 'error',
  contradiction: true,
  summary: { ja: '行の工程は順に並び、重ならない', en: 'the phases of a track follow one another without overlap' },
  cure: {
    ja: '期間を直すか、並行して進むものは別の行に分けてください',
    en: 'mend the period, or move what runs beside it to a track of its own',
  },
  example: { bad: 'phases:\n- 2021-2022: 検討\n- 2022-: 実施', good: 'phases:\n- 2021: 検討\n- 2022-: 実施' },
  // A year that is wrong is told as that.
  yieldsTo: ['phases-in-window'],
  *check(roadmap) {
    for (const track of tracksOf(roadmap)) {
      for (const { phase, clash } of overlapsOf(track)) {
        const isSame = isTwice(clash, phase);
        const late = clash.period.start > phase.period.start;
        yield {
          message: isSame
            ? { ja: '同じ工程が、同じ行に二度書かれています', en: 'the same phase is written twice in its row' }
            : late
              ? {
                  ja: `\`${phase.written}\` の工程が、後から始まる \`${clash.written}\` の工程より後に書かれています`,
                  en: `the phase \`${phase.written}\` stands behind \`${clash.written}\`, which begins later`,
                }
              : {
                  ja: `期間 \`${phase.written}\` が、前の工程の \`${clash.written}\` と重なっています`,
                  en: `the period \`${phase.written}\` overlaps \`${clash.written}\` of the phase before`,
                },
          ...(isSame && { help: { ja: '一方を消すか、写し違いを直してください', en: 'delete one of them, or mend what was miscopied' } }),
          ...(late && { help: { ja: '始まりの早い順に並べてください', en: 'put the phase that begins first before the other' } }),
          location: phase.location.key(phase.written),
          related: [{ message: { ja: '前の工程はここです', en: 'the phase before' }, location: clash.location.key(clash.written) }],
          on: phase,
        };
      }
    }
  },
};

import { formatPeriod, monthsIn } from '../model/period.js';
import { writtenIn } from '../model/series.js';
import { tracksOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** The phases of a row follow one another without a year between: in a table a cell runs until the next one begins. */
export const rule: Rule = {
  code: 'track-gaps',
  severity: 'warning',
  yieldsTo: ['phase-order', 'phases-in-window', 'no-overlapping-phases', 'dates-in-text'],
  summary: { ja: '行の工程の間に、空いた年度がない', en: 'no year stands empty between the phases of a row' },
  cure: {
    ja: '前の工程の終わりか、この工程の始まりを確かめてください。空いた欄の印字なら理由を `allow` に書きます',
    en: 'check where the one before ends and this one begins; where an empty cell is printed, say so in `allow`',
  },
  example: { bad: 'phases:\n- 2021: 検討\n- 2023-: 実施', good: 'phases:\n- 2021-2022: 検討\n- 2023-: 実施' },
  *check(roadmap) {
    for (const track of tracksOf(roadmap)) {
      const phases = writtenIn(track);
      for (const [index, phase] of phases.entries()) {
        const [first] = phases;
        if (index === 0 || !first || phases[index - 1]?.period.end === phase.period.start - 1) continue;
        const before = phases.slice(0, index);
        if (before.some(({ period }) => period.end === null || period.end < period.start || period.end >= phase.period.start - 1)) continue;
        const last = before.reduce((one, other) => ((other.period.end ?? 0) > (one.period.end ?? 0) ? other : one), first);
        const { grain } = phase.period;
        const gap = formatPeriod({
          start: (last.period.end ?? 0) + 1,
          end: phase.period.start - 1,
          grain: monthsIn[last.period.grain] < monthsIn[grain] ? last.period.grain : grain,
        });
        yield {
          message: {
            ja: `\`${last.written}\` の工程と \`${phase.written}\` の工程の間の ${gap} が空いています`,
            en: `nothing stands in ${gap}, between the phases \`${last.written}\` and \`${phase.written}\``,
          },
          location: phase.location.key(phase.written),
          related: [{ message: { ja: '前の工程はここです', en: 'the phase before' }, location: last.location.key(last.written) }],
          on: phase,
        };
      }
    }
  },
};

import { didYouMean } from '../diagnostics/suggest.js';
import { formatPeriod, monthsIn } from '../model/period.js';
import { phasesOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** The years that a period turned round may span. */
const mostYears = 50;

/** A phase ends in or after the fiscal year it begins in. */
export const rule: Rule = {
  code: 'phase-order',
  severity: 'error',
  contradiction: true,
  summary: { ja: '工程は、始まった年度かその後に終わる', en: 'a phase ends in or after the fiscal year it begins in' },
  cure: { ja: '始まりと終わりを確かめてください', en: 'check its beginning and its end' },
  example: { bad: '- 2024-2022: 検討', good: '- 2022-2024: 検討' },
  *check(roadmap) {
    for (const phase of phasesOf(roadmap)) {
      const { start, end, grain } = phase.period;
      if (end === null || end >= start) continue;
      const last = formatPeriod({ start: end - monthsIn[grain] + 1, end: null, grain });
      const turned = last + formatPeriod({ start, end: null, grain }).slice(0, -1);
      yield {
        message: {
          ja: `期間 \`${phase.written}\` は、終わりが始まりより前です`,
          en: `the period \`${phase.written}\` ends before it begins`,
        },
        // What would reach so far is a year that was mistyped, and no two that were turned round.
        ...(start - end < 12 * mostYears && { help: didYouMean(turned), suggestion: turned }),
        location: phase.location.key(phase.written),
        on: phase,
      };
    }
  },
};

import { formatPeriod } from '../model/period.js';
import { phasesOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** A phase lies inside the columns of its section's table. */
export const rule: Rule = {
  code: 'phases-in-window',
  severity: 'error',
  summary: { ja: '工程は、表の年度の中にある', en: 'a phase lies inside the fiscal years that its table shows' },
  cure: {
    ja: '年度を確かめるか、plan.yaml の window（節の columns）を広げてください。表の右端に達して終わりの印字がない工程は `2022-` と書きます',
    en: 'check the year, or widen `window` in plan.yaml (`columns` of the section); a bar that reaches the edge without a printed end is `2022-`',
  },
  example: { bad: '# window: 2021-2025\n- 2024-2027: 検討', good: '- 2024-: 検討' },
  *check(roadmap) {
    for (const phase of phasesOf(roadmap)) {
      const { start, end } = phase.period;
      const { columns } = phase.track.measure.section;
      const [first, last] = [columns[0], columns.at(-1)];
      if (!first || !last || (end !== null && end < start)) continue;
      const outside = start < first.start || (!last.open && (end ?? start) > last.end) || start > last.end;
      if (!outside || (last.open && start >= first.start)) continue;
      const window = formatPeriod({ start: first.start, end: last.end, grain: first.grain });
      yield {
        message: {
          ja: `期間 \`${phase.written}\` は、表の年度 ${window} からはみ出しています`,
          en: `the period \`${phase.written}\` reaches outside ${window}, the years of the table`,
        },
        location: phase.location.key(phase.written),
        on: phase,
      };
    }
  },
};

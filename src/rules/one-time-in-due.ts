import { namesAnotherTime } from '../model/dates.js';
import { writtenPhasesOf } from '../model/series.js';
import type { Rule } from './rule.js';

/** A `due` names one time: of two, only the first would count. */
export const rule: Rule = {
  code: 'one-time-in-due',
  severity: 'warning',
  summary: { ja: '一つの due は、一つの時期', en: 'a `due` names one time' },
  cure: {
    ja: '時期ごとに分けて並びで書いてください。期間なら、終わりだけを書いてください',
    en: 'write a list with one time in each; of a range, its end alone',
  },
  example: {
    bad: '- 2022-: 令和5年度末までに試行し、令和8年度末までに拡大\n  due: 令和5年度末、令和8年度末',
    good: '- 2022-: 令和5年度末までに試行し、令和8年度末までに拡大\n  due: [令和5年度末, 令和8年度末]',
  },
  *check(roadmap) {
    for (const phase of writtenPhasesOf(roadmap))
      for (const due of phase.dues)
        if (namesAnotherTime(due))
          yield {
            message: {
              ja: `期限 \`${due.text}\` には時期が二つ以上あり、最初のものだけが期限になります`,
              en: `the due date \`${due.text}\` names more than one time, and only the first counts`,
            },
            location: due.location,
            on: phase,
          };
  },
};

import { firstMonthOf, fiscalYearOf, lastMonthOf } from '../model/fiscal-year.js';
import { formatPeriod } from '../model/period.js';
import { milestonesOf, phasesOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** Every fiscal year of the plan's window is touched by a phase or a dated point. */
export const rule: Rule = {
  code: 'empty-years',
  severity: 'warning',
  summary: { ja: '計画の年度には、どれにも何かがある', en: 'something touches every fiscal year of the window' },
  cure: { ja: 'plan.yaml の `window` を確かめてください', en: 'check `window` in plan.yaml' },
  example: { bad: 'window: 2020-2025   # 工程はどれも2021年度から', good: 'window: 2021-2025' },
  *check(roadmap) {
    const { plan, complete } = roadmap;
    const phases = phasesOf(roadmap);
    // An empty plan has no year to miss.
    if (!complete || phases.length === 0) return;
    const months = milestonesOf(roadmap).flatMap(({ month, completed }) => (month === undefined || completed ? [] : [month]));
    const empty: number[] = [];
    for (let fy = fiscalYearOf(plan.window.start); fy <= fiscalYearOf(plan.window.end ?? plan.window.start); fy += 1) {
      const [first, last] = [firstMonthOf(fy), lastMonthOf(fy)];
      const touched =
        phases.some(({ period }) => period.start <= last && (period.end === null || period.end >= first)) ||
        months.some((month) => first <= month && month <= last);
      if (!touched) empty.push(fy);
    }
    if (empty.length === 0) return;
    const window = formatPeriod(plan.window);
    yield {
      message: {
        ja: `計画の年度 ${window} のうち、${empty.join('・')} 年度には何もありません`,
        en: `nothing stands in ${empty.join(', ')}, of the plan's ${window}`,
      },
      location: plan.location.at('window'),
      on: plan,
    };
  },
};

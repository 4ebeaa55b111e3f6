import { dayOf } from '../model/day.js';
import { kpisOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** A KPI has one value a date, whether the plan or a report states it. */
export const rule: Rule = {
  code: 'actuals-agree',
  severity: 'error',
  contradiction: true,
  summary: { ja: 'KPIの実績は、同じ日付に一つの値', en: 'a KPI has one actual value a date' },
  cure: { ja: '正しい方の値だけを残してください', en: 'keep the right value only' },
  example: {
    bad: '# 計画\nactuals: { 2024-03-31: 96.6 }\n# 報告\nactuals: { coverage: { 2024-03-31: 97 } }',
    good: '# 計画\nactuals: { 2023-03-31: 96.6 }\n# 報告\nactuals: { coverage: { 2024-03-31: 97 } }',
  },
  *check(roadmap) {
    for (const kpi of kpisOf(roadmap)) {
      for (const [index, { date, value, location }] of kpi.actuals.entries()) {
        const other = kpi.actuals.slice(0, index).find((before) => dayOf(before.date) === dayOf(date) && before.value !== value);
        if (!other) continue;
        yield {
          message: {
            ja: `\`${kpi.id}\` の ${date} の実績が \`${other.value}\` と \`${value}\` の二つあります`,
            en: `\`${kpi.id}\` has two actuals for ${date}: \`${other.value}\` and \`${value}\``,
          },
          location,
          related: [{ message: { ja: 'もう一つはここです', en: 'the other one is here' }, location: other.location }],
          on: kpi,
        };
      }
    }
  },
};

import type { ProgressReport } from '../model/roadmap.js';
import type { Rule } from './rule.js';

/** A track or a measure has at most one report a fiscal year: the newest state replaces the one before. */
export const rule: Rule = {
  code: 'one-report',
  severity: 'error',
  summary: { ja: '一つの項目の報告は、一つの年度に一つ', en: 'an item has one report a fiscal year' },
  cure: { ja: '報告を一つにまとめ、時点（asOf）を新しくしてください', en: 'make one report of them, with the newer `asOf`' },
  example: {
    bad: 'fy: 2023\nreports:\n- on: lost-property\n  status: 措置中\n- on: lost-property\n  status: 措置済',
    good: 'fy: 2023\nreports:\n- on: lost-property\n  status: 措置済',
  },
  *check({ reports }) {
    const first = new Map<string, ProgressReport>();
    for (const report of reports) {
      const key = `${report.fy} ${report.on.id}`;
      const before = first.get(key);
      if (!before) {
        first.set(key, report);
        continue;
      }
      yield {
        message: {
          ja: `\`${report.on.id}\` の${report.fy}年度の報告が二つあります`,
          en: `\`${report.on.id}\` has a second report for fiscal ${report.fy}`,
        },
        location: report.location.at('on'),
        related: [{ message: { ja: '最初の報告はここです', en: 'the first one is here' }, location: before.location.at('on') }],
        on: report,
      };
    }
  },
};

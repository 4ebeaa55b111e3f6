import { monthIn } from '../model/day.js';
import { extentOf, phasesBelow } from '../model/extent.js';
import { firstMonthOf, lastMonthOf } from '../model/fiscal-year.js';
import { endFy, formatPeriod } from '../model/period.js';
import { Reported } from '../model/reported.js';
import type { ProgressReport } from '../model/roadmap.js';
import type { Rule } from './rule.js';

/**
 * Progress is reported for a year that the row touches: not before its first phase, nor after a printed end, unless it answers for
 * what no earlier report calls done. The table's first column proves no beginning. The day it is told of (`asOf`) is not before the last month of the year before.
 */
export const rule: Rule = {
  code: 'progress-years',
  severity: 'warning',
  summary: {
    ja: '進捗は、行の工程がある年度か、その後の実施済みになるまでの年度について報告する',
    en: 'progress is reported for a year that the row touches, or one behind it until it is done',
  },
  cure: { ja: '報告の年度と対象を確かめてください', en: 'check the year of the report, and what it is about' },
  example: {
    bad: '# 6-5-systems.yaml: - 2022-2023: 検討\nfy: 2021\nreports:\n- on: lost-property\n  status: 措置中',
    good: '# 6-5-systems.yaml: - 2022-2023: 検討\nfy: 2022\nreports:\n- on: lost-property\n  status: 措置中',
  },
  *check(roadmap) {
    // The day may stand once for all reports of a file.
    const told = new Set<string>();
    const reported = new Reported(roadmap);
    for (const report of roadmap.reports) {
      if (report.asOf !== undefined && monthIn(report.asOf) < firstMonthOf(report.fy) - 1) {
        const day = `${report.location.file.path} ${report.asOf}`;
        if (told.has(day)) continue;
        told.add(day);
        yield {
          message: {
            ja: `${report.fy}年度の報告ですが、時点 \`${report.asOf}\` はその年度より前です`,
            en: `the report is for ${report.fy}, and told of \`${report.asOf}\`, which is before that year`,
          },
          help: {
            ja: '報告の年度（`fy`）か、時点（`asOf`）を直してください',
            en: 'mend the year (`fy`) or the day (`asOf`) of the report',
          },
          location: report.location.at('on'),
          on: report,
        };
        continue;
      }
      const extent = extentOf(report.on);
      if (!extent) continue;
      const { start, end, first, last } = extent;
      const { columns } = first.track.measure.section;
      // The first column proves no beginning: an earlier edition may have had it already.
      const early = lastMonthOf(report.fy) < start && start > (columns[0]?.start ?? start);
      const late = end !== null && firstMonthOf(report.fy) > end && !isAwaited(report, reported);
      if (!early && !late) continue;
      const blamed = early ? first : last;
      yield {
        message: early
          ? {
              ja: `${report.fy}年度の報告ですが、\`${report.on.id}\` は \`${formatPeriod(first.period)}\` に始まります`,
              en: `the report is for ${report.fy}, and \`${report.on.id}\` begins in \`${formatPeriod(first.period)}\``,
            }
          : {
              ja: `${report.fy}年度の報告ですが、\`${report.on.id}\` は \`${formatPeriod(last.period)}\` で終わっています`,
              en: `the report is for ${report.fy}, and \`${report.on.id}\` ended with \`${formatPeriod(last.period)}\``,
            },
        location: report.location.at('on'),
        related: [{ message: { ja: '工程はここです', en: 'the phase' }, location: blamed.location.key(blamed.written) }],
        on: report,
      };
    }
  },
};

/** Whether something of its item has ended of which the reports until then say that it is not done, or nothing that this one tells. */
function isAwaited({ on, fy, status }: ProgressReport, reported: Reported): boolean {
  return phasesBelow(on).some((phase) => {
    const end = endFy(phase.period);
    if (end === null || end >= fy) return false;
    const { outcome } = reported.outcome(phase, end, fy - 1);
    return outcome === 'not-done' || (outcome === 'unreported' && status !== undefined);
  });
}

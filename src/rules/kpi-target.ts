import { kpisOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** A KPI has a target, and the target a year; one that is still to be set says in which year. */
export const rule: Rule = {
  code: 'kpi-target',
  severity: 'warning',
  summary: { ja: 'KPIには目標があり、目標には年度がある', en: 'a KPI has a target, and the target a year' },
  cure: {
    ja: '`target: { 2025: 60 }` のように書いてください。未定なら `undetermined`、年度の印字がなければ理由を `allow` に書きます',
    en: 'write `target: { 2025: 60 }`, or `undetermined`; where no year is printed, say so in `allow`',
  },
  example: {
    bad: '- id: kpi-use\n  name: 利用率\n  unit: "%"\n  target: 60',
    good: '- id: kpi-use\n  name: 利用率\n  unit: "%"\n  target: { 2025: 60 }',
  },
  *check(roadmap) {
    for (const kpi of kpisOf(roadmap)) {
      const { value, fy, undetermined } = kpi.target;
      if (undetermined || (value !== null && fy !== null)) continue;
      yield value === null
        ? {
            message: { ja: `KPI \`${kpi.name}\` に目標がありません`, en: `the KPI \`${kpi.name}\` has no target` },
            location: kpi.location.at('name'),
            on: kpi,
          }
        : {
            message: { ja: `KPI \`${kpi.name}\` の目標に年度がありません`, en: `the target of the KPI \`${kpi.name}\` has no year` },
            location: kpi.location.at('target'),
            on: kpi,
          };
    }
  },
};

import { findDates } from '../model/dates.js';
import { hasFalseTwin } from '../model/due-claims.js';
import type { Milestone, Roadmap } from '../model/roadmap.js';
import { milestonesOf, sectionOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/**
 * A milestone lies in the years of the table or near them: no farther away than the table is long. What is completed lies before the edition
 * that says so, or in the first year of the table; it may be as old as it is.
 */
export const rule: Rule = {
  code: 'milestone-dates',
  severity: 'warning',
  summary: {
    ja: '▲の日付は表の年度から遠くなく、実施済みの日付は版より後でない',
    en: 'a milestone is not far from the years of the table, and what is completed is not dated after the edition',
  },
  cure: {
    ja: '日付を確かめてください。印字どおりなら、理由を `allow` に書いて残します',
    en: 'check the date; where it is printed so, say why in `allow`',
  },
  example: { bad: '# window: 2021-2025\nmilestones:\n- 2052-10: 本格運用', good: 'milestones:\n- 2025-10: 本格運用' },
  *check(roadmap) {
    const edition = editionEnd(roadmap);
    for (const milestone of milestonesOf(roadmap)) {
      const { month, date, completed, on, location } = milestone;
      const [first, last] = edgesOf(on);
      if (month === undefined || date === undefined || first === undefined || last === undefined) continue;
      const tooLate = completed && edition !== undefined && month > Math.max(edition, first + 11);
      const span = last - first + 1;
      const isFar = month > last + span || (!completed && month < first - span);
      if (!tooLate && !isFar) continue;
      yield {
        message: tooLate
          ? {
              ja: `実施済みの日付 \`${date}\` が、版「${roadmap.plan.edition}」より後です`,
              en: `what is completed is dated \`${date}\`, after the edition 「${roadmap.plan.edition}」`,
            }
          : { ja: `日付 \`${date}\` が、表の年度から遠く離れています`, en: `the date \`${date}\` is far from the years of the table` },
        location: location.key(),
        on: milestone,
      };
    }
  },
};

/** The last month that the name of the edition can mean. */
function editionEnd({ plan }: Roadmap): number | undefined {
  const [named] = findDates(plan.edition);
  return named && named.precision !== 'decade' && !hasFalseTwin(named) ? named.to : undefined;
}

function edgesOf(on: Milestone['on']): (number | undefined)[] {
  const { columns } = sectionOf(on);
  return [columns[0]?.start, columns.at(-1)?.end];
}

import { extentOf } from '../model/extent.js';
import { fiscalYearOf } from '../model/fiscal-year.js';
import { formatPeriod } from '../model/period.js';
import type { Phase } from '../model/roadmap.js';
import { relationsOf } from '../model/walk.js';
import { circlesOf } from './needs-circle.js';
import type { Rule } from './rule.js';

/** What needs another begins when that one is done: when it has ended, or, where no end is printed, when its last phase begins. */
export const rule: Rule = {
  code: 'needs-order',
  severity: 'warning',
  contradiction: true,
  yieldsTo: ['phase-order', 'phases-in-window', 'no-overlapping-phases', 'track-gaps', 'dates-in-text'],
  summary: { ja: '`needs` の相手が終わってから始まる', en: 'what needs another begins when that one is done' },
  cure: {
    ja: '年度を確かめるか、終わりを待たないものなら `needs` を `see` にしてください',
    en: 'check the years, or make it `see` where one does not wait for the other',
  },
  example: {
    bad: '- id: build\n  phases:\n  - 2021-2023: 整備\n- id: run\n  related: [{ needs: build }]\n  phases:\n  - 2023-: 運用',
    good: '- id: build\n  phases:\n  - 2021-2022: 整備\n- id: run\n  related: [{ needs: build }]\n  phases:\n  - 2023-: 運用',
  },
  *check(roadmap) {
    const needs = relationsOf(roadmap).filter(({ relation }) => relation.kind === 'needs');
    const circling = new Set(needs.length > 0 ? circlesOf(roadmap).flat() : []);
    for (const { relation, on } of needs) {
      if (circling.has(relation)) continue;
      const [own, needed] = [extentOf(on), extentOf(relation.target)];
      if (!own || !needed || own.start >= (needed.end ?? needed.last.period.start) || mayFollow(own.first, needed.last)) continue;
      const [first, last] = [own.first, needed.last];
      yield {
        message: {
          ja: `\`${on.id}\`（${formatPeriod(first.period)}）は、必要とする \`${relation.to}\`（${formatPeriod(last.period)}）が終わる前に始まります`,
          en: `\`${on.id}\` (${formatPeriod(first.period)}) begins before \`${relation.to}\` (${formatPeriod(last.period)}), which it needs, is done`,
        },
        location: relation.location,
        related: [
          { message: { ja: '始まりはここです', en: 'it begins here' }, location: first.location.key(first.written) },
          { message: { ja: '必要とするものはここで終わります', en: 'what it needs ends here' }, location: last.location.key(last.written) },
        ],
        on,
        against: [first, last],
      };
    }
  },
};

/** By its date a phase may begin in the last year of the one it needs. */
function mayFollow(phase: Phase, before: Phase): boolean {
  const { end } = before.period;
  return phase.startBasis === 'text' && end !== null && fiscalYearOf(phase.period.start) === fiscalYearOf(end);
}

import { claimsOfPhase, hasFalseTwin } from '../model/due-claims.js';
import { monthsIn } from '../model/period.js';
import { writtenPhasesOf } from '../model/series.js';
import type { Rule } from './rule.js';

/** A period that rests on the text (`basis: text`) begins or ends in a year that the text names. */
export const rule: Rule = {
  code: 'basis-in-text',
  severity: 'warning',
  summary: {
    ja: '`basis: text` の期間は、文の年に始まるか終わる',
    en: 'a period with `basis: text` begins or ends in a year that the text names',
  },
  cure: {
    ja: '期間を文の年に合わせるか、文によらないなら `basis` を直してください',
    en: 'make the period follow the text, or mend `basis` where it does not rest on it',
  },
  example: {
    bad: '- 2022-: 運用開始 (令和6年1月～)\n  basis: text',
    good: '- 2023-: 運用開始 (令和6年1月～)\n  basis: text',
  },
  *check(roadmap) {
    for (const phase of writtenPhasesOf(roadmap)) {
      if (phase.startBasis !== 'text') continue;
      const { start, end, grain } = phase.period;
      const claims = claimsOfPhase(roadmap, phase);
      const units = [start, ...(end === null ? [] : [end - monthsIn[grain] + 1])];
      const bears = claims.some(({ mention }) => units.some((unit) => mention.from <= unit + monthsIn[grain] - 1 && mention.to >= unit));
      const [claim] = claims.filter(({ kind }) => kind !== 'name');
      if (bears || hasFalseTwin(claim?.mention)) continue;
      yield {
        message: claim
          ? {
              ja: `期間 \`${phase.written}\` は文によるとありますが、文は \`${claim.mention.text}\` です`,
              en: `the period \`${phase.written}\` is said to rest on the text, which says \`${claim.mention.text}\``,
            }
          : {
              ja: `期間 \`${phase.written}\` は文によるとありますが、文に年がありません`,
              en: `the period \`${phase.written}\` is said to rest on the text, which names no year`,
            },
        location: claim?.location ?? phase.location.at('basis'),
        related: [{ message: { ja: '工程の期間はここです', en: 'the period of the phase' }, location: phase.location.key(phase.written) }],
        on: phase,
      };
    }
  },
};

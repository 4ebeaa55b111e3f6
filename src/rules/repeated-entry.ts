import { isFirstOfSeries } from '../model/series.js';
import { itemsOf, relationsOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** A department leads an item once, and a thing is related to another once in each way: what stands twice would be two rows of one key. */
export const rule: Rule = {
  code: 'repeated-entry',
  severity: 'error',
  summary: { ja: '担当と関係は、一つの項目に一度ずつ書く', en: 'an item names a department and a relation once' },
  cure: {
    ja: '一方を消してください。別のものを指すつもりなら、IDを確かめてください',
    en: 'remove one of the two, or check its id if it means another',
  },
  example: {
    bad: 'leads: [mic, digital-agency, mic]',
    good: 'leads: [mic, digital-agency]',
  },
  *check(roadmap) {
    for (const on of itemsOf(roadmap)) {
      for (const [index, { id }] of on.leads.entries()) {
        const first = on.leads.findIndex((lead) => lead.id === id);
        if (first === index) continue;
        yield {
          message: { ja: `\`${id}\` が二度書かれています`, en: `\`${id}\` is written twice` },
          location: on.location.at('leads', index),
          related: [{ message: { ja: '一度目はここです', en: 'first here' }, location: on.location.at('leads', first) }],
          on,
        };
      }
    }
    // Things of one id are two things; that is told of the id.
    const known = new Map<unknown, Map<string, ReturnType<typeof relationsOf>[number]>>();
    for (const one of relationsOf(roadmap)) {
      const { relation, on } = one;
      if (on.kind === 'phase' && !isFirstOfSeries(on)) continue;
      const key = `${relation.kind}\0${relation.target.id}`;
      const own = known.get(on) ?? new Map<string, typeof one>();
      known.set(on, own);
      const first = own.get(key);
      if (!first) own.set(key, one);
      else
        yield {
          message: {
            ja: `\`${relation.kind}: ${relation.to}\` が二度書かれています`,
            en: `\`${relation.kind}: ${relation.to}\` is written twice`,
          },
          location: relation.location,
          related: [{ message: { ja: '一度目はここです', en: 'first here' }, location: first.relation.location }],
          on,
        };
    }
  },
};

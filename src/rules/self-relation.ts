import { relationsOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** Nothing is the same as itself, nor refers to itself; that it needs itself is told by `needs-circle`. */
export const rule: Rule = {
  code: 'self-relation',
  severity: 'warning',
  summary: { ja: '`same` と `see` は自分自身を指さない', en: 'nothing names itself in `same` or `see`' },
  cure: { ja: '相手のIDに直すか、その関係を消してください', en: 'write the id of the other thing, or remove the relation' },
  example: {
    bad: '- id: port-a\n  related: [{ same: port-a }]',
    good: '- id: port-a\n  related: [{ same: port-b }]',
  },
  *check(roadmap) {
    for (const { relation, on } of relationsOf(roadmap)) {
      if (relation.kind === 'needs' || relation.target !== on) continue;
      const words = `${relation.kind}: ${relation.to}`;
      yield {
        message: { ja: `\`${words}\` が自分自身を指しています`, en: `\`${words}\` names the thing itself` },
        location: relation.location,
        on,
      };
    }
  },
};

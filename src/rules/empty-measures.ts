import type { Measure, Track } from '../model/roadmap.js';
import { itemsOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** A measure has something below it, and a row has something in it: phases, dated points, what was completed, or a KPI. */
export const rule: Rule = {
  code: 'empty-measures',
  severity: 'warning',
  summary: { ja: '施策には取組が、行には工程がある', en: 'a measure has something below it, and a row something in it' },
  cure: {
    ja: '取組の行を足すか、見出しだけなら理由を `allow` に書いてください',
    en: 'add what is missing; where only the heading is printed, say so in `allow`',
  },
  example: {
    bad: '- id: data\n  title: データ',
    good: '- id: data\n  title: データ\n  tracks:\n  - id: data-policy\n    phases:\n    - 2021-: 方針の策定',
  },
  *check(roadmap) {
    if (!roadmap.complete) return;
    for (const item of itemsOf(roadmap)) {
      if (!isEmpty(item) || (item.kind === 'track' && item.measure.tracks.every(isEmpty) && isBare(item.measure))) continue;
      yield item.kind === 'measure'
        ? {
            message: { ja: `施策 \`${item.title}\` に取組がありません`, en: `nothing stands below the measure \`${item.title}\`` },
            location: item.location.at('title'),
            on: item,
          }
        : {
            message: { ja: `取組の行 \`${item.id}\` に工程がありません`, en: `there is no phase in the row \`${item.id}\`` },
            location: item.location.at('id'),
            on: item,
          };
    }
  },
};

function isEmpty(item: Measure | Track): boolean {
  return isBare(item) && (item.kind === 'track' ? item.phases.length === 0 : item.tracks.every(isEmpty));
}

/** Whether it has neither children nor anything of its own but rows. */
function isBare(item: Measure | Track): boolean {
  const own = item.milestones.length + item.completed.length + item.kpis.length;
  return own === 0 && (item.kind === 'track' || item.children.length === 0);
}

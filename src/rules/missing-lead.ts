import { leadsOf, measuresOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** Every row has a department that answers for it, its own or that of a measure around it. Off, since many plans print none. */
export const rule: Rule = {
  code: 'missing-lead',
  severity: 'off',
  summary: { ja: 'どの取組にも担当の部局がある', en: 'every row has a department that answers for it' },
  cure: { ja: '施策か行に `leads: [部局のID]` を書いてください', en: 'add `leads: [id]` to the measure or the row' },
  example: { bad: '- id: data\n  title: データ\n  tracks: …', good: '- id: data\n  title: データ\n  leads: [digital-agency]\n  tracks: …' },
  *check(roadmap) {
    if (!roadmap.complete) return;
    for (const measure of measuresOf(roadmap)) {
      const without = measure.tracks.filter((track) => leadsOf(track).length === 0);
      const [track] = without;
      if (!track) continue;
      // One message for a measure none of whose rows has one.
      const whole = without.length === measure.tracks.length;
      yield {
        message: whole
          ? { ja: `施策 \`${measure.title}\` に担当がありません`, en: `no department answers for the measure \`${measure.title}\`` }
          : { ja: `取組の行 \`${track.id}\` に担当がありません`, en: `no department answers for the row \`${track.id}\`` },
        location: whole ? measure.location.at('title') : track.location.at('id'),
        on: whole ? measure : track,
      };
    }
  },
};

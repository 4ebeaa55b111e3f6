import type { Section } from '../model/roadmap.js';
import { sectionsOf } from '../model/walk.js';
import type { Location } from '../source/location.js';
import type { Rule } from './rule.js';

/** The years that a table shows go forward, and there are some. */
export const rule: Rule = {
  code: 'column-order',
  severity: 'error',
  summary: { ja: '表の年度は、前から後ろへ並ぶ', en: 'the years of a table go forward' },
  cure: {
    ja: '最初の年度から順に、重ならないように書いてください',
    en: 'write them from the first on, none of them twice',
  },
  example: { bad: 'window: 2025-2021', good: 'window: 2021-2025' },
  *check(roadmap) {
    const { plan } = roadmap;
    const told = new Set<string>();
    for (const section of sectionsOf(roadmap)) {
      if (goForward(section)) continue;
      const key = placesOf(section.location, plan.location).find(({ location, name }) => location.file.spans.key([name]) !== undefined);
      if (!key) continue;
      const location = key.location.at(key.name);
      const { file, start, end } = location.span;
      if (told.has(`${file.path} ${start}`)) continue;
      told.add(`${file.path} ${start}`);
      const written = file.text.slice(start, end);
      yield {
        message: {
          ja: `\`${key.name}\` の \`${written}\` は、前から後ろへ並んだ年度ではありません`,
          en: `\`${written}\` of \`${key.name}\` are no years that go forward`,
        },
        location,
      };
    }
  },
};

function goForward({ columns }: Section): boolean {
  return columns.length > 0 && columns.every(({ start, end }, index) => end >= start && start > (columns[index - 1]?.end ?? -1));
}

/** Where the columns may be written: the section's own before the plan's. */
function placesOf(section: Location, plan: Location): { location: Location; name: string }[] {
  return [section, plan].flatMap((location) => ['columns', 'window'].map((name) => ({ location, name })));
}

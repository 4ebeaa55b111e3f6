import { formatPeriod } from '../model/period.js';
import type { Plan, Section } from '../model/roadmap.js';
import { sectionsOf } from '../model/walk.js';
import type { Location } from '../source/location.js';
import type { Rule } from './rule.js';

/** The years that a table shows go forward without a gap, and there are some. */
export const rule: Rule = {
  code: 'column-order',
  severity: 'error',
  summary: { ja: '表の年度は、前から後ろへ、間を空けずに並ぶ', en: 'the years of a table go forward, none of them left out' },
  cure: {
    ja: '最初の年度から順に、重ならないように書いてください',
    en: 'write them from the first on, none of them twice',
  },
  example: { bad: 'window: 2025-2021', good: 'window: 2021-2025' },
  *check(roadmap) {
    const { plan } = roadmap;
    const told = new Set<string>();
    for (const section of sectionsOf(roadmap)) {
      // Years that cannot be read are told as that.
      if (section.columns.length === 0 && Number.isNaN(plan.window.start)) continue;
      const fault = faultIn(section);
      const location = fault && blamed(section, plan);
      if (!location) continue;
      const { file, start, end } = location.span;
      if (told.has(`${file.path} ${start}`)) continue;
      told.add(`${file.path} ${start}`);
      const name = location.path.at(-1);
      const written = file.text.slice(start, end);
      yield {
        ...(fault.missing === undefined
          ? {
              message: {
                ja: `\`${name}\` の \`${written}\` は、前から後ろへ並んだ年度ではありません`,
                en: `\`${written}\` of \`${name}\` are no years that go forward`,
              },
            }
          : {
              message: {
                ja: `\`${name}\` の \`${written}\` に ${fault.missing} の列がありません`,
                en: `\`${written}\` of \`${name}\` has no column for ${fault.missing}`,
              },
              help: {
                ja: '間の年度の列も書き足してください。列のない年度の工程は、ほかの年度の列に描かれてしまいます',
                en: 'add the years between: a phase of a year without a column would be drawn in the column of another',
              },
            }),
        location,
      };
    }
  },
};

/** What is wrong with the columns of a table: their order, or a period between them that none of them shows. */
function faultIn({ columns }: Section): { missing?: string } | undefined {
  if (columns.length === 0) return {};
  for (const [index, { start, end, grain }] of columns.entries()) {
    const before = columns[index - 1];
    if (end < start || (before && start <= before.end)) return {};
    if (before && start > before.end + 1) return { missing: formatPeriod({ start: before.end + 1, end: start - 1, grain }) };
  }
  return undefined;
}

/** Where the columns are written, the section's own before the plan's; a word for their kind leaves it to the window that there are none. */
function blamed({ columns, location: section }: Section, { location: plan }: Plan): Location | undefined {
  const places = [section, plan].flatMap((location) => (['columns', 'window'] as const).map((name) => location.at(name)));
  return places.find(({ file, path, span }) => {
    if (file.spans.key(path) === undefined) return false;
    return path.at(-1) === 'window' || columns.length > 0 || !/^\w/.test(file.text.slice(span.start));
  });
}

import { fiscalYearIn } from '../model/day.js';
import { fold } from '../model/fold.js';
import type { Kpi } from '../model/roadmap.js';
import { kpisOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/** A KPI's target lies behind its base: later, and in the direction that is better; the printed words name the same figure. */
export const rule: Rule = {
  code: 'kpi-figures',
  severity: 'warning',
  summary: {
    ja: 'KPIの目標は、基準値より後の年度で、良い向きにあり、印字の数と同じ',
    en: 'the target of a KPI is later than its base, better than it, and the figure that is printed',
  },
  cure: {
    ja: '印字を見て、目標・基準値・`better` を確かめてください。減るほど良いなら `better: less` と書きます',
    en: 'check target, base and `better` against the print; where less is better, write `better: less`',
  },
  example: {
    bad: 'unit: 世帯\ntarget: { 2025: 170000 }\nbase: { 2021: 530000 }',
    good: 'unit: 世帯\ntarget: { 2025: 170000 }\nbase: { 2021: 530000 }\nbetter: less',
  },
  *check(roadmap) {
    for (const kpi of kpisOf(roadmap)) {
      const { base, target, better, location } = kpi;
      const { value, fy } = target;
      const baseYear = base?.date === undefined ? undefined : fiscalYearIn(base.date);
      const related = [{ message: { ja: '基準値はここです', en: 'the base' }, location: location.at('base') }];
      if (fy !== null && baseYear !== undefined && fy < baseYear)
        yield {
          message: {
            ja: `目標の年度 \`${fy}\` が、基準値の \`${base?.date}\` より前です`,
            en: `the target is for ${fy}, before \`${base?.date}\`, the date of the base`,
          },
          location: location.at('target'),
          related,
          on: kpi,
        };
      else if (value !== null && base?.value !== undefined && (better === 'more' ? value < base.value : value > base.value))
        yield {
          message: {
            ja: `目標の ${value} は、基準値の ${base.value} より${better === 'more' ? '小さく' : '大きく'}、良い向き（\`${better}\`）と逆です`,
            en: `the target ${value} is ${better === 'more' ? 'less' : 'more'} than the base ${base.value}, and \`${better}\` is better`,
          },
          location: location.at('target'),
          related,
          on: kpi,
        };
      const printed = value === null ? undefined : otherFigure(kpi, value);
      if (!printed) continue;
      yield {
        message: {
          ja: `印字の \`${printed}\` が、目標の ${value} と合いません`,
          en: `\`${printed}\` in the target's words does not agree with the target ${value}`,
        },
        location: location.at('printed').slice(kpi.printed?.indexOf(printed) ?? 0, printed),
        related: [{ message: { ja: '目標はここです', en: 'the target' }, location: location.at('target') }],
        on: kpi,
      };
    }
  },
};

const powers: Record<string, number> = { 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12 };

/**
 * The first figure of the printed words in the target's unit, where none of them is the target; a figure by which something changes does not
 * count.
 */
function otherFigure({ printed = '', unit }: Kpi, value: number): string | undefined {
  if (!unit) return undefined;
  const words = unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(
    `(?<![0-9０-９.,．，千万億兆])([0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)([千万億兆]?)${words}(?!(?:程度|以上)?の?(?:[減増倍]|削減|低減|向上))`,
    'g',
  );
  const figures = [...printed.matchAll(pattern)].map(([figure, number = '', power = '']) => ({
    figure,
    is: Number(fold(number).replace(/,/g, '')) * (powers[power] ?? 1),
  }));
  return figures.some(({ is }) => Math.abs(is - value) < 1e-6 * Math.max(1, Math.abs(value))) ? undefined : figures[0]?.figure;
}

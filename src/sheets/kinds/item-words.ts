import { seirekiPeriod } from '../../model/period.js';
import type { Kpi, Measure, Milestone, Phase, Section, Track } from '../../model/roadmap.js';
import { heading, leadsOf, measureOf, measurePath } from '../../model/walk.js';
import type { Column } from '../sheet.js';

/** The columns that show which item a row asks about. */
export const itemColumns: readonly Column[] = [
  { key: 'measure', header: '節・施策', width: 24, role: 'shown' },
  { key: 'item', header: '取組', width: 14, role: 'shown' },
];

/** What stands in them. */
export function itemWords(item: Track | Measure | Section): { measure: string; item: string; lead: string } {
  if (item.kind === 'section') return { measure: heading(item), item: '', lead: '' };
  const measure = measureOf(item);
  return {
    measure: [heading(measure.section), ...measurePath(measure).map(heading)].join(' ＞ '),
    item: item.kind === 'track' ? (item.label ?? '') : '',
    lead: leadsOf(item)
      .map(({ fullName }) => fullName)
      .join('\n'),
  };
}

/** `2022年度～2023年度 本文`. */
export function phaseWords(phase: Phase): string {
  return `${seirekiPeriod(phase.period)}　${phase.corrected ?? phase.text}`;
}

/** `2022-10　本文`. */
export function milestoneWords({ date, text }: Milestone): string {
  return date === undefined ? text : `${date}　${text}`;
}

/** `目標 98%（2023年度）`; of a target that is not set, the year in which it is to be. */
export function targetWords({ target, unit, printed }: Kpi): string {
  if (target.value !== null) return `目標 ${target.value}${unit}${target.fy === null ? '' : `（${target.fy}年度）`}`;
  if (printed) return `目標 ${printed}`;
  if (!target.undetermined) return '';
  return target.undetermined.setIn ? `目標は未定（${target.undetermined.setIn}年度に定める）` : '目標は未定';
}

/** Whether an item has nothing below it that is asked about instead. */
export function isLeaf(item: Track | Measure): boolean {
  return item.kind === 'track' || (item.tracks.length === 0 && item.children.length === 0);
}

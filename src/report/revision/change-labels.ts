import type { Month } from '../../model/fiscal-year.js';
import type { Change, ChangedItem, RoadmapDiff } from '../../transform/diff/change.js';
import { around, firstColumnOf, type Node, within } from '../../transform/diff/nodes.js';
import type { DiffWords } from './diff-words.js';

/** Whether an item is gone because all its years and dates lie before the new edition's window, or the later table of its section. */
export function isOver({ before, after }: ChangedItem, diff: RoadmapDiff): boolean {
  const ends = before.flatMap((node) =>
    [...within(node)].flatMap((one) => lastMonthsOf(one).map((end) => end !== null && end < tableStart(one, diff))),
  );
  return after.length === 0 && ends.length > 0 && ends.every(Boolean);
}

/** The last month of a bar, null where no end is printed, or that of a dated point. */
function lastMonthsOf({ period, entity }: Node): (Month | null)[] {
  if (period) return [period.end];
  return entity.kind === 'milestone' && entity.month !== undefined ? [entity.month] : [];
}

/** Where the table of an item's section begins in the new edition; the window where that has no such section. */
function tableStart(old: Node, { partners, after }: RoadmapDiff): Month {
  const section = around(old, 'section');
  const [heir] = (section && partners.ofBefore.get(section)) ?? [];
  return (heir && firstColumnOf(heir)) ?? after.plan.window.start;
}

/** What happened to an item; 終了 where it is gone because it is over. */
export function labelsOf(item: ChangedItem, diff: RoadmapDiff, words: DiffWords): string[] {
  return isOver(item, diff) ? [words.ended] : item.changes.map((change) => labelOf(change, words));
}

/** 時期の変更（後ろ倒し）, その他の変更（担当）. */
export function labelOf({ kind, shift, field }: Pick<Change, 'kind' | 'shift' | 'field'>, words: DiffWords): string {
  const more = [...(kind === 'changed' && field ? [words.fields[field] ?? field] : []), ...(shift ? [words.shifts[shift]] : [])];
  return words.kinds[kind] + (more.length > 0 ? words.opening + more.join(words.comma) + words.closing : '');
}

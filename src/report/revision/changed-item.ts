import type { Department } from '../../model/roadmap.js';
import { leadsOf } from '../../model/walk.js';
import type { ChangedItem, RoadmapDiff } from '../../transform/diff/change.js';
import { around, type Node, within } from '../../transform/diff/nodes.js';

/** The item itself; of several the first, and of one that is gone what it was. */
export function nodeOf({ before, after }: ChangedItem): Node {
  return (after[0] ?? before[0]) as Node;
}

/** The id of its row in the 新旧対照表. */
export function rowId(item: ChangedItem): string {
  return `change-${item.after[0] ? '' : 'gone-'}${nodeOf(item).id}`;
}

function leadsIn(node: Node): readonly Department[] {
  const item = around(node, 'track') ?? around(node, 'measure');
  return item ? leadsOf(item.entity) : [];
}

/** The departments that answer for an item. One that is new or gone stands for all below it, and for what answers for that. */
export function leadsOfItem({ before, after }: ChangedItem): Department[] {
  const isWhole = before.length === 0 || after.length === 0;
  return (after.length > 0 ? after : before).flatMap((node) => (isWhole ? [...within(node)] : [node]).flatMap(leadsIn));
}

/** The names of the departments that have to do with a change: those that answer for the item now, and those that it has left. */
export function departmentsOf(item: ChangedItem, { heirs }: RoadmapDiff): string[] {
  const isHandedOver = item.changes.some(({ kind, field }) => kind === 'moved' || field === 'leads');
  const left = isHandedOver ? item.before.flatMap(leadsIn) : [];
  // One that only has another name or id by now is the one of the new edition.
  return [...new Set([...leadsOfItem(item), ...left].map((department) => (heirs.get(department.id) ?? department).fullName))];
}

import type { Department } from '../../model/roadmap.js';
import type { RoadmapDiff } from './change.js';
import { declarationOf, keyOf, type NodeEntity, within } from './nodes.js';

/** An id that an item of the new edition says it comes from, and that nothing of its kind has in the old one. */
export interface UnknownOrigin {
  entity: NodeEntity | Department;
  /** Where the item names it. */
  at: ['was'] | ['from', number];
  id: string;
}

/** Every such id in document order, departments last. What the old edition declares too was made for the edition before it. */
export function unknownOrigins({ before, after, trees }: Pick<RoadmapDiff, 'before' | 'after' | 'trees'>): UnknownOrigin[] {
  const departments = (all: readonly Department[]) =>
    all.map((entity) => ({ kind: 'department', id: entity.id, entity, ...originsIn(entity) }));
  const old = [...within(trees.before), ...departments(before.departments)];
  const young = [...within(trees.after), ...departments(after.departments)];
  const ids = new Set(old.map(keyOf));
  const known = new Set(old.map(declarationOf));
  return young.flatMap((node) => {
    if (known.has(declarationOf(node))) return [];
    const named: Pick<UnknownOrigin, 'at' | 'id'>[] = [
      ...(node.was === undefined ? [] : [{ at: ['was'] as ['was'], id: node.was }]),
      ...node.from.map((id, index) => ({ at: ['from', index] as ['from', number], id })),
    ];
    return named.filter(({ id }) => !ids.has(keyOf({ kind: node.kind, id }))).map((one) => ({ entity: node.entity, ...one }));
  });
}

function originsIn({ was, from }: Department) {
  return { from, ...(was !== undefined && { was }) };
}

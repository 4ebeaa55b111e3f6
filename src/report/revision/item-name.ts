import type { ChangedItem } from '../../transform/diff/change.js';
import type { Punctuation } from '../punctuation.js';

/** What a changed item is called in lists: all parts of a split; a row without a heading is known by what stands in it. */
export function itemName({ before, after }: ChangedItem, { slash }: Pick<Punctuation, 'slash'>): string {
  const nodes = after.length > 0 ? after : before;
  return nodes.map(({ text, children }) => text || children.map((child) => child.text).join(' → ')).join(slash);
}

import type { ChangedItem } from '../../transform/diff/change.js';
import { knownAs } from '../../transform/diff/nodes.js';
import type { Punctuation } from '../punctuation.js';

/** What a changed item is called in lists: all parts of a split. */
export function itemName({ before, after }: ChangedItem, { slash }: Pick<Punctuation, 'slash'>): string {
  return (after.length > 0 ? after : before).map(knownAs).join(slash);
}

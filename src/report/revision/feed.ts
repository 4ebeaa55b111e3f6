import { createHash } from 'node:crypto';
import { isWebAddress } from '../../model/web-address.js';
import type { Lang } from '../../source/lang.js';
import type { Change, ChangedItem, RoadmapDiff } from '../../transform/diff/change.js';
import { plain } from '../told.js';
import { labelsOf } from './change-labels.js';
import { valueIn } from './change-values.js';
import { rowId } from './changed-item.js';
import { diffWordsOf } from './diff-words.js';
import { itemName } from './item-name.js';

/** What changed, as entries of a feed: one for each item. */
export interface Feed {
  id: string;
  title: string;
  subtitle: string;
  author: string;
  lang: Lang;
  /** When the new edition appeared: `2022-06-01T00:00:00+09:00`. */
  updated: string;
  /** The page that holds the 新旧対照表. */
  page: string;
  /** Where the site stands, if the plan gives an address of the web for it. */
  url?: string;
  entries: FeedEntry[];
}

export interface FeedEntry {
  /** Stays the same however often the feed is built. */
  id: string;
  title: string;
  categories: string[];
  summary: string;
  /** The row of the 新旧対照表. */
  href: string;
}

export function feedOf(diff: RoadmapDiff, lang: Lang, updated: string, page = 'index.html'): Feed {
  const words = diffWordsOf(lang);
  const { before, after } = diff;
  const { plan } = after;
  const { url } = plan.about;
  const scope = [plan.id, before.plan.edition, plan.edition];
  return {
    id: uuidOf([...scope, 'feed']),
    title: `${plan.title} ${words.title}`,
    subtitle: `${before.plan.edition} → ${plan.edition}`,
    author: plan.about.publisher ?? plan.title,
    lang,
    updated,
    page,
    ...(url !== undefined && isWebAddress(url) && { url }),
    entries: diff.items.map((item) => entryOf(item)),
  };

  function entryOf(item: ChangedItem): FeedEntry {
    const { changes } = item;
    const values = (change: Change) =>
      (['before', 'after'] as const).map((side) => plain(valueIn(change, side, item, diff, words)) || '―').join(' → ');
    const reasons = [...new Set(changes.flatMap(({ reason }) => (reason === undefined ? [] : [`${words.reason}: ${reason}`])))];
    return {
      id: uuidOf([...scope, ...changes.flatMap(({ kind, path }) => [kind, ...path])]),
      title: `${labelsOf(item, diff, words).join(words.comma)}: ${itemName(item, words)}`,
      categories: [...new Set(changes.map(({ kind }) => kind))],
      summary: [...changes.map(values), ...reasons].join('\n'),
      href: `#${rowId(item)}`,
    };
  }
}

/** A name-based UUID (version 8: a hash of our own choice), so that a reader knows an entry again. */
function uuidOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

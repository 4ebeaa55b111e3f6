import type { Measure, Track } from '../../model/roadmap.js';
import { measureOf } from '../../model/walk.js';
import type { Lang } from '../../source/lang.js';
import { wordsOf } from '../words.js';
import type { Fact } from './site.js';

/** How many measures and tracks there are among items, with the measures that the tracks stand in, and what the tracks hold. */
export function countsOfItems(items: readonly (Measure | Track)[], lang: Lang): Fact[] {
  const measures = new Set(items.map(measureOf)).size;
  const tracks = items.filter((item) => item.kind === 'track');
  return countsInWords({ measures, tracks: tracks.length, phases: tracks.reduce((sum, { phases }) => sum + phases.length, 0) }, lang);
}

/** The same of counts that are known. */
export function countsInWords(counts: Record<'measures' | 'tracks' | 'phases', number>, lang: Lang): Fact[] {
  const words = wordsOf(lang);
  return (['measures', 'tracks', 'phases'] as const).map((name) => ({
    label: lang === 'en' && counts[name] === 1 ? words[name].replace(/s$/, '') : words[name],
    value: String(counts[name]),
  }));
}

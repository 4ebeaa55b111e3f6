import type { Track } from '../../model/roadmap.js';
import type { Lang } from '../../source/lang.js';
import { wordsOf } from '../words.js';
import type { Fact } from './site.js';

/** What tracks hold, with the measures that they stand in. */
export function countsOfTracks(tracks: readonly Track[], lang: Lang): Fact[] {
  const measures = new Set(tracks.map(({ measure }) => measure)).size;
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

import type { Lang } from '../../source/lang.js';
import type { Slice } from '../../transform/slice-roadmap.js';
import { type AddressOf, paths } from './addresses.js';
import { factsOf, type SiteOptions } from './plan-site.js';
import { searchEntries } from './search-index.js';
import type { Page, Site } from './site.js';
import { siteWordsOf } from './site-words.js';
import { yearPage } from './year-page.js';

/** The site of a slice: its one page, and the data beside it. What the slice does not hold has no address. */
export function sliceSite(slice: Slice, lang: Lang, options: SiteOptions): Site {
  const words = siteWordsOf(lang);
  const held = new Set(
    slice.phases.flatMap(({ phase }) => {
      const { track } = phase;
      const ids = [phase.id, track.id, track.measure.section.id];
      for (let measure = track.measure; measure; measure = measure.parent as typeof measure) ids.push(measure.id);
      return ids;
    }),
  );
  const address: AddressOf = (thing) => {
    if (thing.kind === 'milestone' || thing.kind === 'kpi' || thing.kind === 'report') return address(thing.on);
    return held.has(thing.id) ? `#${thing.id}` : undefined;
  };
  const pages: Page[] = [
    yearPage(slice, lang, { path: paths.overview, under: paths.overview, trail: [], address }),
    { kind: 'data', path: paths.data, under: paths.data, title: words.dataTitle, ownTitle: true, trail: [] },
  ];
  return {
    title: slice.roadmap.plan.title,
    edition: slice.roadmap.plan.edition,
    lang,
    notes: [],
    facts: factsOf(slice.roadmap, lang, options),
    navigation: [
      { text: pages[0]?.title ?? '', href: paths.overview },
      { text: words.data, href: paths.data },
    ],
    pages,
    search: searchEntries(slice.roadmap, address),
  };
}

import type { Measure } from '../../model/roadmap.js';
import type { Lang } from '../../source/lang.js';
import type { Slice } from '../../transform/slice-roadmap.js';
import type { SlicePart } from '../../transform/split-slice.js';
import { type AddressOf, paths, reportId } from '../addresses.js';
import { yearsWords } from '../period-words.js';
import type { Records } from '../records.js';
import { own } from '../told.js';
import { factsOf } from './facts.js';
import { pageFiles } from './page-files.js';
import { mainPage } from './pages/main-page.js';
import { sheetPages, yearPage } from './pages/year.js';
import { searchEntries } from './search-index.js';
import type { Page, Site, SiteOptions } from './site.js';
import { siteWordsOf } from './site-words.js';

/** The site of a slice: its page, a sheet for each department (or section), and the data beside it. */
export function sliceSite(slice: Slice, lang: Lang, options: SiteOptions, records: Records, by: SlicePart['by'] = 'lead'): Site {
  const words = siteWordsOf(lang);
  const whole = { ...own(yearsWords(slice.fiscalYears, lang)), href: paths.overview };
  const address = addressIn(slice);
  const files = pageFiles(slice.roadmap, records);
  const parts = sheetPages(slice, lang, by, (part) => ({ under: paths.overview, trail: [whole], address: addressIn(part), files }));
  const pages: Page[] = [
    yearPage(slice, lang, { path: paths.overview, under: paths.overview, trail: [], address, files, sheets: parts.sheets }, true),
    ...parts.pages,
    { kind: 'data', ...mainPage(paths.data, words.dataTitle) },
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
    kinds: ['year', 'data'],
    pages: () => pages,
    // What is found from a sheet stands on the page of the slice.
    search: searchEntries(
      slice.roadmap,
      lang,
      (thing) => {
        const place = address(thing);
        return place && paths.overview + place;
      },
      (thing) => (thing.kind === 'report' && slice.reports.includes(thing) ? `${paths.overview}#${reportId(thing)}` : undefined),
    ),
  };
}

/** Addresses on the very page of a slice: what it does not hold has none. */
function addressIn({ phases }: Slice): AddressOf {
  const held = new Set<string>();
  for (const { phase } of phases) {
    const { track } = phase;
    for (const { id } of [phase, track, track.measure.section]) held.add(id);
    for (let measure: Measure | undefined = track.measure; measure; measure = measure.parent) held.add(measure.id);
  }
  const address: AddressOf = (thing) => {
    if (thing.kind === 'milestone' || thing.kind === 'kpi' || thing.kind === 'report') return address(thing.on);
    return held.has(thing.id) ? `#${thing.id}` : undefined;
  };
  return address;
}

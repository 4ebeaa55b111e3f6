import { monthIn } from '../../model/day.js';
import type { Roadmap } from '../../model/roadmap.js';
import { sectionsOf } from '../../model/walk.js';
import type { Lang } from '../../source/lang.js';
import { addressOf, paths, reportId } from '../addresses.js';
import { chaptersOf } from '../chapters.js';
import type { Records } from '../records.js';
import { pastOf } from '../revision/edition-series.js';
import { factsOf } from './facts.js';
import { pageFiles } from './page-files.js';
import { datesPage } from './pages/dates.js';
import { departmentPage, departmentsPage } from './pages/departments.js';
import { kpisPage } from './pages/kpis.js';
import { mainPage } from './pages/main-page.js';
import { type Focus, overviewPage } from './pages/overview.js';
import { promisesPage } from './pages/promises.js';
import { readingPage } from './pages/reading.js';
import { sectionPage, sectionsPage } from './pages/sections.js';
import { wholePage } from './pages/whole.js';
import { neighbourYears, yearPages, yearsPage } from './pages/years.js';
import { searchEntries } from './search-index.js';
import type { Page, Site, SiteOptions } from './site.js';
import { siteWordsOf } from './site-words.js';
import { yearsOf } from './years.js';

/** The site of a whole plan: the overview, a page for each section, year and department, and the lists. */
export function planSite(roadmap: Roadmap, lang: Lang, options: SiteOptions, records: Records): Site {
  const words = siteWordsOf(lang);
  const { series } = options;
  const past = series && { past: pastOf(series, lang) };
  const chapters = chaptersOf(roadmap, { lang, ...past });
  const sections = sectionsOf(roadmap);
  const files = pageFiles(roadmap, records);
  return {
    title: roadmap.plan.title,
    edition: roadmap.plan.edition,
    lang,
    notes: roadmap.plan.notes.map(({ text }) => text),
    facts: factsOf(roadmap, lang, options),
    ...(series && options.updated !== undefined && { feed: paths.feed }),
    navigation: [
      { text: words.overview, href: paths.overview },
      { text: words.sections, href: paths.sections },
      { text: words.years, href: paths.years },
      { text: words.departments, href: paths.departments },
      { text: words.kpis, href: paths.kpis },
      { text: words.dates, href: paths.dates },
      ...(series
        ? [
            { text: words.changes, href: paths.changes },
            { text: words.promises, href: paths.promises },
          ]
        : []),
      { text: words.data, href: paths.data },
    ],
    kinds: series ? [...kinds, 'promises'] : kinds,
    *pages() {
      yield overviewPage(roadmap, lang, focusOf(options), files);
      yield sectionsPage(chapters, roadmap, lang);
      for (const [index, section] of sections.entries())
        yield sectionPage(section, chapters, roadmap, lang, files, sections[index - 1], sections[index + 1]);
      yield yearsPage(roadmap, lang, files);
      const years = yearsOf(roadmap);
      for (const [index, year] of years.entries()) yield* yearPages(roadmap, year, lang, files, neighbourYears(years, index, lang));
      yield departmentsPage(roadmap, lang, files);
      for (const department of roadmap.departments) yield departmentPage(department, roadmap, lang, files);
      yield kpisPage(roadmap, lang, files);
      yield datesPage(roadmap, lang, files);
      if (series) yield promisesPage(series, lang, files);
      yield readingPage(roadmap, lang, files);
      yield wholePage(chapters, roadmap, lang, files);
      yield { kind: 'data', ...mainPage(paths.data, words.dataTitle) };
    },
    search: searchEntries(roadmap, lang, addressOf, (thing) =>
      thing.kind === 'report' && yearsOf(roadmap).includes(thing.fy) ? `${paths.year(thing.fy)}#${reportId(thing)}` : undefined,
    ),
  };
}

const kinds = [
  'overview',
  'sections',
  'section',
  'years',
  'year',
  'departments',
  'department',
  'kpis',
  'dates',
  'reading',
  'whole',
  'data',
] as const satisfies Page['kind'][];

function focusOf({ fiscalYear, date }: SiteOptions): Focus {
  return { ...(fiscalYear !== undefined && { fiscalYear }), ...(date !== undefined && { month: monthIn(date) }) };
}

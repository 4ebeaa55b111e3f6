import { type FiscalYear, monthOf } from '../../model/fiscal-year.js';
import type { Department, Roadmap, Section } from '../../model/roadmap.js';
import { heading, kpisOf, leadsOf, sectionsOf, tracksOf } from '../../model/walk.js';
import { isWebAddress } from '../../model/web-address.js';
import type { Lang } from '../../source/lang.js';
import { sameButForNotation } from '../../transform/diff/notation.js';
import type { EditionSeries } from '../../transform/diff/series.js';
import { sliceRoadmap, standingOf } from '../../transform/slice-roadmap.js';
import { chaptersOf } from '../chapters.js';
import type { ReportChapter } from '../document.js';
import { dateWords, yearsWords, yearWords } from '../period-words.js';
import { punctuation } from '../punctuation.js';
import type { Records } from '../records.js';
import { pastOf, promiseList } from '../revision/series.js';
import { wordsOf } from '../words.js';
import { addressOf, chainOf, nameOf, paths, reportId } from './addresses.js';
import { answeredTracks } from './answered-tracks.js';
import { sectionsHere } from './contents.js';
import { filtersOf } from './filters.js';
import { datedLines, isAhead, kpiLine } from './lines.js';
import { begins, countsOfTracks, ends, type Focus, overviewPage, yearNames, yearsOf } from './overview.js';
import { type PageFiles, pageFiles } from './page-files.js';
import { datesTable, departmentsTable, promisesTable, yearsTable } from './page-tables.js';
import { readingPage } from './reading.js';
import { searchEntries } from './search-index.js';
import type { DepartmentNode, DepartmentPage, Fact, Link, Page, SectionPage, SectionsPage, Site, YearsPage } from './site.js';
import { siteWordsOf } from './site-words.js';
import { sheetPages, yearPage } from './year-page.js';

export interface SiteOptions {
  /** The fiscal year that the overview tells of, where one is asked for. */
  fiscalYear?: FiscalYear;
  /** The name and version of the tool: `roadmap 0.1.0`. */
  tool?: string;
  /** The date of the data: `2026-11-23`. */
  date?: string;
  /** When the edition appeared, for its feed: `2022-06-01T00:00:00+09:00`. */
  updated?: string;
  /** The editions that the plan names, with what became of each item. */
  series?: EditionSeries;
}

/** The site of a whole plan: the overview, a page for each section, year and department, and the lists. */
export function planSite(roadmap: Roadmap, lang: Lang, options: SiteOptions, records: Records): Site {
  const words = siteWordsOf(lang);
  const told = wordsOf(lang);
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
      yield {
        kind: 'kpis',
        path: paths.kpis,
        under: paths.kpis,
        title: words.kpisTitle,
        ownTitle: true,
        trail: [],
        codes: (['A', 'B', 'F', 'N'] as const).map((code) => `${code}: ${told[`standing${code}`]}`).join(told.comma),
        rows: kpisOf(roadmap).map((kpi) => kpiLine(kpi, lang)),
        files: [{ path: 'kpis.csv' }, { path: 'kpi_actuals.csv' }, ...files.json(paths.kpis, { kpis: records.kpis })],
      };
      yield datesPage(roadmap, lang, files);
      if (series) yield promisesPage(series, lang, files);
      yield readingPage(roadmap, lang, files);
      yield {
        kind: 'whole',
        path: paths.whole,
        under: paths.sections,
        title: words.whole,
        ownTitle: true,
        trail: [],
        chapters,
        contents: sectionsHere(chapters, lang),
        filters: filtersOf(roadmap, lang, sections, { choosesSection: true }),
        files: [...files.ofChapters(paths.whole, chapters).slice(0, 1), { path: 'roadmap.json' }],
      };
      yield { kind: 'data', path: paths.data, under: paths.data, title: words.dataTitle, ownTitle: true, trail: [] };
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

/** What the plan states of itself, and the tool that made the page. What is not stated is left out. */
export function factsOf({ plan }: Roadmap, lang: Lang, { tool, date }: SiteOptions): Fact[] {
  const words = siteWordsOf(lang);
  const { opening, comma, closing } = punctuation[lang];
  const { source, publisher, contact, licence, licenceUrl } = plan.about;
  const pages = source?.pages ? `${source.pages}${lang === 'ja' ? '' : ' '}${words.pages}` : '';
  const link = (url: string | undefined) => (url && isWebAddress(url) ? { href: url } : {});
  return [
    { label: words.edition, value: plan.edition },
    ...(source
      ? [
          {
            label: words.source,
            value: [source.title, source.edition && opening + [source.edition, pages].filter(Boolean).join(comma) + closing]
              .filter(Boolean)
              .join(''),
            ...link(source.url),
          },
        ]
      : []),
    ...(publisher ? [{ label: words.publisher, value: publisher }] : []),
    ...(contact ? [{ label: words.contact, value: contact }] : []),
    ...(licence ? [{ label: words.licence, value: licence, ...link(licenceUrl) }] : []),
    ...(date ? [{ label: words.dateOf, value: dateWords(date, lang), own: true }] : []),
    ...(tool ? [{ label: words.tool, value: tool, own: true }] : []),
  ];
}

function focusOf({ fiscalYear, date }: SiteOptions): Focus {
  const [year, month] = (date ?? '').split('-').map(Number);
  return { ...(fiscalYear !== undefined && { fiscalYear }), ...(year && month && { month: monthOf(year, month) }) };
}

function sectionsPage(chapters: readonly ReportChapter[], roadmap: Roadmap, lang: Lang): SectionsPage {
  const words = siteWordsOf(lang);
  const sections = new Map(sectionsOf(roadmap).map((section) => [section.id, section]));
  return {
    kind: 'sections',
    path: paths.sections,
    under: paths.sections,
    title: words.sectionsTitle,
    ownTitle: true,
    trail: [],
    files: [{ path: 'sections.csv' }, { path: 'measures.csv' }, { path: 'roadmap.json' }],
    chapters: chapters.map(({ id, heading: title, sections: list }) => ({
      id,
      heading: title,
      sections: list.map((section) => ({
        id: section.id,
        heading: section.heading,
        href: paths.section(section.id),
        counts: section.counts,
        measures: (sections.get(section.id)?.measures ?? [])
          .filter(({ depth }) => depth === 1)
          .map((measure) => ({ text: heading(measure), href: addressOf(measure) })),
      })),
    })),
  };
}

function sectionPage(
  section: Section,
  chapters: readonly ReportChapter[],
  roadmap: Roadmap,
  lang: Lang,
  files: PageFiles,
  before: Section | undefined,
  after: Section | undefined,
): SectionPage {
  const words = siteWordsOf(lang);
  const chapter = chapters.find(({ id }) => id === section.chapter.id);
  const report = chapter?.sections.find(({ id }) => id === section.id);
  if (!chapter || !report) throw new Error(`the section ${section.id} has no report`);
  return {
    kind: 'section',
    path: paths.section(section.id),
    under: paths.sections,
    title: heading(section),
    trail: [
      { text: words.sections, href: paths.sections },
      ...(chapter.heading === report.heading ? [] : [{ text: chapter.heading, href: addressOf(section.chapter) }]),
    ],
    files: files.ofChapters(paths.section(section.id), [{ ...chapter, sections: [report] }]),
    chapter: chapter.heading,
    section: report,
    contents: {
      title: words.contents,
      links: section.measures
        .filter(({ depth }) => depth <= 2)
        .map((measure) => ({ text: heading(measure), href: `#${measure.id}`, depth: measure.depth })),
    },
    filters: filtersOf(roadmap, lang, [section]),
    ...(before && { previous: linkTo(before) }),
    ...(after && { next: linkTo(after) }),
  };
}

function yearsPage(roadmap: Roadmap, lang: Lang, files: PageFiles): YearsPage {
  const words = siteWordsOf(lang);
  const phases = tracksOf(roadmap).flatMap((track) => track.phases);
  const dated = datedLines(roadmap, lang).filter(isAhead);
  const rows = yearsOf(roadmap).map((year, index) => ({
    ...yearNames(year, lang),
    active: phases.filter((phase) => standingOf(phase, [year, year])).length,
    begins: phases.filter((phase) => begins(phase, year)).length,
    ends: phases.filter((phase) => ends(phase, year)).length,
    dates: dated.filter(({ fiscalYear }) => fiscalYear === year).length,
    first: index === 0,
  }));
  return {
    kind: 'years',
    path: paths.years,
    under: paths.years,
    title: words.yearsTitle,
    ownTitle: true,
    trail: [],
    rows,
    files: files.of(paths.years, yearsTable(rows, files.records)),
  };
}

/** The page of a year, and a sheet for each department where anything was reported for it. */
function yearPages(roadmap: Roadmap, year: FiscalYear, lang: Lang, files: PageFiles, beside: { previous?: Link; next?: Link }): Page[] {
  const slice = sliceRoadmap(roadmap, [year, year]);
  const place = { under: paths.years, address: addressOf, files };
  const trail = [{ text: siteWordsOf(lang).years, href: paths.years }];
  const own = { text: yearsWords([year, year], lang), href: paths.year(year) };
  const reported = roadmap.reports.some(({ fy }) => fy === year);
  const parts = reported ? sheetPages(slice, lang, 'lead', () => ({ ...place, trail: [...trail, own] })) : undefined;
  return [
    yearPage(slice, lang, { ...place, ...beside, path: own.href, trail, ...(parts && { sheets: parts.sheets }) }),
    ...(parts?.pages ?? []),
  ];
}

function neighbourYears(years: readonly number[], index: number, lang: Lang): { previous?: Link; next?: Link } {
  const link = (year: number): Link => ({ text: yearWords(year, lang).seireki, href: paths.year(year) });
  const [before, after] = [years[index - 1], years[index + 1]];
  return { ...(before !== undefined && { previous: link(before) }), ...(after !== undefined && { next: link(after) }) };
}

function departmentsPage(roadmap: Roadmap, lang: Lang, files: PageFiles): Page {
  const tracks = tracksOf(roadmap);
  const rows = new Map(roadmap.departments.map((department) => [department.id, answeredTracks(roadmap, department).size]));
  const node = (department: Department): DepartmentNode => ({
    id: department.id,
    name: department.name,
    href: paths.department(department.id),
    rows: rows.get(department.id) ?? 0,
    children: roadmap.departments.filter(({ parent }) => parent === department).map(node),
  });
  return {
    kind: 'departments',
    path: paths.departments,
    under: paths.departments,
    title: siteWordsOf(lang).departmentsTitle,
    ownTitle: true,
    trail: [],
    files: files.of(paths.departments, departmentsTable(roadmap.departments, rows, files.records)),
    tree: roadmap.departments.filter(({ parent }) => !parent).map(node),
    without: {
      rows: tracks.filter((track) => leadsOf(track).length === 0).length,
      all: tracks.length,
      href: `${paths.reading}#_without-leads`,
    },
  };
}

function departmentPage(department: Department, roadmap: Roadmap, lang: Lang, files: PageFiles): DepartmentPage {
  const words = siteWordsOf(lang);
  const tracks = answeredTracks(roadmap, department);
  const shown = [...tracks].filter(({ phases }) => phases.length > 0);
  const sections = new Set(shown.map(({ measure }) => measure.section));
  const chapters = chaptersOf(roadmap, { lang, shows: ({ track }) => tracks.has(track), prune: true, among: sections });
  return {
    kind: 'department',
    path: paths.department(department.id),
    under: paths.departments,
    title: department.fullName,
    trail: [
      { text: words.departments, href: paths.departments },
      ...chainOf(department)
        .slice(1)
        .reverse()
        .map(({ id, name }) => ({ text: name, href: paths.department(id) })),
    ],
    counts: countsOfTracks(shown, lang),
    below: roadmap.departments
      .filter(({ parent }) => parent === department)
      .map(({ id, name }) => ({ text: name, href: paths.department(id) })),
    chapters,
    files: files.ofChapters(paths.department(department.id), chapters),
    filters: filtersOf(roadmap, lang, [...sections], { departments: false, choosesSection: true }),
  };
}

function datesPage(roadmap: Roadmap, lang: Lang, files: PageFiles): Page {
  const words = siteWordsOf(lang);
  const dated = datedLines(roadmap, lang);
  const years = [...new Set(dated.map(({ fiscalYear }) => fiscalYear))];
  return {
    kind: 'dates',
    path: paths.dates,
    under: paths.dates,
    title: words.datesTitle,
    ownTitle: true,
    trail: [],
    files: files.of(paths.dates, datesTable(dated, files.records)),
    groups: years.map((year) => ({
      id: year === null ? '_undated' : `_${year}`,
      ...(year === null ? { heading: words.undated, wareki: '' } : namesOf(year, lang)),
      rows: dated.filter(({ fiscalYear }) => fiscalYear === year).map(({ line }) => line),
    })),
  };
}

/** Each promise with its first date and every later one. */
function promisesPage(series: EditionSeries, lang: Lang, files: PageFiles): Page {
  const { columns, rows, empty } = promiseList(series, lang);
  return {
    kind: 'promises',
    path: paths.promises,
    under: paths.promises,
    title: siteWordsOf(lang).promisesTitle,
    ownTitle: true,
    trail: [],
    files: files.of(paths.promises, promisesTable(series, files.records)),
    columns,
    rows: rows.map((cells, index) => ({
      cells: cells.map((text, at) => ({
        text,
        label: columns[at] ?? '',
        moved: at > 2 && cells[at - 1] !== '―' && !sameButForNotation(text, cells[at - 1] ?? ''),
      })),
      ...(series.promises[index]?.present && { href: addressOf(series.promises[index].phase) }),
    })),
    empty,
  };
}

function namesOf(year: number, lang: Lang) {
  const { seireki, wareki } = yearWords(year, lang);
  return { heading: seireki, wareki };
}

function linkTo(section: Section): Link {
  return { text: nameOf(section), href: addressOf(section) };
}

import type { Roadmap, Section } from '../../../model/roadmap.js';
import { heading, sectionsOf } from '../../../model/walk.js';
import type { Lang } from '../../../source/lang.js';
import { addressOf, paths } from '../../addresses.js';
import type { ReportChapter } from '../../document.js';
import { nameOf } from '../../names.js';
import { own } from '../../told.js';
import { countsInWords } from '../counts.js';
import { filtersOf } from '../filters.js';
import type { PageFiles } from '../page-files.js';
import type { Link, SectionPage, SectionsPage } from '../site.js';
import { siteWordsOf } from '../site-words.js';
import { mainPage } from './main-page.js';

/** The contents of the plan. */
export function sectionsPage(chapters: readonly ReportChapter[], roadmap: Roadmap, lang: Lang): SectionsPage {
  const words = siteWordsOf(lang);
  const sections = new Map(sectionsOf(roadmap).map((section) => [section.id, section]));
  return {
    kind: 'sections',
    ...mainPage(paths.sections, words.sectionsTitle),
    files: [{ path: 'sections.csv' }, { path: 'measures.csv' }, { path: 'roadmap.json' }],
    chapters: chapters.map(({ id, heading: title, sections: list }) => ({
      id,
      heading: title,
      sections: list.map((section) => ({
        id: section.id,
        heading: section.heading,
        href: paths.section(section.id),
        counts: countsInWords(section.counts, lang),
        measures: (sections.get(section.id)?.measures ?? [])
          .filter(({ depth }) => depth === 1)
          .map((measure) => ({ text: heading(measure), href: addressOf(measure) })),
      })),
    })),
  };
}

/** The timeline of one section, between those before and after it. */
export function sectionPage(
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
      { ...own(words.sections), href: paths.sections },
      ...(chapter.heading === report.heading ? [] : [{ text: chapter.heading, href: addressOf(section.chapter) }]),
    ],
    files: files.ofChapters(paths.section(section.id), [{ ...chapter, sections: [report] }]),
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

function linkTo(section: Section): Link {
  return { text: nameOf(section), href: addressOf(section) };
}

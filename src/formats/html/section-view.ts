import type { ReportChapter, ReportSection } from '../../report/document.js';
import { countsInWords } from '../../report/site/counts.js';
import type { ViewOptions } from './bar-view.js';
import { listView } from './list-view.js';
import { tableView } from './table-view.js';

/** Chapters with their sections as table and as list. `level` is the level of the chapters' headings. */
export function chapterViews(chapters: readonly ReportChapter[], level: number, options: ViewOptions) {
  let count = 0;
  return chapters.map((chapter) => {
    // A chapter of one section with the same heading is told once, with the chapter's heading.
    const alone = chapter.sections.length === 1 && chapter.sections[0]?.heading === chapter.heading;
    return {
      ...chapter,
      alone,
      sections: chapter.sections.map((section) => sectionView(section, alone ? level : level + 1, options, `_${++count}.`)),
    };
  });
}

/** A section as table and as list. `level` is the level of its heading, `key` begins the ids of its table's headings. */
export function sectionView(section: ReportSection, level: number, options: ViewOptions, key = '_') {
  const [first, last] = section.pages ?? [];
  return {
    ...section,
    counts: countsInWords(section.counts, options.lang),
    ...(first !== undefined && { sourcePages: first === last ? `p. ${first}` : `pp. ${first}–${last}` }),
    table: tableView(section.grid, key, options),
    list: listView(section.grid, section.id, level + 1, options),
  };
}

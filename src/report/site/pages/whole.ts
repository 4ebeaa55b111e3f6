import type { Roadmap } from '../../../model/roadmap.js';
import { sectionsOf } from '../../../model/walk.js';
import type { Lang } from '../../../source/lang.js';
import { paths } from '../../addresses.js';
import type { ReportChapter } from '../../document.js';
import { sectionsHere } from '../contents.js';
import { filtersOf } from '../filters.js';
import type { PageFiles } from '../page-files.js';
import type { Page } from '../site.js';
import { siteWordsOf } from '../site-words.js';
import { mainPage } from './main-page.js';

/** The whole document on one page, for print and for Ctrl-F. */
export function wholePage(chapters: ReportChapter[], roadmap: Roadmap, lang: Lang, files: PageFiles): Page {
  const words = siteWordsOf(lang);
  return {
    kind: 'whole',
    ...mainPage(paths.whole, words.whole, paths.sections),
    chapters,
    contents: sectionsHere(chapters, lang),
    filters: filtersOf(roadmap, lang, sectionsOf(roadmap), { choosesSection: true }),
    files: [...files.ofChapters(paths.whole, chapters).slice(0, 1), { path: 'roadmap.json' }],
  };
}

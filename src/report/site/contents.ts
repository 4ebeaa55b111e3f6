import type { Lang } from '../../source/lang.js';
import type { ReportChapter } from '../document.js';
import type { Contents } from './site.js';
import { siteWordsOf } from './site-words.js';

/** The sections of a page that shows several. */
export function sectionsHere(chapters: readonly ReportChapter[], lang: Lang): Contents {
  return {
    title: siteWordsOf(lang).sectionsHere,
    links: chapters.flatMap(({ sections }) => sections.map(({ id, heading }) => ({ text: heading, href: `#${id}`, depth: 1 }))),
  };
}

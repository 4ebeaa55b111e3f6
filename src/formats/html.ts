import { jsonLd, type PublishedFile } from '../report/dataset.js';
import type { Page, Site } from '../report/site/site.js';
import { siteWordsOf } from '../report/site/site-words.js';
import { wordsOf } from '../report/words.js';
import { renderComparison } from './comparison/html.js';
import type { Format } from './format.js';
import { withTokens } from './html/design-tokens.js';
import { searchScript } from './html/search-script.js';
import { chapterViews, sectionView } from './html/section-view.js';

/**
 * A static site whose pages are plain files in one folder; the tables and the JSON that its data page leads to are written with it. A
 * comparison of two editions is one page of its own.
 */
export const format: Format = {
  name: 'html',
  single: false,
  beside: ['csv', 'json', 'atom'],
  *render(report, options) {
    const { templates, files = [], date } = options;
    const dataset = report.dataset?.();
    if (report.comparison) {
      yield renderComparison(report, report.comparison, templates);
      return;
    }
    const site = report.site?.();
    if (!site) throw new Error(`the report ${report.name} has no pages`);
    const render = (name: string, view: object) => templates.render(`html/${name}`, view).replace(/\n\s*\n/g, '\n');
    const common = {
      ...(dataset && { jsonLd: jsonLd(dataset, files, date) }),
      lang: report.lang,
      ja: report.lang === 'ja' ? '' : ' lang="ja"',
      words: { ...wordsOf(report.lang), ...siteWordsOf(report.lang) },
    };
    yield { path: 'style.css', contents: withTokens(templates.text('html/style.css')) };
    yield { path: 'page.js', contents: templates.text('html/page.js') };
    for (const page of site.pages)
      yield { path: page.path, contents: render(page.kind, { ...common, site, files: files.map(fileView), ...pageView(page, site) }) };
    const revision = report.revision?.();
    if (revision?.comparison) yield { ...renderComparison(revision, revision.comparison, templates), path: 'changes.html' };
    yield { path: 'search-index.js', contents: searchScript(site.search) };
  },
};

/** A file of data, with its form and size in words. */
function fileView({ path, title, bytes }: PublishedFile) {
  return { path, title, format: path.replace(/^.*\./, '').toUpperCase(), size: `${(bytes / 1000).toFixed(1)} kB` };
}

function pageView(page: Page, site: Site) {
  return {
    page,
    pages: Object.fromEntries(site.pages.map(({ kind }) => [kind, true])),
    documentTitle: page.path === site.pages[0]?.path ? site.title : `${page.title} - ${site.title}`,
    navigation: site.navigation.map((link) => ({
      ...link,
      current: link.href === page.path ? 'page' : link.href === page.under && 'true',
    })),
    ...('chapters' in page && page.kind !== 'sections' && { chapters: chapterViews(page.chapters, 2, page.kind === 'year') }),
    ...(page.kind === 'section' && { section: sectionView(page.section, 1) }),
  };
}

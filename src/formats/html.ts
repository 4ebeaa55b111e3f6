import { jsonLd, type PublishedFile } from '../report/dataset.js';
import type { ReportList } from '../report/lists.js';
import type { Report } from '../report/report.js';
import { paths } from '../report/site/addresses.js';
import type { Page, PageFile, Site } from '../report/site/site.js';
import { siteWordsOf } from '../report/site/site-words.js';
import { wordsOf } from '../report/words.js';
import { renderComparison } from './comparison/html.js';
import { dictionaryOf, writeTable } from './csv.js';
import type { Format, OutputFile } from './format.js';
import { withTokens } from './html/design-tokens.js';
import { searchScript } from './html/search-script.js';
import { chapterViews, sectionView } from './html/section-view.js';
import { writeRecords } from './json.js';

/**
 * A static site whose pages are plain files in one folder; the tables and the JSON that its data page leads to are written with it. A
 * comparison of two editions is one page of its own.
 */
export const format: Format = {
  name: 'html',
  single: false,
  beside: ['csv', 'json', 'atom'],
  *render(report, options) {
    const { templates, files = [], date, bom = false } = options;
    const dataset = report.dataset?.();
    if (report.comparison) {
      yield renderComparison(report, report.comparison, templates, { data: files.map(fileView) });
      return;
    }
    const site = report.site?.();
    if (!site) throw new Error(`the report ${report.name} has no pages`);
    const render = (name: string, view: object) => templates.render(`html/${name}`, view).replace(/\n\s*\n/g, '\n');
    const common = {
      lang: report.lang,
      ja: report.lang === 'ja' ? '' : ' lang="ja"',
      words: { ...wordsOf(report.lang), ...siteWordsOf(report.lang) },
    };
    yield { path: 'style.css', contents: withTokens(templates.text('html/style.css')) };
    yield { path: 'page.js', contents: templates.text('html/page.js') };
    const revision = report.revision?.();
    // The sizes of all files of data, which come first, stand in the pages.
    const sizes = new Map(files.map(({ path, bytes }) => [path, bytes]));
    for (const file of pageData([...site.pages.flatMap((page) => page.files ?? []), ...(revision ? changesFiles(revision) : [])], bom)) {
      sizes.set(file.path, Buffer.byteLength(file.contents));
      yield file;
    }
    const dataOf = (list: readonly PageFile[] = []) =>
      list.flatMap(({ path }) => {
        const bytes = sizes.get(path);
        return bytes === undefined ? [] : [fileView({ path, bytes })];
      });
    const described = dataset && jsonLd(dataset, files, date);
    const lists = { files: files.map(fileView), pageData: dataOf(dictionaryPaths.map((path) => ({ path }))) };
    for (const page of site.pages)
      yield {
        path: page.path,
        contents: render(page.kind, {
          ...common,
          site,
          ...lists,
          // The front page and that of the data tell programs what the data is.
          ...((page === site.pages[0] || page.kind === 'data') && { jsonLd: described }),
          data: dataOf(page.files),
          ...pageView(page, site),
        }),
      };
    if (revision?.comparison) {
      const around = { data: dataOf(changesFiles(revision)), navigation: navigationAt(paths.changes, site) };
      yield { ...renderComparison(revision, revision.comparison, templates, around), path: paths.changes };
    }
    yield { path: 'search-index.js', contents: searchScript(site.search) };
  },
};

/** The links to the main pages, with the one of this page or of those above it. */
function navigationAt(path: string, { navigation }: Site, under?: string) {
  return navigation.map((link) => ({ ...link, current: link.href === path ? 'page' : link.href === under && 'true' }));
}

/** A list with its cells, one of which leads to the item. */
function listOf({ links, ...list }: ReportList) {
  const cell = (text: string, row: number, column: number) => ({ text, href: links?.column === column && links.hrefs[row] });
  return { ...list, rows: list.rows.map((cells, row) => cells.map((text, column) => cell(text, row, column))) };
}

/** The files that pages have for themselves, and what explains their columns and codes. */
function* pageData(files: readonly PageFile[], bom: boolean): Iterable<OutputFile & { contents: string }> {
  for (const { path, table, records } of files) {
    if (table) yield { path, contents: writeTable(table, bom) };
    else if (records) yield { path, contents: writeRecords(records()) };
  }
  const tables = dictionaryOf(
    files.flatMap(({ table }) => table ?? []),
    '表の名前。ファイル名の、はじめのハイフンか .csv の前まで',
  );
  for (const [index, table] of tables.entries()) yield { path: dictionaryPaths[index] ?? '', contents: writeTable(table, bom) };
}

const dictionaryPaths = ['pages/columns.csv', 'pages/codes.csv'] as const;

/** What stands beside the 新旧対照表 of a site. */
function changesFiles(revision: Report): PageFile[] {
  return [
    ...revision.tables().map((table) => ({ path: `pages/${table.name}.csv`, table })),
    { path: `pages/${revision.name}.json`, records: () => revision.data() as object },
  ];
}

/** A file of data, with its form and size in words. */
function fileView({ path, title, bytes }: Pick<PublishedFile, 'path' | 'title' | 'bytes'>) {
  return {
    path,
    name: path.replace(/^.*\//, ''),
    title,
    format: path.replace(/^.*\./, '').toUpperCase(),
    size: `${(bytes / 1000).toFixed(1)} kB`,
  };
}

function pageView(page: Page, site: Site) {
  const filtersLeads = 'filters' in page && page.filters.departments.length > 0;
  const options = { lang: site.lang, lite: page.kind === 'year', filtersLeads };
  return {
    page,
    pages: Object.fromEntries(site.pages.map(({ kind }) => [kind, true])),
    documentTitle: page.path === site.pages[0]?.path ? site.title : `${page.title} - ${site.title}`,
    navigation: navigationAt(page.path, site, page.under),
    ...('chapters' in page && page.kind !== 'sections' && { chapters: chapterViews(page.chapters, 2, options) }),
    ...(page.kind === 'year' && { lists: page.lists.map(listOf) }),
    ...(page.kind === 'section' && { section: sectionView(page.section, 1, options) }),
  };
}

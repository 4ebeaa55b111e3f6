import { paths } from '../report/addresses.js';
import { jsonLd, kindOf, type PublishedFile } from '../report/dataset.js';
import type { ReportSection } from '../report/document.js';
import type { ReportList } from '../report/lists.js';
import type { Report } from '../report/report.js';
import type { Page, PageFile, Site } from '../report/site/site.js';
import { siteWordsOf } from '../report/site/site-words.js';
import type { Table } from '../report/tables/table.js';
import { plain, type Told, told } from '../report/told.js';
import { wordsOf } from '../report/words.js';
import { renderComparison } from './comparison/html.js';
import { dictionaryOf, writeTable } from './csv.js';
import type { Format, FormatOptions, OutputFile } from './format.js';
import { fileTitle } from './html/file-titles.js';
import { languageMarks } from './html/language-marks.js';
import { searchScript } from './html/search-script.js';
import { chapterViews, sectionView } from './html/section-view.js';
import { styleSheet } from './html/style-sheet.js';
import { writeRecords } from './json.js';

/**
 * A static site whose pages are plain files in one folder; the tables and the JSON that its data page leads to are written with it. A
 * comparison of two editions is one page of its own.
 */
export const format: Format = {
  *render(report, options) {
    const { templates, files = [], catalogue, date } = options;
    const dataset = report.dataset?.();
    if (report.comparison) {
      yield renderComparison(report, report.comparison, templates, { data: files.map(fileView) });
      return;
    }
    const site = report.site?.();
    if (!site) throw new Error(`the report ${report.name} has no pages`);
    const render = (name: string, view: object) => templates.render(`html/${name}`, view);
    const common = {
      lang: report.lang,
      ...languageMarks(report),
      words: { ...wordsOf(report.lang), ...siteWordsOf(report.lang) },
    };
    yield { path: 'style.css', contents: styleSheet(templates, 'html/style.css') };
    yield { path: 'page.js', contents: templates.text('html/page.js') };
    const revision = report.revision?.();
    const data = new PageData(files, options);
    const described = dataset && jsonLd(dataset, files, date);
    const lists = {
      site,
      files: files.map((file) => ({ ...fileView(file), title: fileTitle(file, report.lang) })),
      catalogue: catalogue && fileView(catalogue),
      pageData: data.of(),
      pages: Object.fromEntries(site.kinds.map((kind) => [kind, true])),
    };
    const page = (one: Page) => ({
      path: one.path,
      contents: render(one.kind, {
        ...common,
        ...lists,
        // The front page and that of the data tell programs what the data is.
        ...((one.path === paths.overview || one.kind === 'data') && { jsonLd: described }),
        data: data.of(one.files),
        ...pageView(one, site),
      }),
    });
    for (const one of site.pages()) {
      if (one.kind === 'data') {
        // It names what explains the columns of all the files before it.
        const changes = revision ? changesFiles(revision) : [];
        yield* data.write(changes);
        if (revision?.comparison) {
          const around = { data: data.of(changes), site, navigation: navigationAt(paths.changes, site) };
          yield { ...renderComparison(revision, revision.comparison, templates, around), path: paths.changes };
        }
        const dictionary = data.dictionary();
        yield* data.write(dictionary);
        lists.pageData = data.of(dictionary);
      }
      yield* data.write(one.files);
      yield page(one);
    }
    yield { path: 'search-index.js', contents: searchScript(site.search) };
  },
};

/** The links to the main pages, with the one of this page or of those above it. */
function navigationAt(path: string, { navigation }: Site, under?: string) {
  return navigation.map((link) => ({ ...link, current: link.href === path ? 'page' : link.href === under && 'true' }));
}

/** A list with its cells, one of which leads to the item, and what is in figures alone. */
function listOf({ links, ...list }: ReportList) {
  const figures = list.columns.map((_, column) => list.rows.every((row) => /^[±+−]?[\d,]+$/.test(plain(row[column] ?? ''))));
  const cell = (text: string | Told, row: number, column: number) => ({
    text: told(text),
    figure: figures[column],
    label: list.columns[column],
    href: links?.column === column && links.hrefs[row],
  });
  const columns = list.columns.map((text, column) => ({ text, figures: figures[column] }));
  return { ...list, columns, rows: list.rows.map((cells, row) => cells.map((text, column) => cell(text, row, column))) };
}

/** The files of data that pages lead to: those of the whole plan, which come first, and those of single pages as they are written. */
class PageData {
  readonly #sizes: Map<string, number>;
  /** The tables that were written, without their rows: the columns of those of one name are the same. */
  readonly #described = new Map<string, Table>();

  constructor(
    files: readonly PublishedFile[],
    private readonly options: Pick<FormatOptions, 'bom' | 'encode'>,
  ) {
    this.#sizes = new Map(files.map(({ path, bytes }) => [path, bytes]));
  }

  *write(list: readonly PageFile[] = []): Iterable<OutputFile> {
    for (const { path, table, records } of list) {
      const contents = table ? writeTable(table, this.options.bom) : records && writeRecords(records());
      if (contents === undefined) continue;
      if (table)
        this.#described.set(table.name, { name: table.name, description: table.description, fields: table.fields, rows: () => [] });
      const file = { path, contents: this.options.encode(contents) };
      this.#sizes.set(path, file.contents.byteLength);
      yield file;
    }
  }

  /** Those of these that are there, as a page shows them. */
  of(list: readonly PageFile[] = []) {
    return list.flatMap(({ path }) => {
      const bytes = this.#sizes.get(path);
      return bytes === undefined ? [] : [fileView({ path, bytes })];
    });
  }

  /** What explains the columns and codes of the files that pages have for themselves. */
  dictionary(): PageFile[] {
    const tables = dictionaryOf([...this.#described.values()], '表の名前。ファイル名の、はじめのハイフンか .csv の前まで');
    return tables.map((table) => ({ path: `pages/${table.name}.csv`, table }));
  }
}

/** What stands beside the 新旧対照表 of a site. */
function changesFiles(revision: Report): PageFile[] {
  return [
    ...revision.tables().map((table) => ({ path: `pages/${table.name}.csv`, table })),
    { path: `pages/${revision.name}.json`, records: () => revision.data() },
  ];
}

/** A file of data, with its form and size in words. */
function fileView({ path, bytes }: Pick<PublishedFile, 'path' | 'bytes'>) {
  return {
    path,
    name: path.replace(/^.*\//, ''),
    format: kindOf(path).format,
    size: bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`,
  };
}

/** Whether a bar is torn off at the edge of its table, which the key then explains. */
function hasCuts(sections: readonly ReportSection[]): boolean {
  return sections
    .flatMap(({ grid }) => grid.groups)
    .flatMap(({ rows }) => rows)
    .flatMap(({ lanes }) => lanes.flat())
    .some(({ bar }) => bar?.offColumns?.before || bar?.offColumns?.after);
}

function pageView(page: Page, site: Site) {
  const filtersLeads = 'filters' in page && page.filters.departments.length > 0;
  const options = { lang: site.lang, lite: page.kind === 'year', filtersLeads };
  const documentTitle = page.path === paths.overview ? site.title : `${page.title} - ${site.title}`;
  return {
    page,
    documentTitle,
    // What stands at the foot of each sheet, as a string of CSS.
    sheet: JSON.stringify(`${page.kind === 'whole' ? site.title : documentTitle} ${site.edition}`),
    navigation: navigationAt(page.path, site, page.under),
    ...('chapters' in page &&
      page.kind !== 'sections' && {
        chapters: chapterViews(page.chapters, 2, options),
        hasCuts: hasCuts(page.chapters.flatMap(({ sections }) => sections)),
      }),
    ...(page.kind === 'year' && { lists: page.lists.map(listOf) }),
    ...(page.kind === 'section' && { section: sectionView(page.section, 1, options), hasCuts: hasCuts([page.section]) }),
  };
}

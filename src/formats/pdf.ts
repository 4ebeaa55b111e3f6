import type { Format } from './format.js';
import { format as html } from './html.js';

/**
 * `roadmap.pdf`, `slice.pdf`: the whole-document page as a browser prints it, tagged and with bookmarks. The page decides on the paper; a
 * report without such a page is printed from its first one.
 */
export const format: Format = {
  async *render(report, options) {
    const { print, date } = options;
    if (!print) throw new Error('the pdf format needs a browser');
    const pages = [];
    for await (const page of html.render(report, options)) pages.push(page);
    const whole = pages.find(({ path }) => path === 'all.html') ?? pages.find(({ path }) => path === 'index.html');
    yield { path: `${report.name}.pdf`, contents: settled(await print(pages, whole?.path ?? ''), date) };
  },
};

/**
 * What a browser prints with all that depends on the moment taken out. Each replacement is as long as what it replaces, since a PDF knows its
 * parts by their offset.
 */
function settled(pdf: Uint8Array, date: string | undefined): Uint8Array {
  // Latin 1 has a letter for every byte.
  const text = Buffer.from(pdf).toString('latin1');
  return Buffer.from(numbered(dated(text, date)), 'latin1');
}

/** The date of the data in the place of the clock, and blanks where there is none. */
function dated(text: string, date: string | undefined): string {
  return text.replace(/\/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g, (entry, name) =>
    (date ? `/${name} (D:${date.replaceAll('-', '')}000000+09'00')` : '').padEnd(entry.length),
  );
}

/** The names of the tagged elements, numbered from 0 in their order: the browser counts on from what it has seen before. */
function numbered(text: string): string {
  const name = /\(node(\d{8})\)/g;
  const ranks = new Map([...new Set(text.match(name))].sort().map((one, rank) => [one, `(node${String(rank).padStart(8, '0')})`]));
  return text.replace(name, (one) => ranks.get(one) ?? one);
}

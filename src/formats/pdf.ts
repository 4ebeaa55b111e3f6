import type { Format } from './format.js';
import { format as html } from './html.js';

/**
 * `roadmap.pdf`, `slice.pdf`: the whole-document page as a browser prints it, tagged and with bookmarks. The page decides on the paper; a
 * report without such a page is printed from its first one.
 */
export const format: Format = {
  name: 'pdf',
  single: false,
  async *render(report, options) {
    const { print, date } = options;
    if (!print) throw new Error('the pdf format needs a browser');
    const pages = [];
    for await (const page of html.render(report, options)) pages.push(page);
    const whole = pages.find(({ path }) => path === 'all.html') ?? pages.find(({ path }) => path === 'index.html');
    yield { path: `${report.name}.pdf`, contents: withDate(await print(pages, whole?.path ?? ''), date) };
  },
};

/** The browser writes the clock into what it prints: the date of the data takes its place, and blanks where there is none. */
function withDate(pdf: Uint8Array, date: string | undefined): Uint8Array {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  for (const { 0: entry, index } of text.matchAll(/\/(?:CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g)) {
    const dated = date && entry.replace(/\d{14}.*/, `${date.replaceAll('-', '')}000000+09'00')`);
    // As long as before, since the PDF knows its parts by their offset.
    bytes.write((dated ?? '').padEnd(entry.length), index, 'latin1');
  }
  return bytes;
}

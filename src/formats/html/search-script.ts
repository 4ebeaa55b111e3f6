import type { SearchEntry } from '../../report/site/site.js';

/**
 * The search index as a script, which a page may load from a disk too, where it may not fetch a file. An entry is its text, its folded text
 * (0 where that is the same), and the numbers of its context and of its page, with the place in the page.
 */
export function searchScript(entries: readonly SearchEntry[]): string {
  const contexts = numbered(entries.map(({ context }) => context));
  const pages = numbered(entries.map(({ href }) => href.replace(/#.*$/, '')));
  const rows = entries.map(({ text, folded, context, href }) => [
    text,
    folded === text ? 0 : folded,
    contexts.get(context),
    pages.get(href.replace(/#.*$/, '')),
    href.replace(/^[^#]*#?/, ''),
  ]);
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  return `window.roadmapSearch={contexts:${JSON.stringify([...contexts.keys()])},\npages:${JSON.stringify([...pages.keys()])},\nentries:[\n${lines}\n]};\n`;
}

function numbered(values: readonly string[]): Map<string, number> {
  return new Map([...new Set(values)].map((value, index) => [value, index]));
}

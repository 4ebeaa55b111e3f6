import { visible } from '../source/visible.js';

/** Text that Markdown prints as it is: no emphasis, links, tables, HTML or line breaks come out of it, and nothing that steers a terminal. */
export function escapeMarkdown(text: string): string {
  return visible(text.replace(/[\r\n]+/g, ' '))
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s|$)/, (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}

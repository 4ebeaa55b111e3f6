import { visible } from '../source/visible.js';

/**
 * Text that Markdown prints as it is: no emphasis, tables, HTML or line breaks come out of it, and nothing that steers a terminal. An address
 * of the web in it is a link of its own: with escapes in it, GitHub would lead to another one.
 */
export function escapeMarkdown(text: string): string {
  return visible(text.replace(/[\r\n]+/g, ' '))
    .split(address)
    .map((part, at) => (at % 2 === 1 ? `<${part}>` : escapeSigns(part)))
    .join('')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s|$)/, (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}

/** An address inside a sentence: brackets in it stand in pairs, and a sign that ends a sentence is none of its last. */
const address = /(https?:\/\/(?:[\w!#$%&'*+,./:;=?@~-]|\([\w!#$%&'*+,./:;=?@~-]*\))*(?:[\w#$%&*+/=@~-]|\([\w!#$%&'*+,./:;=?@~-]*\)))/i;

function escapeSigns(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, '\\$&').replace(/&(?=#?\w+;)/g, '&amp;');
}

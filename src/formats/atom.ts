import type { Feed } from '../report/revision/feed.js';
import type { Format } from './format.js';

/** `changes.atom`: what changed, an entry an item (RFC 4287). Only a revision has one. */
export const format: Format = {
  *render({ feed }) {
    if (feed) yield { path: 'changes.atom', title: '版の改正で変わった項目のフィード（Atom）', contents: write(feed) };
  },
};

function write({ id, title, subtitle, author, lang, url, page: file, updated, entries }: Feed): string {
  const page = url === undefined ? file : url.replace(/\/*$/, '/') + file;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    `<id>${id}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<subtitle>${escapeXml(subtitle)}</subtitle>`,
    `<updated>${updated}</updated>`,
    `<author><name>${escapeXml(author)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    ...entries.flatMap((entry) => [
      '<entry>',
      `<id>${entry.id}</id>`,
      `<title>${escapeXml(entry.title)}</title>`,
      `<updated>${updated}</updated>`,
      `<link rel="alternate" type="text/html" href="${escapeXml(page + entry.href)}"/>`,
      ...entry.categories.map((category) => `<category term="${category}"/>`),
      `<summary>${escapeXml(entry.summary)}</summary>`,
      '</entry>',
    ]),
    '</feed>',
    '',
  ].join('\n');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text in XML; characters that XML cannot hold are left out. */
function escapeXml(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

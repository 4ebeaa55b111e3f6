import { HtmlValidate } from 'html-validate/node';
import { describe, expect, it } from 'vitest';
import { filesOf, kindsOf, read } from './site.js';

/** In HTML a `th` takes flow content but headers, footers, headings and sectioning content; `details` is none of these (HTML, 4.9.10 and 3.2.5.2.3). */
const elements = {
  th: {
    permittedContent: ['@flow'],
    permittedDescendants: [{ exclude: ['header', 'footer', '@heading', 'article', 'aside', 'nav', 'section'] }],
  },
};

describe('the HTML is valid', () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard'],
    rules: { 'empty-heading': 'error', 'heading-level': 'error' },
    elements: ['html5', elements],
  });
  const paths = ['ja', 'slice', 'story', 'diff', 'draft', 'hostile', 'shapes']
    .flatMap(kindsOf)
    .concat('shapes/section-window.html', 'ja/section-cards.html', 'en/index.html', 'joined/index.html');
  it.each(paths)('%s', async (path) => {
    const { results } = await validator.validateString(read(path), path);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`)).slice(0, 20),
    ).toEqual([]);
  });
});

describe('the pages are small', () => {
  it('no page is above 400 kB, but for the whole document and the search index', () => {
    for (const name of filesOf('ja').filter((file) => /\.(?:html|css|js)$/.test(file) && file !== 'all.html' && file !== 'search-index.js'))
      expect(Buffer.byteLength(read(`ja/${name}`)), name).toBeLessThanOrEqual(400_000);
  });
  it('those of the years, the largest of them, leave room for a plan that grows', () => {
    for (const name of filesOf('ja').filter((file) => /^year-.*\.html$/.test(file)))
      expect(Buffer.byteLength(read(`ja/${name}`)), name).toBeLessThanOrEqual(350_000);
  });
  it('the scripts are at most 15 kB, and come after the content', () => {
    const scripts = filesOf('ja').filter((name) => name.endsWith('.js') && name !== 'search-index.js');
    expect(scripts.reduce((sum, name) => sum + Buffer.byteLength(read(`ja/${name}`)), 0)).toBeLessThanOrEqual(15_000);
    for (const path of kindsOf('ja')) {
      for (const [tag] of read(path).matchAll(/<script\b[^>]*>/g)) expect(tag, path).toMatch(/\bdefer\b|application\/ld\+json/);
      expect(read(path), path).not.toMatch(/\son\w+=/);
    }
  });
});

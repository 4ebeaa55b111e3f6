import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { templateCode } from '../../build/template-code.js';
import { folders } from '../../src/formats/templates/folders.js';
import { givenTemplates } from '../../src/formats/templates/given.js';
import { ownTemplates } from '../../src/formats/templates/templates.js';
import { diffWordsOf } from '../../src/report/revision/diff-words.js';
import { siteWordsOf } from '../../src/report/site/site-words.js';
import { wordsOf } from '../../src/report/words.js';
import { call, memoryHost } from '../support/memory-host.js';

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** What the code of one page renders. */
function fromCode(sources: Record<string, string>, view: object): string {
  const code = templateCode(new Map(Object.entries(sources)));
  const body = code.replace(/^import .*$/m, '').replace(/^export const/gm, 'const');
  const compiled = new Function('folders', `${body}; return compiled;`)(folders) as Record<string, (view: object) => string[]>;
  return compiled['html/page']?.(view).join('') ?? '';
}

describe('the templates', () => {
  it.each(['ja', 'en'] as const)('use no word that has no words in %s', (lang) => {
    const words = { ...wordsOf(lang), ...siteWordsOf(lang), ...diffWordsOf(lang) };
    const names = readdirSync(path('templates'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'));
    const used = names.flatMap((name) =>
      [...readFileSync(path(`templates/${name}`), 'utf8').matchAll(/\bwords\.(\w+)/g)].map(([, word = '']) => ({ name, word })),
    );
    expect(used.filter(({ word }) => !Object.hasOwn(words, word))).toEqual([]);
    expect(used.length).toBeGreaterThan(100);
  });
});

describe('the templates that the build has compiled', () => {
  it('are those that the tests run with', () => expect(ownTemplates).toBeDefined());

  it.each([
    ['build', 'test/editions/halves/plan', '--format', 'html,md'],
    ['build', 'test/editions/story/r5', '--format', 'html,md'],
    ['build', 'roadmap', '--format', 'html,md'],
    ['build', 'test/editions/quarters/plan', '--lang', 'en'],
    ['slice', 'test/editions/story/r5', '--fy', '2023', '--format', 'html,md'],
    ['diff', 'test/editions/story/r3', 'test/editions/story/r4', '--format', 'html,md'],
  ])('write what Handlebars writes with a copy of them: %s %s', async (...argv) => {
    const at = argv.map((arg) => (arg === 'roadmap' || arg.startsWith('test/') ? path(arg) : arg));
    const copy = mkdtempSync(join(tmpdir(), 'roadmap-templates-'));
    try {
      cpSync(path('templates'), copy, { recursive: true });
      const [own, given] = [memoryHost(), memoryHost()];
      expect(await call(own, ...at, '--out', 'out')).toBe(0);
      expect(await call(given, ...at, '--out', 'out', '--templates', copy)).toBe(0);
      expect([...own.files.keys()]).toEqual([...given.files.keys()]);
      for (const [name, contents] of own.files) {
        expect(given.files.get(name) === contents, name).toBe(true);
        if (name.endsWith('.html'))
          expect(/\n\s*\n/.test(contents.replace(/(?<=<style>).*?(?=<\/style>)/s, '')), `${name} has a blank line`).toBe(false);
      }
    } finally {
      rmSync(copy, { recursive: true });
    }
  });

  it('treat values of every kind as Handlebars does', () => {
    const source = `
{{#each values}}
{{@index}} {{@first}} {{@last}} {{this}} {{{this}}} {{../name}} {{length}} {{name}} {{name.first}} {{at}} {{link}} {{constructor}}
{{#if this}}yes{{else if @first}}first{{else}}no{{/if}} {{#unless this}}no{{/unless}} {{#if (some this "")}}some{{/if}}
{{#with name}}with {{first}} {{../length}}{{else}}without {{length}} {{../name}}{{/with}}
  {{#each list}}{{this}} {{name}} {{../name}} {{@root.name}};{{else}}none {{name}}{{/each}}
{{> part part=this name="given"}}{{> part .}}
{{/each}}
{{#> frame}}inside {{name}}{{/frame}}{{#if values}}{{> part none}}{{/if}}
`;
    const sources = {
      'html/page.hbs': source,
      'html/_part.hbs': 'part {{part}} {{name}} {{#if list}}{{> part list}}{{/if}}\n',
      'html/_frame.hbs': '<{{name}}>\n  {{! nothing }}\n{{> @partial-block}}\n</{{name}}>\n',
    };
    const texts = ['', 'text', `&<>"'\`=`, '\u2028\r\n', 0, -1, 1.5, true, false];
    const things = [
      [],
      ['a', ''],
      {},
      { name: 'n' },
      { name: { first: 'f' } },
      { name: null, at: undefined },
      { list: [] },
      { list: [{ name: 'x' }, 'y', 0] },
      { at: 1, link: 2 },
    ];
    const view = { name: 'v<', values: [...texts, ...things] };
    const rendered = fromCode(sources, view);
    expect(rendered).toBe(
      givenTemplates(new Map(Object.entries(sources)))
        .render('html/page', view)
        .join(''),
    );
    expect(rendered).toContain('&amp;&lt;&gt;&quot;&#x27;&#x60;&#x3D;');
  });

  it.each([
    ['{{#thing}}{{/thing}}', 'html/page.hbs:1:1'],
    ['a\n {{thing one}}', 'html/page.hbs:2:2'],
    ['{{> nowhere}}', 'html/page.hbs:1:1'],
    ['{{#if (thing one)}}{{/if}}', 'html/page.hbs:1:7'],
    ['{{@key}}', 'html/page.hbs:1:3'],
    ['{{#with this}}{{/with}}', 'html/page.hbs:1:9'],
    ['{{../name}}', 'html/page.hbs:1:3'],
    ['{{#*inline "part"}}{{/inline}}', 'html/page.hbs:1:1'],
    ['{{lookup}}', 'html/page.hbs:1:3'],
  ])('know no more than they must: %s', (source, place) => {
    expect(() => fromCode({ 'html/page.hbs': source }, {})).toThrow(place);
  });
});

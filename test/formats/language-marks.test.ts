import { expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, withPhases } from '../support/plan.js';

async function pageOf(language: string, lang: string): Promise<string> {
  const host = memoryHost({ 'roadmap/plan.yaml': `${plan}${language}`, 'roadmap/section.yaml': withPhases('- 2022: Operation') });
  expect(await call(host, 'build', '--out', 'out', '--lang', lang), host.err).toBe(0);
  return host.files.get('out/section-s1.html') as string;
}
const textLanguage = (page: string) => /<section id="s1"[^>]*?(?: lang="([^"]*)")?>/.exec(page)?.[1];
const wordLanguage = (page: string) => /<th scope="col" class="of-measure"(?: lang="([^"]*)")?>/.exec(page)?.[1];

it.each([
  ['', 'ja', undefined, undefined],
  ['', 'en', 'ja', 'en'],
  ['language: en\n', 'en', undefined, undefined],
  ['language: en\n', 'ja', 'en', 'ja'],
  ['language: pt-BR\n', 'en', 'pt-BR', 'en'],
  ['language: 日本語\n', 'en', 'ja', 'en'],
])('the texts and the words of a page are marked where they are not in its language: %s, %s', async (language, lang, texts, words) => {
  const page = await pageOf(language, lang);
  expect(page).toContain(`<html lang="${lang}"`);
  expect([textLanguage(page), wordLanguage(page)]).toEqual([texts, words]);
});

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';

/** The texts of a page, each with the language that it is read out in. */
function textsOf(page: string): { text: string; lang: string }[] {
  const found: { text: string; lang: string }[] = [];
  const stack: { name: string; lang: string }[] = [];
  for (const [, closes, name, attributes = '', text = ''] of page.matchAll(/<(\/?)([a-z]\w*)((?:"[^"]*"|[^>"])*)>([^<]*)/g)) {
    if (closes) while (stack.length > 0 && stack.pop()?.name !== name);
    else if (name && !/^(?:meta|link|br|col|input)$/.test(name))
      stack.push({ name, lang: / lang="([^"]*)"/.exec(attributes)?.[1] ?? stack.at(-1)?.lang ?? '' });
    const { name: around, lang = '' } = stack.at(-1) ?? {};
    if (text.trim() && !/^(?:script|style|title)$/.test(around ?? '')) found.push({ text: text.trim(), lang });
  }
  return found;
}

async function pagesOf(files: Record<string, string>, ...argv: string[]): Promise<[name: string, page: string][]> {
  const host = memoryHost(files);
  expect(await call(host, ...argv, '--format', 'html', '--out', 'out'), host.err).toBe(0);
  return [...host.files].filter(([name]) => name.startsWith('out/') && name.endsWith('.html'));
}

/** What is read out in a wrong language: texts with letters of a script that their language has not. */
async function misread(letters: Record<string, RegExp>, pages: readonly [name: string, page: string][]): Promise<string[]> {
  const all = pages.flatMap(([name, page]) => textsOf(page).map((one) => ({ ...one, name })));
  for (const lang of Object.keys(letters)) expect(all.some((one) => one.lang === lang)).toBe(true);
  const isWrong = ({ text, lang }: (typeof all)[number]) =>
    !/^https?:/.test(text) && Object.entries(letters).some(([of, pattern]) => of !== lang && pattern.test(text));
  return all.filter(isWrong).map(({ name, lang, text }) => `${name.replace('out/', '')} ${lang}: ${text}`);
}

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** An English word, year or date. */
const english = /[a-z]{3}|FY\d|\d{4}-\d{2}/;
const editions = fileURLToPath(new URL('../editions/story/', import.meta.url));

describe('in English editions of Japanese plans each part of a page is read out in its own language', () => {
  it.each([
    [['build', join(editions, 'r5')]],
    [['diff', join(editions, 'r4'), join(editions, 'r5')]],
    [['diff', join(editions, 'r3'), join(editions, 'r4'), '--style', 'strike']],
    [['slice', join(editions, 'r5'), '--fy', '2022-2023', '--by', 'lead']],
    [['slice', join(editions, 'r4'), '--fy', '2022', '--lead', 'lh', '--status', '報告なし']],
  ])('%s', async (argv) => {
    expect(await misread({ ja: kana, en: english }, await pagesOf({}, ...argv, '--lang', 'en'))).toEqual([]);
  });
});

it.each([
  ['ja', '要改善（研修の期限を一年過ぎている。）'],
  ['en', '要改善 (研修の期限を一年過ぎている。)'],
])('the reason of a verdict stands in the brackets of the page: %s', async (lang, verdict) => {
  const pages = await pagesOf({}, 'slice', join(editions, 'r5'), '--fy', '2022-2023', '--lang', lang);
  expect(pages.some(([, page]) => page.includes(`<dd>${verdict}</dd>`))).toBe(true);
});

const greek = (window: string, edition: string, more: string, text: string) => ({
  'plan.yaml': `format: 1
title: Σχέδιο
edition: ${edition}
language: el
source: { title: Πηγή, edition: Έκδοση, pages: 3 }
window: ${window}
${more}chapters:
- { id: ch, title: Κεφάλαιο, sections: [section.yaml] }
`,
  'departments.yaml': `departments:
- { id: one, name: Πρώτο }
- { id: two, name: Δεύτερο }
- { id: three, name: Τρίτο }
`,
  'section.yaml': `id: s1
title: Ενότητα
measures:
- id: m1
  title: Μέτρο
  leads: [one, two, three]
  completed: [{ 2020-04: Παλιό }]
  milestones: [{ 2022-05: Σημείο }, Αόριστο]
  kpis:
  - { id: k1, name: Δείκτης, unit: Μ, target: { 2023: 5 }, base: { 2020-03-31: 1 }, actuals: { 2022-03-31: 2 } }
  - { id: k2, name: Άλλος, unit: Μ, target: { undetermined: 2024 } }
  tracks:
  - id: row
    judged: Κρίση
    phases:
    - ${text}
      related: [{ see: other }]
- id: m2
  title: Επόμενο
  tracks:
  - { id: other, label: Ετικέτα, phases: [{ 2023: Τέλος }] }
`,
});

it.each(['ja', 'en'] as const)('a plan in a third language is told from words of the tool: %s', async (lang) => {
  const files = {
    old: greek('2021-2025', 'Παλιά', '', '2021-2022: Έργο'),
    new: greek('2022-2026', 'Νέα', 'editions:\n- { edition: Παλιά, from: ../old }\n', '2022-2024: Νέο έργο'),
  };
  const all = Object.entries(files).flatMap(([folder, texts]) => Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text]));
  const letters = { el: /\p{Script=Greek}/u, ja: kana, ...(lang === 'en' && { en: english }) };
  expect(await misread(letters, await pagesOf(Object.fromEntries(all), 'build', 'new', '--lang', lang))).toEqual([]);
});

import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';

const story = fileURLToPath(new URL('../editions/story/r5', import.meta.url));
const plan = `format: 1
title: Trial plan
edition: May 2022
window: 2021-2025
source: { title: Source, edition: First }
chapters:
- id: ch1
  title: Chapter
  sections: [section.yaml]
`;
const section = `id: s1
title: Section
measures:
- id: m
  title: Measure
  leads: [ministry, agency]
  kpis:
  - { id: k, name: Rate, unit: "%", target: { 2024: 60 }, actuals: { 2022-03-31: 20 } }
  tracks:
  - id: r
    phases:
    - 2021: Study
    - 2022-2023: Build
    - 2024-: Run
- id: guide
  title: Guide for all offices
  leads: [agency, ministry]
  tracks:
  - id: pages
    phases:
    - 2022: Writing of the pages for citizens
      due: end of 2022
`;
const departments = 'departments:\n- { id: ministry, name: Ministry }\n- { id: agency, name: Agency }\n';
const files = (folder: string, change: (text: string) => string = (text) => text) => ({
  [`${folder}/plan.yaml`]: change(plan),
  [`${folder}/section.yaml`]: change(section),
  [`${folder}/departments.yaml`]: departments,
});
const revised = (text: string) =>
  text
    .replace('May 2022', 'May 2023')
    .replace('Build', 'Construct')
    .replace('id: r\n', 'id: q\n    was: r\n')
    .replace('[ministry, agency]', '[agency, ministry]')
    .replace('id: guide', 'id: handbook')
    .replace('id: pages', 'id: papers');

it.each([
  ['build', 'roadmap', '--format', 'md'],
  ['slice', 'roadmap', '--fy', '2022-2023'],
  ['status', 'roadmap', '--fy', '2022'],
  ['diff', 'roadmap', 'revised'],
  ['diff', 'roadmap', 'revised', '--style', 'strike'],
])('what is written in English of a plan in English has no signs of Japanese: %s %s %s %s', async (...argv) => {
  const host = memoryHost({ ...files('roadmap'), ...files('revised', revised) });
  expect(await call(host, ...argv, '--lang', 'en', ...(argv[0] === 'build' ? ['--out', '-'] : [])), host.err).toBe(0);
  expect(host.out).toContain('May 2022');
  expect(host.out.match(/.*[（）、。・一-鿿ぁ-ヿ].*/g)).toBeNull();
});

it.each([
  ['build', story, '--format', 'html,csv,json'],
  ['slice', story, '--fy', '2023', '--format', 'html,csv,json'],
])('the data page says in its own language what the files hold: %s', async (...argv) => {
  const about = async (lang: string) => {
    const host = memoryHost();
    expect(await call(host, ...argv, '--lang', lang, '--out', 'out'), host.err).toBe(0);
    const table = host.files.get('out/data.html')?.match(/<table class="plain files">.*?<\/table>/s)?.[0] ?? '';
    return [...table.matchAll(/<\/th><td([^>]*)>([^<]*)<\/td>/g)].map(([, mark, title = '']) => ({ mark, title }));
  };
  const isJapanese = ({ title }: { title: string }) => /[一-鿿ぁ-ヿ]/.test(title);
  const [japanese, english] = [await about('ja'), await about('en')];
  expect(japanese.length).toBeGreaterThan(10);
  expect(english).toHaveLength(japanese.length);
  expect([...japanese, ...english].filter(({ mark, title }) => mark || !title)).toEqual([]);
  expect(japanese.filter((file) => !isJapanese(file))).toEqual([]);
  expect(english.filter(isJapanese)).toEqual([]);
});

const pagesOf = async (lang: string, dir: string, more: Record<string, string> = {}) => {
  const host = memoryHost(more);
  expect(await call(host, 'build', dir, '--lang', lang, '--out', 'out'), host.err).toBe(0);
  return (name: string) => host.files.get(`out/${name}.html`) ?? '';
};

it('marks the words of the tool behind those of a Japanese plan as English, and the name of an edition as Japanese', async () => {
  const page = await pagesOf('en', story);
  expect(page('year-2026')).toContain('>措置中<span lang="en"> (FY2022, reported on the whole measure)</span></td>');
  expect(page('kpis')).toContain('>0基<span lang="en"> (FY2024)</span></td>');
  expect(page('year-2022')).toContain('is not counted here: <span lang="ja">令和4年6月</span></p>');
  expect(page('section-foundation')).toMatch(/<caption [^>]*>1\. 共通の基盤: <span lang="en">Timeline<\/span>/);
});

it('marks the words of the tool behind those of an English plan as Japanese', async () => {
  const page = await pagesOf('ja', 'roadmap', {
    ...files('roadmap', (text) =>
      text
        .replace('format: 1', 'format: 1\nlanguage: en')
        .replace('- id: r\n', '- id: r\n    milestones: [{ 2022-06: Opening in 2022年 }]\n')
        .replace('target: { 2024: 60 }', 'target: { 2024: 60 }, base: { 2020-03-31: 5 }'),
    ),
  });
  expect(page('section-s1')).toContain('<b lang="ja">2022年6月</b> Opening in 2022年');
  expect(page('section-s1')).toContain('60%<span lang="ja">（2024年度）</span>');
  expect(page('kpis')).toContain('>5%<span lang="ja">（2020年3月31日）</span></td>');
  expect(page('section-s1')).toContain('<span class="wareki" lang="ja"><span>令和3年度</span>');
  expect(page('section-s1')).toMatch(/<caption [^>]*>Section: <span lang="ja">/);
});

it('is asked for: the locale of a machine changes neither messages nor files', async () => {
  const hosts = [{}, { LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' }].map((env) => memoryHost(files('roadmap'), env));
  for (const host of hosts) expect(await call(host, 'build', '--format', 'md'), host.err).toBe(0);
  const [bare, english] = hosts.map(({ out, files }) => ({ out, files }));
  expect(english).toEqual(bare);
  expect(bare?.files.get('dist/report/index.md')?.toString()).toContain('工程');
});

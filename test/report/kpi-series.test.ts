import { expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, section } from '../support/plan.js';

const many = '{ 2021-09-30: 10, 2022-03-31: 20, 2023-03-31: 35.5, 2024-03-31: 50 }';
const measures = section(`- id: m1
  title: 施策
  tracks:
  - { id: row, phases: [{ 2021-: 検討 }] }
  kpis:
  - { id: many, name: 接続率, unit: '%', target: { 2022: 98 }, actuals: ${many} }
  - { id: few, name: 施設, unit: か所, target: { 2025: 9 }, actuals: { 2021-03-31: 1, 2020-03-31: 0 } }
  - { id: none, name: 別の率, unit: '%', target: { 2025: 9 } }
`);

async function pages(lang: string, ...argv: string[]): Promise<(name: string) => string> {
  const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': measures });
  expect(await call(host, ...argv, '--format', 'html', '--out', 'out', '--lang', lang), host.err).toBe(0);
  return (name) => String(host.files.get(`out/${name}`));
}

/** The series of a page: whether it is folded, and its figures. */
const seriesOf = (page: string) =>
  [...page.matchAll(/<(details|div) class="series">(.*?)<\/\1>/gs)].map(([, tag, series = '']) => [
    tag === 'details',
    ...[...series.matchAll(/<li>(.*?)<\/li>/g)].map(([, text]) => text),
  ]);

it('a KPI tells all its actuals, the newest first, folded where they are many', async () => {
  const page = await pages('ja', 'build');
  const series = [
    [true, '35.5%（2023年3月31日）', '20%（2022年3月31日）', '10%（2021年9月30日）'],
    [false, '0か所（2020年3月31日）'],
  ];
  expect(seriesOf(page('kpis.html'))).toEqual(series);
  expect(seriesOf(page('index.html'))).toEqual(series);
  // As they were known at the end of the year.
  expect(seriesOf(page('year-2022.html'))).toEqual([[false, '20%（2022年3月31日）', '10%（2021年9月30日）']]);
});

it.each([
  ['ja', '2022年度末までの実績です。その後の実績もあります。', '最新の実績です。2022年度より後のものもあります。'],
  ['en', 'As of the end of FY2022; there are later actuals.', 'The latest actuals, some of them from after FY2022.'],
])('a page says of when its actuals are, where others are known: %s', async (lang, asOf, latest) => {
  const page = await pages(lang, 'build', '--fy', '2022');
  expect(page('year-2022.html')).toContain(asOf);
  expect(page('year-2025.html')).not.toContain('2025年度末までの実績');
  expect(page('index.html')).toContain(latest);
  expect((await pages(lang, 'build', '--fy', '2024'))('index.html')).not.toContain(latest.slice(0, 6));
  expect((await pages(lang, 'slice', '--fy', '2021-2022'))('index.html')).toContain(asOf);
});

import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, section } from '../support/plan.js';

const measures = section(`- id: m1
  title: 接続
  tracks:
  - id: row
    milestones: [{ 2022-02: 公表 }, { 2022-03-31: 完了 }]
    phases:
    - 2021-2023: 検討
      due: 令和5年度末
  kpis:
  - { id: sites, name: 接続, unit: 施設, base: { 2020-03-31: 120 }, target: { 2023: 1234567.5 }, actuals: { 2021-10: 1500, 2022-03-31: 2750 } }
  - { id: share, name: 割合, unit: '%', target: { 2023: 98 } }
`);

/** The rows of the lists of a plan's Markdown. */
async function listsIn(lang: string): Promise<string[]> {
  const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': measures });
  expect(await call(host, 'build', '--format', 'md', '--out', '-', '--lang', lang), host.err).toBe(0);
  return host.out.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:---|期限|日付|名前|Due|Date|Name)/.test(line));
}

describe('dates and figures in words', () => {
  it('are Japanese in Japanese, with a comma at every third place', async () => {
    expect(await listsIn('ja')).toEqual([
      '| 令和5年度末 | 検討 | 2021～2023年度 | 1\\. 節 |',
      '| 2022年2月 | 公表 | 接続 |',
      '| 2022年3月31日 | 完了 | 接続 |',
      '| 接続 | 1,234,567.5施設（2023年度） | 120施設（2020年3月31日） | 2,750施設（2022年3月31日） | 接続 |',
      '| 割合 | 98%（2023年度） |  | 実績の報告なし | 接続 |',
    ]);
  });

  it('are English in English', async () => {
    expect(await listsIn('en')).toEqual([
      '| 令和5年度末 | 検討 | FY2021–2023 | 1\\. 節 |',
      '| 2022-02 | 公表 | 接続 |',
      '| 2022-03-31 | 完了 | 接続 |',
      '| 接続 | 1,234,567.5施設 (FY2023) | 120施設 (2020-03-31) | 2,750施設 (2022-03-31) | 接続 |',
      '| 割合 | 98% (FY2023) |  | no actual reported | 接続 |',
    ]);
  });
});

const target = (value: string) =>
  section(`- id: m1
  title: 接続
  kpis: [{ id: share, name: 割合, unit: '%', better: more, target: ${value} }]
  tracks:
  - { id: row, phases: [{ 2021-: 検討 }] }
`);

describe('a figure', () => {
  it.each([
    ['-1234.5', '-1,234.5%'],
    ['0.1', '0.1%'],
    ['0.0000001', '0.0000001%'],
    ['1000000000000000000000', '1,000,000,000,000,000,000,000%'],
  ])('of %s is printed with all its digits: %s', async (value, words) => {
    const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': target(`{ 2023: ${value} }`) });
    expect(await call(host, 'build', '--format', 'md', '--out', '-'), host.err).toBe(0);
    expect(host.out).toContain(`| 割合 | ${words}（2023年度）`);
  });
});

describe('a target in printed words', () => {
  it.each([
    ['{ 2025: 3 }, printed: 3割削減', '3割削減（2025年度）'],
    ['{ 2025: 3 }, printed: 令和2年度（2020年度）比で3割削減', '令和2年度（2020年度）比で3割削減（2025年度）'],
    ['{ 2025: 3 }, printed: 令和7年度までに3割削減', '令和7年度までに3割削減'],
    ['{ 2025: 3 }, printed: 令和8年3月までに3割削減', '令和8年3月までに3割削減'],
    ['3, printed: 3割削減', '3割削減'],
  ])('names the year of the target once: %s', async (value, words) => {
    const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': target(value) });
    expect(await call(host, 'build', '--format', 'md', '--out', '-', '--lang', 'ja'), host.err).toBe(0);
    expect(host.out).toContain(`| 割合 | ${words} |`);
  });
});

describe('a target that the plan does not state', () => {
  it.each([
    ['ja', '記載なし'],
    ['en', 'not stated'],
  ])('is not said in %s to be undetermined', async (lang, words) => {
    const text = target('0').replace(', target: 0', '');
    const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': text });
    expect(await call(host, 'build', '--format', 'md', '--out', '-', '--lang', lang), host.err).toBe(0);
    expect(host.out).toContain(`| 割合 | ${words} |`);
  });
});

describe('a target that is not set', () => {
  it.each([
    ['ja', '{ undetermined: 2022 }', '未定（2022年度に定める）'],
    ['en', '{ undetermined: 2022 }', 'undetermined (to be set in FY2022)'],
    ['ja', 'undetermined', '未定'],
    ['en', 'undetermined', 'undetermined'],
  ])('names in %s the year in which it is to be: %s', async (lang, value, words) => {
    const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': target(value) });
    expect(await call(host, 'build', '--format', 'md', '--out', '-', '--lang', lang), host.err).toBe(0);
    expect(host.out).toContain(`| 割合 | ${words} |`);
  });

  it.each([
    ['ja', '未定（2022年度に定める） → 1,200%（2024年度）'],
    ['en', 'undetermined (to be set in FY2022) → 1,200% (FY2024)'],
  ])('and what it is set to are told in %s by a comparison', async (lang, words) => {
    const edition = (dir: string, value: string) => [
      [`${dir}/plan.yaml`, plan],
      [`${dir}/section.yaml`, target(value)],
    ];
    const host = memoryHost(Object.fromEntries([...edition('old', '{ undetermined: 2022 }'), ...edition('new', '{ 2024: 1200 }')]));
    expect(await call(host, 'diff', 'old', 'new', '--style', 'strike', '--lang', lang), host.err).toBe(0);
    const [before = '', after = ''] = words.split(' → ');
    expect(host.out.replace(/<ins>.*?<\/ins>|<\/?del>/g, '')).toContain(before);
    expect(host.out.replace(/<del>.*?<\/del>|<\/?ins>/g, '')).toContain(after);
    host.out = '';
    expect(await call(host, 'diff', 'old', 'new', '--format', 'json', '--out', '-', '--lang', lang), host.err).toBe(0);
    expect(host.out).toContain('"field":"kpi.target","before":"undetermined: 2022","after":"2024: 1200"');
  });
});

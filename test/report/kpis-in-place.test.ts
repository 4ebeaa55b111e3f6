import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan } from '../support/plan.js';

const kpi = (id: string, more = '') => `{ id: ${id}, name: ${id}の率, unit: '%', target: { 2023: 98 }${more} }`;
const section = `id: s1
title: 節
kpis: [${kpi('section')}]
measures:
- id: m1
  title: 施策
  leads: [mic]
  kpis: [${kpi('measure', ', base: { 2020-03-31: 5 }, actuals: { 2022-03-31: 50 }')}]
  tracks:
  - id: track
    phases: [{ 2021-: 検討 }]
    kpis: [${kpi('row')}]
- id: m2
  title: 見出しだけ
  kpis: [${kpi('band')}]
`;

async function built(): Promise<(name: string) => string> {
  const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': departments, 'roadmap/section.yaml': section });
  expect(await call(host, 'build', '--format', 'html,md', '--out', 'out', '--lang', 'ja'), host.err).toBe(0);
  return (name) => String(host.files.get(`out/${name}`)).replace(/<[^>]*>/g, '');
}

const measureWords = 'measureの率 目標 98%（2023年度） 基準 5%（2020年3月31日） 実績 50%（2022年3月31日）';

describe('a target stands where it belongs', () => {
  it.each([
    ['section-s1.html', 2],
    ['all.html', 2],
    ['department-mic.html', 2],
  ])('in the timeline and in the list of %s', async (name, times) => {
    const text = (await built())(name);
    expect(text.split(measureWords).length - 1).toBe(times);
    expect(text.split('rowの率 目標 98%（2023年度） 実績の報告なし').length - 1).toBe(times);
    expect(text).toContain('sectionの率');
    expect(text.includes('bandの率')).toBe(name !== 'department-mic.html');
  });

  it('in the data of the page', async () => {
    const rows = (await built())('pages/section-s1.csv').split('\r\n');
    expect(rows.filter((row) => row.includes(',kpi,')).map((row) => row.split(',').slice(2, 5).join(' '))).toEqual([
      'kpi section s1',
      'kpi measure m1',
      'kpi row track',
      'kpi band m2',
    ]);
  });

  it('in Markdown', async () => {
    const lines = (await built())('index.md').split('\n');
    expect(lines.filter((line) => /^[-*] ◎|^#### /.test(line))).toEqual([
      '- ◎ sectionの率 目標: 98%（2023年度）、実績の報告なし',
      '#### 施策',
      '- ◎ measureの率 目標: 98%（2023年度）、基準: 5%（2020年3月31日）、実績: 50%（2022年3月31日）',
      '* ◎ rowの率 目標: 98%（2023年度）、実績の報告なし',
      '#### 見出しだけ',
      '- ◎ bandの率 目標: 98%（2023年度）、実績の報告なし',
    ]);
  });
});

it('a target that is not set is told in English words on every page of the English edition', async () => {
  const unset = section.replace('target: { 2023: 98 }', 'target: { undetermined: 2024 }');
  const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': departments, 'roadmap/section.yaml': unset });
  expect(await call(host, 'build', '--format', 'html', '--out', 'out', '--lang', 'en'), host.err).toBe(0);
  for (const name of ['index.html', 'kpis.html', 'section-s1.html']) {
    const page = String(host.files.get(`out/${name}`)).replace(/<(b|span) lang="en">Target<\/\1> /g, '');
    const before = page.split('undetermined (to be set in FY2024)').slice(0, -1);
    expect(before.length, name).toBeGreaterThan(0);
    for (const text of before) expect(text.slice(-20), name).toMatch(/ lang="en">$/);
  }
});

import { expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, section } from '../support/plan.js';

it('says of a row what is done, and its departments where they are not those of the heading', async () => {
  const row = (id: string, lead: string) =>
    `  - id: ${id}\n    leads: [${lead}]\n    completed:\n    - 2021-10: ${id}の告示\n    phases:\n    - 2021-: ${id}の検討\n`;
  const text = section(`- id: m\n  title: 施策\n  leads: [mic]\n  tracks:\n${row('one', 'mic')}${row('two', 'mic-bureau')}`);
  const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': departments, 'roadmap/section.yaml': text });
  expect(await call(host, 'build', '--format', 'md', '--out', '-', '--lang', 'ja'), host.err).toBe(0);
  const lines = host.out.split('\n').filter((line) => /担当|実施済み|の検討/.test(line));
  expect(lines.slice(0, 6).map((line) => line.replace(/（.*/, ''))).toEqual([
    '担当: 総務省',
    expect.stringMatching(/^[*-] 実施済みの事項: 2021年10月 oneの告示$/),
    expect.stringMatching(/oneの検討$/),
    expect.stringMatching(/^[*-] 担当: 行政局$|^[*-] 担当: 総務省行政局$/),
    expect.stringMatching(/^[*-] 実施済みの事項: 2021年10月 twoの告示$/),
    expect.stringMatching(/twoの検討$/),
  ]);
});

it('says of each report its year where the slice has several, and not where it has one', async () => {
  const row = section('- id: m\n  title: 施策\n  tracks: [{ id: row, phases: [{ 2021-2022: 検討 }] }]\n');
  const report = (fy: number, done: string) => `fy: ${fy}\nreports:\n- { on: row, done: ${done} }\n`;
  const host = memoryHost({
    'roadmap/plan.yaml': plan,
    'roadmap/departments.yaml': departments,
    'roadmap/section.yaml': row,
    'roadmap/progress/2021/section.yaml': report(2021, '調べた'),
    'roadmap/progress/2022/section.yaml': report(2022, '決めた'),
  });
  const told = async (fy: string) => {
    host.out = '';
    expect(await call(host, 'slice', '--fy', fy, '--lang', 'ja'), host.err).toBe(0);
    return host.out.split('\n').filter((line) => /^- (?:年度|実施したこと)/.test(line));
  };
  expect(await told('2021-2022')).toEqual(['- 年度: 2021年度', '- 実施したこと: 調べた', '- 年度: 2022年度', '- 実施したこと: 決めた']);
  expect(await told('2022')).toEqual(['- 実施したこと: 決めた']);
  expect(await call(host, 'slice', '--fy', '2021-2022', '--format', 'html', '--out', 'out', '--lang', 'ja'), host.err).toBe(0);
  expect(String(host.files.get('out/index.html')).match(/<dt>年度<\/dt><dd>.*?<\/dd>/g)).toHaveLength(2);
});

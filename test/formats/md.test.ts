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

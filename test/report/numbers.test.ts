import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, section } from '../support/plan.js';

async function build(measures: string) {
  const host = memoryHost({
    'roadmap/plan.yaml': plan,
    'roadmap/departments.yaml': departments,
    'roadmap/section.yaml': section(measures),
  });
  expect(await call(host, 'build', '--format', 'html,md,csv', '--out', 'out', '--lang', 'en'), host.err).toBe(0);
  return host.files;
}

describe('numbers elsewhere', () => {
  it('stand beside the item, and in a table of their own', async () => {
    const files = await build(
      "- id: m\n  title: 施策\n  refs: { 施策番号: '6-3' }\n  tracks:\n  - id: t\n    refs: { 事業番号: JB-0012 }\n    phases:\n    - 2021: 検討\n",
    );
    expect(files.get('out/numbers.csv')?.split('\r\n').slice(1)).toEqual([
      'roadmap,令和3年12月,m,measure,施策番号,6-3',
      'roadmap,令和3年12月,t,track,事業番号,JB-0012',
      '',
    ]);
    for (const words of ['施策番号: 6-3', '事業番号: JB-0012']) expect(files.get('out/index.md')).toContain(words);
    const page = files.get('out/section-s1.html');
    for (const words of ['<b>施策番号</b> 6-3', '<b>事業番号</b> JB-0012']) expect(page).toContain(words);
  });
  it('have no table where there are none', async () =>
    expect((await build('- id: m\n  title: 施策\n')).has('out/numbers.csv')).toBe(false));
});

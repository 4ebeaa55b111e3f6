import { expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, withPhases } from '../support/plan.js';

const files = { 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': departments, 'roadmap/section.yaml': withPhases('- 2021: 検討') };

it.each([
  ['dist/report', 'index.md', ['build', '--format', 'md']],
  ['dist/slice', 'index.md', ['slice', '--fy', '2021', '--format', 'md']],
  ['dist/diff', 'index.md', ['diff', 'roadmap', 'roadmap', '--format', 'md']],
  ['dist/sheets', 'no-lead.xlsx', ['sheet', '--lead', 'none']],
])('what is not told where to go has a folder of its own, which the help names: %s', async (folder, file, argv) => {
  const host = memoryHost(files);
  expect(await call(host, ...argv), host.err).toBe(0);
  expect([...host.files.keys()].filter((path) => !path.startsWith('roadmap/'))).toEqual([`${folder}/${file}`]);
  for (const lang of ['ja', 'en']) {
    const asked = memoryHost();
    await call(asked, argv[0] as string, '--help', '--lang', lang);
    expect(asked.out).toContain(folder);
  }
});

it.each([[['build']], [['sheet', '--all']], [['roll', '--edition', '令和4年6月', '--window', '2022-2026']]])(
  'a folder without a name is none, and nothing is written: %s',
  async (argv) => {
    const host = memoryHost(files);
    expect(await call(host, ...argv, '--out', '', '--lang', 'en')).toBe(2);
    expect(host.err).toContain('the folder of `--out` has an empty name');
    expect(Object.fromEntries(host.files)).toEqual(Object.fromEntries(memoryHost(files).files));
  },
);

it.each([[['sheet', '--all']], [['roll', '--edition', '令和4年6月', '--window', '2022-2026']], [['index', 'roadmap']]])(
  'what is files alone does not go to standard output: %s',
  async (argv) => {
    const host = memoryHost(files);
    expect(await call(host, ...argv, '--out', '-')).toBe(2);
    expect(host.err).toContain('`--out -`（標準出力）には書き出せません');
    expect(Object.fromEntries(host.files)).toEqual(Object.fromEntries(memoryHost(files).files));
  },
);

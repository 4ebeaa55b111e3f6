import { expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, withPhases } from '../support/plan.js';

const files = { 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': departments, 'roadmap/section.yaml': withPhases('- 2021: 検討') };

it.each([
  ['dist/report', ['build']],
  ['dist/slice', ['slice', '--fy', '2021']],
  ['dist/diff', ['diff', 'roadmap', 'roadmap']],
])('what is not told where to go has a folder of its own, which the help names: %s', async (folder, argv) => {
  const host = memoryHost(files);
  expect(await call(host, ...argv, '--format', 'md'), host.err).toBe(0);
  expect([...host.files.keys()].filter((path) => !path.startsWith('roadmap/'))).toEqual([`${folder}/index.md`]);
  for (const lang of ['ja', 'en']) {
    const asked = memoryHost();
    await call(asked, argv[0] as string, '--help', '--lang', lang);
    expect(asked.out).toContain(folder);
  }
});

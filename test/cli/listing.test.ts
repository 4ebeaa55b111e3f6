import { expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, withPhases } from '../support/plan.js';

const filesOf = (dir: string) => ({ [`${dir}/plan.yaml`]: plan, [`${dir}/section.yaml`]: withPhases('- 2022: 実施') });

it('a build tells each file with its size, and all of them', async () => {
  const host = memoryHost(filesOf('a'));
  expect(await call(host, 'build', 'a', '--format', 'json', '--out', 'o')).toBe(0);
  expect(host.out).toMatch(/^ +\d+\.\d kB {2}o\/roadmap\.json\n +\d+\.\d kB {2}計\n$/);
});

it('of several plans it tells a line each, whatever the folder is called', async () => {
  const host = memoryHost({ ...filesOf('a'), ...filesOf('b') });
  expect(await call(host, 'build', 'a', 'b', '--format', 'json', '--out', 'o$&計')).toBe(0);
  expect(host.out.split('\n').slice(0, 2)).toEqual([
    expect.stringMatching(/^ +\d+\.\d kB {2}o\$&計\/a$/),
    expect.stringMatching(/^ +\d+\.\d kB {2}o\$&計\/b$/),
  ]);
});

import { expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, withPhases } from '../support/plan.js';

const files = { 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': withPhases('- 2024-2022: 検討'), 'next/plan.yaml': 'format: 1\n' };

/** Whether what a call prints on standard output and on standard error is coloured, on a terminal or not. */
async function colours(isTTY: boolean, env: Record<string, string>, ...argv: string[]) {
  const host = memoryHost(files, env);
  host.stdout.isTTY = isTTY;
  host.stderr.isTTY = isTTY;
  expect(await call(host, ...argv)).toBe(1);
  return [host.out, host.err].map((text) => text.includes('\u001b['));
}

const none = [false, false];
const calls = [
  [['validate'], [true, false]],
  [['build'], [false, true]],
  [
    ['slice', '--fy', '2023'],
    [false, true],
  ],
  [
    ['diff', 'roadmap', 'next'],
    [false, true],
  ],
] as const;

it.each(calls)('findings are coloured on a terminal, and nowhere else: %s', async (argv, coloured) => {
  expect(await colours(true, {}, ...argv)).toEqual(coloured);
  expect(await colours(false, {}, ...argv)).toEqual(none);
});

it.each(calls)('the caller may take them away: %s', async (argv) => {
  expect(await colours(true, {}, ...argv, '--no-color')).toEqual(none);
  expect(await colours(true, { NO_COLOR: '1' }, ...argv)).toEqual(none);
  expect(await colours(true, { FORCE_COLOR: '0' }, ...argv)).toEqual(none);
  expect(await colours(false, { FORCE_COLOR: '1' }, ...argv)).toEqual(none);
});

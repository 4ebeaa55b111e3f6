import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../support/golden.js';
import { call, memoryHost } from '../support/memory-host.js';

const editions = fileURLToPath(new URL('../editions/', import.meta.url));

/** The folder of golden files, and the call that writes it; a path in it is one below `test/editions`. */
const cases: Record<string, string[]> = {
  'halves/golden/build': ['build', 'halves/plan', '--format', 'html,md,csv,json'],
  'halves/golden/slice': ['slice', 'halves/plan', '--fy', '2024', '--format', 'html,md,csv,json'],
  'quarters/golden/build': ['build', 'quarters/plan', '--format', 'html,md,csv,json'],
  'quarters/golden/slice': ['slice', 'quarters/plan', '--fy', '2024', '--format', 'html,md,csv,json'],
  'story/golden/r3-2021': ['slice', 'story/r3', '--fy', '2021', '--format', 'md,json'],
  'story/golden/r4-2022': ['slice', 'story/r4', '--fy', '2022', '--format', 'md,json'],
  'story/golden/diff-r4': ['diff', 'story/r3', 'story/r4', '--format', 'html,md,csv,json,atom'],
  'story/golden/diff-r5': ['diff', 'story/r4', 'story/r5', '--format', 'html,md,json,atom'],
  'story/golden/draft-r5': ['diff', 'story/r4', 'story/r5', '--format', 'md', '--style', 'strike', '--no-notation'],
  'story/golden/r5-2023': ['slice', 'story/r5', '--fy', '2023', '--format', 'html,md,csv,json'],
};

/** They come from `templates/` and the design tokens alone, not from the plan. */
const sameInEveryBuild = ['style.css', 'page.js'];

describe('the outputs of the fictional plans', () => {
  it.each(Object.entries(cases))('%s', async (folder, argv) => {
    const host = memoryHost();
    const at = (arg: string) => (/^\w+\/\w+$/.test(arg) ? join(editions, arg) : arg);
    expect(await call(host, ...argv.map(at), '--out', 'out', '--lang', 'ja'), host.err).toBe(0);
    const written = [...host.files].map(([path, contents]) => [path.replace(/^out\//, ''), contents] as const);
    expectGolden(join(editions, folder), new Map(written.filter(([path]) => !sameInEveryBuild.includes(path))));
  });
});

describe('a folder of golden files', () => {
  const written = new Map([['a.txt', 'one\n']]);
  const against = (files: Record<string, string>) => {
    const folder = mkdtempSync(join(tmpdir(), 'golden-'));
    try {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      expectGolden(folder, written);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  it.skipIf(process.env['UPDATE_GOLDEN'])('refuses a missing, an extra and a changed file', () => {
    expect(() => against({ 'a.txt': 'one\n' })).not.toThrow();
    expect(() => against({})).toThrow(/npm run golden/);
    expect(() => against({ 'a.txt': 'one\n', 'd.txt': '' })).toThrow(/npm run golden/);
    expect(() => against({ 'a.txt': 'one\r\n' })).toThrow(/a\.txt/);
  });
});

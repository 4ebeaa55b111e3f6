import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'roadmap-many-'));
const main = join(process.cwd(), 'dist/main.js');
const cache = join(root, 'cache');
const plans: string[] = [];

/** Runs the built program beside the plans and gives what it printed. */
function run(...args: string[]) {
  const { stdout, status } = spawnSync('node', [main, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, ROADMAP_CACHE: cache },
  });
  return { stdout, status };
}

beforeAll(() => {
  execFileSync('node', ['test/bench/generate.mjs', root, '60']);
  plans.push(...readdirSync(root).filter((name) => name.startsWith('p0')));
  // One plan has an error.
  const file = join(root, 'p0007', 'services.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('title:', 'titel:'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('validate of many plans', () => {
  it('prints the same with and without threads, with and without the cache', () => {
    const inThreads = run('validate', '--no-cache', '--format', 'json', ...plans);
    const halves = [plans.slice(0, 30), plans.slice(30)].map((half) =>
      JSON.parse(run('validate', '--no-cache', '--format', 'json', ...half).stdout),
    );
    expect(JSON.parse(inThreads.stdout)).toEqual(halves.flat());
    expect(inThreads.status).toBe(1);
    const filling = run('validate', '--format', 'json', ...plans);
    const cached = run('validate', '--format', 'json', ...plans);
    expect(filling).toEqual(inThreads);
    expect(cached).toEqual(inThreads);
  }, 180_000);

  it('sees a changed file, and is not misled by a broken entry', () => {
    const file = join(root, 'p0001', 'services.yaml');
    const before = readFileSync(file, 'utf8');
    expect(run('validate', 'p0001').status).toBe(0);
    writeFileSync(file, before.replace('title:', 'titel:'));
    expect(run('validate', 'p0001').status).toBe(1);
    for (const name of readdirSync(cache))
      writeFileSync(join(cache, name), readFileSync(join(cache, name), 'utf8').replace('"error":1', '"error":0'));
    expect(run('validate', 'p0001').status).toBe(1);
    writeFileSync(file, before);
    expect(run('validate', 'p0001').status).toBe(0);
  });
});

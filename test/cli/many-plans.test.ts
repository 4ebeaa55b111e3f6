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

/** Every file below a folder with its text. */
function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map((entry) => [
      join(entry.parentPath, entry.name).slice(folder.length),
      readFileSync(join(entry.parentPath, entry.name), 'utf8'),
    ]),
  );
}

describe('build of many plans', () => {
  const three = ['p0001', 'p0002', 'p0003'];
  it('writes a folder a plan, and one index that is the same when outputs are joined later', () => {
    expect(run('build', '--format', 'csv,json', '--out', 'together', ...three).status).toBe(0);
    for (const plan of three) run('build', '--format', 'csv,json', '--out', `apart/${plan}`, plan);
    expect(run('index', 'apart/p0003', 'apart/p0001', 'apart/p0002').status).toBe(0);
    const together = filesOf(join(root, 'together'));
    expect(filesOf(join(root, 'apart'))).toEqual(together);
    const rows = three.map((plan) => (together[`/${plan}/phases.csv`] ?? '').split('\r\n').length - 2);
    expect((together['/phases.csv'] ?? '').split('\r\n').length - 2).toBe(rows.reduce((sum, count) => sum + count, 0));
  });

  it('builds the others when one plan has an error, and writes the same in threads', () => {
    const all = run('build', '--format', 'json', '--out', 'threads', ...plans);
    expect(all.status).toBe(1);
    expect(readdirSync(join(root, 'threads')).filter((name) => name.startsWith('p'))).toHaveLength(59);
    run('build', '--format', 'json', '--out', 'single', 'p0050');
    expect(readFileSync(join(root, 'threads/p0050/roadmap.json'), 'utf8')).toBe(readFileSync(join(root, 'single/roadmap.json'), 'utf8'));
  });

  it('refuses two plans that would share a folder', () => expect(run('build', 'p0001', './p0001').status).toBe(2));
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'roadmap-kept-'));
const main = join(process.cwd(), 'dist/main.js');
const [plan, out, cache] = [join(root, 'plan'), join(root, 'out'), join(root, 'cache')];

/** Builds with the built program, and gives what it printed. */
function build(args: string[] = [], env: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync('node', [main, 'build', 'plan', '--out', 'out', '--lang', 'ja', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ROADMAP_CACHE: cache, SOURCE_DATE_EPOCH: '1700000000', ...env },
  });
  return { stdout, stderr, status };
}

/** Every file of the output with its text. */
function outputs(): Record<string, string> {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map(({ parentPath, name }) => [join(parentPath, name).slice(out.length), readFileSync(join(parentPath, name), 'utf8')]),
  );
}

beforeAll(() => cpSync('test/editions/halves/plan', plan, { recursive: true }));
beforeEach(() => {
  rmSync(out, { recursive: true, force: true });
  rmSync(cache, { recursive: true, force: true });
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a build after which nothing has changed', () => {
  it('prints and leaves what a build without the cache does, as though it were new', () => {
    const first = build(['--no-cache']);
    expect(first.status, first.stderr).toBe(0);
    const files = outputs();
    expect(build()).toEqual(first);
    const kept = join(cache, readdirSync(cache)[0] ?? '');
    const [entry, page] = [statSync(kept).mtimeMs, join(out, 'index.html')];
    utimesSync(page, 0, 0);
    expect(build()).toEqual(first);
    expect(statSync(kept).mtimeMs, 'the entry was read, not written').toBe(entry);
    expect(statSync(page).mtimeMs).toBeGreaterThan(0);
    expect(outputs()).toEqual(files);
  });

  it('tells of pages of earlier builds that are left, as a build without the cache does', () => {
    const first = build();
    expect(first.stderr).toBe('');
    writeFileSync(join(out, 'section-gone.html'), '');
    const without = build(['--no-cache']);
    expect(without.stderr).toContain('section-gone.html');
    expect(build()).toEqual(without);
    expect(build()).toEqual(without);
    rmSync(join(out, 'section-gone.html'));
    expect(build()).toEqual(first);
  });

  it('mends what was changed in the output or taken from it', () => {
    build();
    const files = outputs();
    writeFileSync(join(out, 'index.html'), '');
    rmSync(join(out, 'style.css'));
    build();
    expect(outputs()).toEqual(files);
  });

  it('is not misled by a broken entry', () => {
    const first = build();
    for (const name of readdirSync(cache))
      writeFileSync(join(cache, name), readFileSync(join(cache, name), 'utf8').replace('index.html', 'index.htm'));
    expect(build()).toEqual(first);
    for (const name of readdirSync(cache)) writeFileSync(join(cache, name), 'x\n{');
    expect(build()).toEqual(first);
  });

  it.each<[string, string[], Record<string, string>]>([
    ['language', ['--lang', 'en'], {}],
    ['fiscal year', ['--fy', '2023'], {}],
    ['date', [], { SOURCE_DATE_EPOCH: '1600000000' }],
    ['format', ['--format', 'html,md'], {}],
    ['byte order mark', ['--bom'], {}],
  ])('is another one where the %s differs', (_, args, env) => {
    build();
    build(args, env);
    const cached = outputs();
    rmSync(out, { recursive: true });
    build([...args, '--no-cache'], env);
    expect(cached).toEqual(outputs());
  });

  it('is another one where the plan differs', () => {
    build();
    const file = join(plan, 'plan.yaml');
    const before = readFileSync(file, 'utf8');
    try {
      writeFileSync(file, before.replace(/^title: .*$/m, 'title: 別の題'));
      build();
      expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('別の題');
      writeFileSync(file, before.replace(/^title: .*$/m, 'titel: 誤り'));
      expect(build().status).toBe(1);
    } finally {
      writeFileSync(file, before);
    }
  });
});

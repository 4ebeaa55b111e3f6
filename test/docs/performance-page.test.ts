import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/* What docs/performance.md tells of splitting the work and of reading what comes of it, done as it stands there. */

const page = readFileSync('docs/performance.md', 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';
const root = mkdtempSync(join(tmpdir(), 'roadmap-page-'));
const main = join(process.cwd(), 'dist/main.js');
const env = { ...process.env, PATH: join(root, 'bin') + delimiter + process.env['PATH'], ROADMAP_CACHE: join(root, 'cache') };
const plans = ['p0001', 'p0002', 'p0003'];

beforeAll(() => {
  execFileSync('node', ['test/bench/generate.mjs', join(root, 'plans'), '3']);
  // `npx roadmap` is this build.
  mkdirSync(join(root, 'bin'));
  writeFileSync(join(root, 'bin/npx'), `#!/bin/sh\nshift\nexec node '${main}' "$@"\n`);
  chmodSync(join(root, 'bin/npx'), 0o755);
  run('node', main, 'build', '--format', 'html,csv,json', '--out', 'single', ...plans.map((plan) => `plans/${plan}`));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 1 << 26 });
  expect([command, status, error, stderr]).toEqual([command, 0, undefined, '']);
  return stdout;
}

/** Every file below a folder with its text. */
function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((file) => [
      join(file.parentPath, file.name).slice(join(root, folder).length),
      readFileSync(join(file.parentPath, file.name), 'utf8'),
    ]),
  );
}

function expectSame(folder: string): void {
  const [found, single] = [filesOf(folder), filesOf('single')];
  expect([...found.keys()].sort()).toEqual([...single.keys()].sort());
  for (const [name, text] of found) if (text !== single.get(name)) throw new Error(`${folder}${name} differs from the single run`);
}

const hasMake = spawnSync('make', ['--version']).status === 0;

describe('the makefile', () => {
  it.runIf(hasMake)('builds what a single run builds, and again only what has changed', () => {
    writeFileSync(join(root, 'Makefile'), block('make'));
    expect(run('make', '-j2')).toContain('build plans/p0003');
    expectSame('out');
    expect(run('make', '-j2')).not.toContain('build');
    const file = join(root, 'plans/p0002/people.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n# \n`);
    const again = run('make', '-j2');
    expect(again.match(/build plans\/p\d+/g)).toEqual(['build plans/p0002']);
    expectSame('out');
  });
});

describe('the workflow', () => {
  it('builds each plan in one of its jobs, and what its last job joins is what a single run builds', () => {
    const { jobs } = parse(block('yaml')) as {
      jobs: Record<'build' | 'index', { strategy?: { matrix: { part: number[] } }; steps: { run?: string }[] }>;
    };
    const runs = (job: 'build' | 'index') => jobs[job].steps.flatMap((step) => (step.run?.includes('roadmap') ? [step.run] : []));
    rmSync(join(root, 'out'), { recursive: true, force: true });
    for (const part of jobs.build.strategy?.matrix.part ?? [])
      for (const command of runs('build')) run('sh', '-c', command.replaceAll(/\$\{\{ matrix\.part \}\}/g, String(part)));
    expect(readdirSync(join(root, 'out'))).toEqual(plans);
    for (const command of runs('index')) run('sh', '-c', command);
    expectSame('out');
  });
});

describe('the queries', () => {
  const queries = block('sql')
    .split(';')
    .map((query) => query.replace(/--.*/g, '').trim())
    .filter(Boolean);
  it('are three', () => expect(queries).toHaveLength(3));

  it.each(queries)('%s asks for columns that are there', (query) => {
    const [, table = ''] = /FROM 'out\/(\w+\.csv)'/.exec(query) ?? [];
    const [heading = ''] = readFileSync(join(root, 'single', table), 'utf8').split('\r\n');
    const made = [...query.matchAll(/ AS (\w+)/g)].map(([, name]) => name);
    const asked = query.replace(/'[^']*'/g, '').match(/\b[a-z]\w*\b(?!\()/g) ?? [];
    expect(asked.length).toBeGreaterThan(1);
    expect([...heading.split(','), ...made]).toEqual(expect.arrayContaining(asked));
  });
});

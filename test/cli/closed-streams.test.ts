import { spawn, spawnSync } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

function statusOf(args: readonly string[], closed: 'stdout' | 'stderr'): Promise<number | null> {
  const child = spawn('node', ['dist/main.js', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child[closed].destroy();
  child[closed === 'stdout' ? 'stderr' : 'stdout'].resume();
  return new Promise((resolve) => child.on('exit', resolve));
}

it('a reader of the output that closes early, such as head, is no fault', async () => {
  expect(await statusOf(['slice', '--fy', '2023', '--format', 'json', '--out', '-'], 'stdout')).toBe(0);
});

it('a reader that closes early does not change what is done, nor its status', async () => {
  const root = mkdtempSync(join(tmpdir(), 'roadmap-closed-'));
  const plans = ['one', 'two', 'three'].map((name) => join(root, name));
  for (const plan of plans) cpSync('test/editions/halves/plan', plan, { recursive: true });
  for (const [index, plan] of plans.entries()) {
    const file = join(plan, 'plan.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^id: .*$/m, `id: plan-${index}`));
  }
  try {
    expect(await statusOf(['build', '--no-cache', '--format', 'csv', '--out', join(root, 'out'), ...plans], 'stdout')).toBe(0);
    expect(readdirSync(join(root, 'out'))).toEqual(expect.arrayContaining(['index.html', 'one', 'phases.csv', 'three', 'two']));
    const file = join(root, 'two/plan.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: /m, 'titel: '));
    for (const format of ['compact', 'json']) {
      expect(await statusOf(['validate', '--no-cache', '--format', format, ...plans], 'stdout')).toBe(1);
      expect(await statusOf(['validate', '--no-cache', '--format', format, ...plans, join(root, 'nothere')], 'stdout')).toBe(2);
    }
    expect(await statusOf(['validate', '--watch', plans[0] as string], 'stdout')).toBe(0);
  } finally {
    rmSync(root, { recursive: true });
  }
});

it('a reader of the messages that closes early changes no status', async () => {
  expect(await statusOf(['validate', 'nothere'], 'stderr')).toBe(2);
});

it.each(['1', '2'])('a check without findings has no messages, from Node itself neither: %s threads', (threads) => {
  const { status, stderr } = spawnSync('node', ['dist/main.js', 'validate', 'roadmap', 'roadmap', '--threads', threads, '--no-cache']);
  expect([status, String(stderr)]).toEqual([0, '']);
});

describe.skipIf(!existsSync('/dev/full'))('on a full disk', () => {
  const run = (args: readonly string[], full: 'stdout' | 'stderr') => {
    const disk = openSync('/dev/full', 'w');
    const stdio = full === 'stdout' ? (['ignore', disk, 'pipe'] as const) : (['ignore', 'pipe', disk] as const);
    const { status, stderr } = spawnSync('node', ['dist/main.js', ...args], { stdio: [...stdio] });
    closeSync(disk);
    return { status, stderr: String(stderr) };
  };

  it.each([
    ['slice', '--fy', '2023'],
    ['status', '--fy', '2023'],
    ['diff', 'roadmap', 'roadmap'],
    ['build', '--format', 'json', '--out', '-'],
    ['validate', 'test/editions/story/r5', '--format', 'json', '--no-cache'],
    ['schema'],
    ['rules'],
    ['--help'],
  ])('a result that cannot be written is a fault of the file system: %s %s', (...args) => {
    expect(run(args, 'stdout')).toEqual({ status: 2, stderr: 'roadmap: 標準出力に書けません: 空き容量がありません\n' });
    expect(run([...args, '--lang', 'en'], 'stdout')).toEqual({
      status: 2,
      stderr: 'roadmap: cannot write to standard output: no space left\n',
    });
  });

  it('messages that cannot be written change no status', () => {
    expect(run(['validate', 'nothere'], 'stderr').status).toBe(2);
    expect(run(['status'], 'stderr').status).toBe(0);
  });
});

it.each([
  ['validate', ''],
  ['build', ''],
  ['validate', '--lang', 'fr'],
])('a call that names nothing that there is is told in words: %j', (...args) => {
  const { status, stderr } = spawnSync('node', ['dist/main.js', ...args], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^roadmap: .*(?:空です|ありません)\n {2}直し方: /);
});

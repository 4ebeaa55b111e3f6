import { spawn, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

function statusOf(args: readonly string[], closed: 'stdout' | 'stderr'): Promise<number | null> {
  const child = spawn('node', ['dist/main.js', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child[closed].destroy();
  child[closed === 'stdout' ? 'stderr' : 'stdout'].resume();
  return new Promise((resolve) => child.on('exit', resolve));
}

it('a reader of the output that closes early, such as head, is no fault', async () => {
  expect(await statusOf(['slice', '--fy', '2023', '--format', 'json', '--out', '-'], 'stdout')).toBe(0);
});

it('a reader of the messages that closes early changes no status', async () => {
  expect(await statusOf(['validate', 'nothere'], 'stderr')).toBe(2);
});

it.each(['1', '2'])('a check without findings has no messages, from Node itself neither: %s threads', (threads) => {
  const { status, stderr } = spawnSync('node', ['dist/main.js', 'validate', 'roadmap', 'roadmap', '--threads', threads, '--no-cache']);
  expect([status, String(stderr)]).toEqual([0, '']);
});

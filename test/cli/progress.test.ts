import { describe, expect, it } from 'vitest';
import { Progress } from '../../src/cli/many/progress.js';
import { call, type MemoryHost, memoryHost } from '../support/memory-host.js';
import { planFiles, withPhases } from '../support/plan.js';

const names = Array.from({ length: 6 }, (_, index) => `plans/p${index + 1}`);
const files = Object.fromEntries(
  names.flatMap((folder) =>
    [...planFiles({ 'section.yaml': withPhases('- 2021-: 検討') })].map(([name, text]) => [`${folder}/${name}`, text]),
  ),
);

/** A terminal, and a clock that goes on by 300 milliseconds each time that it is asked. */
function watched(env: Record<string, string> = {}): MemoryHost {
  const host = memoryHost(files, env);
  host.stderr.isTTY = true;
  let now = 0;
  host.now = () => {
    now += 300;
    return now;
  };
  return host;
}

describe('the line on a terminal that tells how far many plans are', () => {
  it('gives counts, rate and time left, stands below what is printed, and goes at the end', async () => {
    const host = watched();
    const screen: string[] = [];
    host.stdout.write = (text) => void screen.push(`out ${text}`);
    host.stderr.write = (text) => void screen.push(text);
    expect(await call(host, 'build', '--format', 'json', '--out', 'out', '--threads', '1', '--lang', 'en', ...names)).toBe(0);
    const lines = screen.filter((text) => text.includes('plans ('));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/^[1-6] \/ 6 plans \(\d(?:\.\d)? a second, \d+ s left\)$/);
    expect(lines.at(-1)).toMatch(/^6 \/ 6 .* 0 s left/);
    // Before anything else is printed, and at the end, the line is wiped.
    for (const [index, text] of screen.entries()) if (text.includes('plans (')) expect(screen[index + 1]).toBe('\r\u001b[K');
    expect(screen.at(-1)).toBe('\r\u001b[K');
  });

  it('reckons the time left by what was made, not by what was recalled', () => {
    const host = watched();
    let now = 0;
    host.now = () => now;
    const progress = new Progress(host, 'en', 100);
    now = 1000;
    progress.count(80, 80);
    now = 2000;
    progress.count(4);
    expect(host.err).toMatch(/84 \/ 100 plans \(2\.0 a second, 8 s left\)$/);
  });

  it('speaks Japanese', async () => {
    const host = watched();
    await call(host, 'validate', '--threads', '1', ...names);
    expect(host.err).toMatch(/3 \/ 6 計画（毎秒 \d(?:\.\d)?、残り \d+ 秒）/);
  });

  it.each<[string, (host: MemoryHost) => void, Record<string, string>]>([
    ['in CI', () => undefined, { CI: 'true' }],
    [
      'where standard error is no terminal',
      (host) => {
        host.stderr.isTTY = false;
      },
      {},
    ],
    [
      'where all is done at once',
      (host) => {
        host.now = () => 0;
      },
      {},
    ],
  ])('is not there %s', async (_, change, env) => {
    const host = watched(env);
    change(host);
    expect(await call(host, 'validate', '--threads', '1', ...names)).toBe(0);
    expect(host.err).toBe('');
  });
});

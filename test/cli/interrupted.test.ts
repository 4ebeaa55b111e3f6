import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Interrupted } from '../../src/cli/machine/signals.js';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, withPhases } from '../support/plan.js';

const root = mkdtempSync(join(tmpdir(), 'roadmap-interrupted-'));
const main = join(process.cwd(), 'dist/main.js');
const env = { ...process.env, ROADMAP_CACHE: join(root, 'cache') };
const plans: string[] = [];
const out = join(root, 'out');
/** What undisturbed builds write, before and after the plans changed. */
let before: Record<string, string>;
let after: Record<string, string>;

beforeAll(() => {
  spawnSync('node', ['test/bench/generate.mjs', join(root, 'plans'), '40']);
  cpSync(join(root, 'plans'), join(root, 'older'), { recursive: true });
  plans.push(...readdirSync(join(root, 'plans')));
  for (const plan of plans) {
    const file = join(root, 'older', plan, 'plan.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('令和3年12月', '令和2年12月'));
  }
  build('older');
  before = filesOf(out);
  build('plans');
  after = filesOf(out);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function build(folder: string): void {
  const { status, stderr } = spawnSync('node', [main, 'build', '--format', 'csv,json', '--out', out, ...placesIn(folder)], {
    cwd: root,
    env,
  });
  expect([status, String(stderr)]).toEqual([0, '']);
}

function placesIn(folder: string): string[] {
  return plans.map((plan) => join(folder, plan));
}

/** Every file below a folder with its text. */
function filesOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((file) => [join(file.parentPath, file.name).slice(folder.length), readFileSync(join(file.parentPath, file.name), 'utf8')]),
  );
}

/** Starts a call and sends it a signal at the moment named; gives its end. */
async function stop(signal: NodeJS.Signals, args: readonly string[], isTime: () => boolean) {
  const child = spawn('node', [main, ...args], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const closed = new Promise<{ status: number | null; ending: string | null }>((resolve) =>
    child.on('close', (status, ending) => resolve({ status, ending })),
  );
  while (child.exitCode === null && child.signalCode === null && !isTime()) await new Promise((resolve) => setImmediate(resolve));
  child.kill(signal);
  return { ...(await closed), stderr };
}

const isUnfinished = (name: string) => name.endsWith('.roadmap-tmp');
const namesIn = (folder: string) => (existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]) : []);
const unfinished = () => namesIn(out).filter(isUnfinished);
/** How many of the plans' outputs are begun. */
const begun = () => (existsSync(out) ? readdirSync(out).length : 0);
const isNew = (plan: string) =>
  existsSync(join(out, plan)) && readFileSync(join(out, plan, 'datapackage.json'), 'utf8').includes('令和3年');

/** Each file is one that an undisturbed build writes, before or after the change. */
function expectWholeFiles(): void {
  for (const [name, text] of Object.entries(filesOf(out))) {
    if (isUnfinished(name)) continue;
    if (text !== before[name] && text !== after[name]) throw new Error(`${name} is not whole`);
  }
}

const buildOf = (folder: string) => ['build', '--format', 'csv,json', '--out', out, ...placesIn(folder)];

describe.each([
  { of: 'many plans in threads', threads: '2' },
  { of: 'many plans in one thread', threads: '1' },
])('a build of $of', ({ threads }) => {
  it.each([1, 5, 11])('ended by Ctrl-C at plan %i leaves whole files alone, and says so in one line', async (count) => {
    rmSync(out, { recursive: true, force: true });
    const { status, stderr } = await stop('SIGINT', [...buildOf('plans'), '--threads', threads], () => begun() >= count);
    expect({ status, stderr }).toEqual({ status: 130, stderr: 'roadmap: 中断しました。書き出し途中のファイルは残っていません\n' });
    expect(begun()).toBeGreaterThanOrEqual(count);
    expect(existsSync(join(out, 'index.html'))).toBe(false);
    expect(unfinished()).toEqual([]);
    expectWholeFiles();
  });

  it.each([1, 5, 11])('killed at plan %i leaves whole files, and the next build goes over what is left', async (count) => {
    rmSync(out, { recursive: true, force: true });
    const { ending } = await stop('SIGKILL', [...buildOf('plans'), '--threads', threads], () => begun() >= count);
    expect(ending).toBe('SIGKILL');
    expect(existsSync(join(out, 'index.html'))).toBe(false);
    expectWholeFiles();
    build('plans');
    expect(filesOf(out)).toEqual(after);
  });
});

it('a build takes away what a killed one has left, and nothing of one that runs', () => {
  rmSync(out, { recursive: true, force: true });
  build('plans');
  const { pid: dead } = spawnSync('node', ['-e', '0']);
  const left = join(out, 'p0003', `phases.csv.${dead}-1.roadmap-tmp`);
  const running = join(out, 'p0003', `phases.csv.${process.pid}-1.roadmap-tmp`);
  for (const file of [left, running]) writeFileSync(file, 'plan_id,edi');
  build('plans');
  expect(unfinished()).toEqual([running.slice(out.length + 1)]);
});

describe('a build over earlier outputs', () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('is ended by %s with status %i, with each file as it was or as it is to be', async (signal, ended) => {
    rmSync(out, { recursive: true, force: true });
    build('older');
    const { status } = await stop(signal, [...buildOf('plans'), '--threads', '2'], () => plans.slice(0, 3).every(isNew));
    expect(status).toBe(ended);
    expect(unfinished()).toEqual([]);
    expectWholeFiles();
    expect(isNew(plans[0] as string)).toBe(true);
    expect(isNew(plans.at(-1) as string)).toBe(false);
  });
});

it.each(['slice', 'build'])('what is asked to end while %s writes ends with the files whole, and says so by its status', async (name) => {
  const host = memoryHost({
    'roadmap/plan.yaml': plan,
    'roadmap/departments.yaml': departments,
    'roadmap/section.yaml': withPhases('- 2021: 検討'),
  });
  host.pause = async () => {
    if (host.files.has('out/index.md')) throw new Interrupted(15);
  };
  const argv = name === 'slice' ? ['slice', '--fy', '2021'] : ['build'];
  expect(await call(host, ...argv, '--format', 'md', '--out', 'out', '--lang', 'en')).toBe(143);
  expect(host.err).toBe('roadmap: interrupted; no half-written file is left\n');
});

describe('a build of one plan, with its whole site', () => {
  const [first] = ['p0001'];
  const args = (folder: string) => ['build', '--format', 'html', '--out', out, `${folder}/${first}`];

  it.each(['SIGINT', 'SIGKILL'] as const)(
    'ended by %s leaves each file as it was or as it is to be',
    async (signal) => {
      const undisturbed = (folder: string) => {
        rmSync(out, { recursive: true, force: true });
        expect(spawnSync('node', [main, ...args(folder)], { cwd: root, env }).status).toBe(0);
        return filesOf(out);
      };
      const started = Date.now();
      const now = undisturbed('plans');
      const took = Date.now() - started;
      const earlier = undisturbed('older');
      // To be caught while it writes takes luck on a busy machine: one of several does.
      const moments = [0.2, 0.4, 0.6, 0.8, 0.9, ...Array.from({ length: 6 }, () => 'writing' as const)];
      let caught = 0;
      for (const moment of moments) {
        if (moment === 'writing' && caught > 0) break;
        undisturbed('older');
        const begin = Date.now();
        const isTime = () => (moment === 'writing' ? unfinished().length > 0 : Date.now() - begin >= moment * took);
        const { status, ending, stderr } = await stop(signal, args('plans'), isTime);
        if (moment === 'writing' && (status === 130 || ending === signal)) caught += 1;
        // Before the program has begun to listen, and when it has ended, the signal does what it always does.
        if (signal === 'SIGINT') {
          expect([0, 130, null]).toContain(status);
          if (status === 130) expect(stderr).toBe('roadmap: 中断しました。書き出し途中のファイルは残っていません\n');
          expect(unfinished()).toEqual([]);
        }
        for (const [name, text] of Object.entries(filesOf(out)))
          if (!isUnfinished(name) && text !== earlier[name] && text !== now[name]) throw new Error(`${name} is not whole`);
      }
      expect(caught).toBe(1);
      expect(undisturbed('plans')).toEqual(now);
    },
    60_000,
  );
});

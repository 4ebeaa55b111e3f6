import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadPlan } from '../../src/cli/checking/load-plan.js';
import { filesBelow } from '../../src/cli/files-below.js';
import { realHost } from '../../src/cli/machine/real-host.js';
import { namedFolders } from '../../src/cli/many/named-folders.js';

const root = mkdtempSync(join(tmpdir(), 'roadmap-read-'));
afterAll(() => rmSync(root, { recursive: true }));

it('files of all sizes are read whole, and what was read stays as it was while others are read', () => {
  const { readFile } = realHost();
  const sizes = [0, 1, 65_535, 65_536, 65_537, 200_000, 1_048_575, 1_048_576, 3_000_000];
  const contents = sizes.map((size, index) => Buffer.alloc(size, `${index}工程\n`));
  for (const [index, content] of contents.entries()) writeFileSync(join(root, String(index)), content);
  const read = [...contents, ...contents].map((_, index) => readFile(join(root, String(index % contents.length))));
  for (let round = 0; round < 40; round += 1) readFile(join(root, '2'));
  for (const [index, bytes] of read.entries()) expect(Buffer.compare(bytes, contents[index % contents.length] as Buffer)).toBe(0);
});

it('files of all sizes are read briefly, and written piece by piece', () => {
  const { readBriefly, readFile, writePieces } = realHost();
  const sizes = [3_000_000, 0, 65_535, 65_536, 1, 1_048_576, 1_048_577];
  const contents = sizes.map((size, index) => Buffer.alloc(size, `${index}工程\n`));
  for (const [index, content] of contents.entries()) writeFileSync(join(root, `brief-${index}`), content);
  writePieces(
    join(root, 'together'),
    (function* () {
      yield '表\n';
      for (const [index] of contents.entries()) yield readBriefly(join(root, `brief-${index}`));
    })(),
  );
  expect(Buffer.compare(readFile(join(root, 'together')), Buffer.concat([Buffer.from('表\n'), ...contents]))).toBe(0);
});

it.skipIf(process.platform === 'win32')('what is no file is refused, and keeps nobody waiting', () => {
  const { readFile, readBriefly } = realHost();
  const pipe = join(root, 'pipe.yaml');
  execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
  for (const read of [readFile, readBriefly]) {
    for (const path of [pipe, '/dev/null', '/dev/zero']) expect(() => read(path)).toThrow('is no regular file');
  }
});

it.skipIf(process.platform === 'win32')('a name that cannot be looked at is told in words', () => {
  const { isFolder } = realHost();
  const circle = join(root, 'circle');
  symlinkSync(circle, circle);
  expect(() => isFolder(circle)).toThrow('its links go round in a circle');
  expect(() => isFolder(join(root, 'x'.repeat(300)))).toThrow('the name is too long');
  expect(isFolder(join(root, 'nowhere/below'))).toBe(false);
});

it.skipIf(process.platform === 'win32')('links that go round in a circle are no folders, and are followed once', async () => {
  const host = realHost();
  const plans = join(root, 'plans');
  mkdirSync(join(plans, 'one'), { recursive: true });
  for (const folder of ['', 'one']) writeFileSync(join(plans, folder, 'plan.yaml'), '');
  symlinkSync('.', join(plans, 'here'));
  symlinkSync('..', join(plans, 'one/up'));
  symlinkSync('round', join(plans, 'round'));
  expect(host.list(plans)).toEqual(['here/', 'one/', 'plan.yaml', 'round']);
  expect(await namedFolders(host, [`${plans}/**`], 'plan.yaml')).toEqual([plans, join(plans, 'one')]);
});

it.skipIf(process.platform === 'win32')('a plan is read once, whatever links lead back to it', () => {
  const host = realHost();
  const plan = join(root, 'linked');
  mkdirSync(join(plan, 'progress/2023'), { recursive: true });
  for (const name of ['plan.yaml', 'progress/2023/section.yaml']) writeFileSync(join(plan, name), '');
  symlinkSync('..', join(plan, 'progress/plan'));
  for (const name of ['one', 'other']) symlinkSync('.', join(plan, 'progress', name));
  expect([...loadPlan(host, plan).files.keys()]).toEqual(['plan.yaml', 'progress/2023/section.yaml']);
  expect([...filesBelow(host, plan)]).toEqual(['plan.yaml', 'progress/2023/section.yaml']);
});

it.skipIf(process.platform === 'win32')('a current folder that was deleted is told of in words', () => {
  const gone = join(root, 'gone');
  mkdirSync(gone);
  const call = 'rmdir "$PWD" && exec "$0" "$1" validate --lang en';
  const { status, stderr } = spawnSync('sh', ['-c', call, process.execPath, resolve('dist/main.js')], { cwd: gone });
  expect([status, String(stderr)]).toEqual([2, expect.stringContaining('cannot read `.`: does not exist')]);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CallError } from '../../src/cli/host.js';
import { attempt } from '../../src/cli/machine/faults.js';
import { realHost } from '../../src/cli/machine/real-host.js';

const root = mkdtempSync(join(tmpdir(), 'roadmap-write-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('writing files', () => {
  const { writeFiles } = realHost();
  const at = (name: string) => join(root, name);
  const write = (...files: [string, string][]) =>
    writeFiles(
      root,
      files.map(([path, contents]) => ({ path, contents })),
    );
  const old = new Date('2001-01-01T00:00:00Z');

  it('leaves a file that holds just this in its place, and gives it the time of now', () => {
    write(['a.txt', '一\n'], ['b.txt', '一\n']);
    const before = statSync(at('a.txt')).ino;
    for (const name of ['a.txt', 'b.txt']) utimesSync(at(name), old, old);
    write(['a.txt', '一\n'], ['b.txt', '二\n']);
    expect(statSync(at('a.txt')).ino).toBe(before);
    expect(readFileSync(at('b.txt'), 'utf8')).toBe('二\n');
    for (const name of ['a.txt', 'b.txt']) expect(statSync(at(name)).mtimeMs).toBeGreaterThan(old.getTime());
    expect(readdirSync(root)).toEqual(['a.txt', 'b.txt']);
  });

  it('puts a file in the place of a link to one that holds the same', () => {
    write(['target.txt', 'same']);
    symlinkSync('target.txt', at('link.txt'));
    write(['link.txt', 'same']);
    expect(lstatSync(at('link.txt')).isFile()).toBe(true);
  });

  it('changes nothing where one of the files cannot be written', () => {
    write(['first.txt', 'old']);
    mkdirSync(at('folder'));
    expect(() => write(['first.txt', 'new'], ['folder', 'new'])).toThrow(CallError);
    expect(readFileSync(at('first.txt'), 'utf8')).toBe('old');
    expect(readdirSync(root).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('leaves no folder behind that it made for files that are not written', () => {
    mkdirSync(at('kept'));
    mkdirSync(at('taken.txt'));
    expect(() => write(['pages/deep/a.txt', 'new'], ['kept/b.txt', 'new'], ['taken.txt', 'new'])).toThrow(CallError);
    expect(readdirSync(root)).toContain('kept');
    expect(readdirSync(root)).not.toContain('pages');
    write(['pages/deep/a.txt', 'new']);
    expect(() => write(['pages/deeper/a.txt', 'new'], ['pages/deep', 'new'])).toThrow(CallError);
    expect(readdirSync(at('pages'))).toEqual(['deep']);
  });

  it('writes what a link leads to where that is asked for, and keeps who may read a file', () => {
    write(['real.txt', 'old']);
    chmodSync(at('real.txt'), 0o640);
    symlinkSync('real.txt', at('name.txt'));
    writeFiles(root, [{ path: 'name.txt', contents: 'new' }], true);
    expect(lstatSync(at('name.txt')).isSymbolicLink()).toBe(true);
    expect([readFileSync(at('real.txt'), 'utf8'), statSync(at('real.txt')).mode & 0o777]).toEqual(['new', 0o640]);
  });
});

it('takes away what a run with the number of one that runs has left, by its age, and nothing that may be in work', () => {
  const hours = (count: number) => new Date(Date.now() - count * 3600 * 1000);
  const parent = process.ppid;
  const ages: [string, Date][] = [
    [`own.${process.pid}-0.roadmap-tmp`, hours(12)],
    [`own-now.${process.pid}-0.roadmap-tmp`, hours(0)],
    [`other.${parent}-0.roadmap-tmp`, hours(25)],
    [`other-now.${parent}-0.roadmap-tmp`, hours(12)],
  ];
  const folder = join(root, 'swept');
  mkdirSync(folder);
  for (const [name, time] of ages) {
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), time, time);
  }
  realHost().writeFiles(folder, [{ path: 'a.txt', contents: '' }]);
  expect(readdirSync(folder).sort()).toEqual(['a.txt', `other-now.${parent}-0.roadmap-tmp`, `own-now.${process.pid}-0.roadmap-tmp`]);
});

it.skipIf(process.platform !== 'linux')('takes away at once what a killed run has left whose end nobody has asked for', async () => {
  // `sleep` takes the place of the shell, and never asks how the child of that ended.
  const parent = spawn('sh', ['-c', 'sleep 60 & echo $! && exec sleep 60'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
    await expect.poll(() => readFileSync(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n');
    process.kill(Number(pid), 'SIGKILL');
    await expect.poll(() => readFileSync(`/proc/${Number(pid)}/stat`, 'utf8')).toContain(') Z ');
    const folder = join(root, 'killed');
    mkdirSync(folder);
    writeFileSync(join(folder, `b.txt.${Number(pid)}-0.roadmap-tmp`), '');
    realHost().writeFiles(folder, [{ path: 'a.txt', contents: '' }]);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  } finally {
    parent.kill();
  }
});

it.each(['EFBIG', 'EDQUOT', 'EIO', 'EMFILE', 'EXYZ'])('a fault of the file system is told in words, not by %s alone', (code) => {
  const tell = () =>
    attempt('a.txt', 'write', () => {
      throw Object.assign(new Error(), { code });
    });
  expect(tell).toThrow(CallError);
  expect(tell).not.toThrow(new RegExp(`: ${code}$`));
});

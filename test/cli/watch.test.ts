import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { realHost } from '../../src/cli/machine/real-host.js';
import * as readFileModule from '../../src/yaml/read-file.js';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, withPhases } from '../support/plan.js';

const good = withPhases('- 2021: 検討');
const bad = withPhases('- 2024-2022: 検討');
const patience = { timeout: 20_000 };
const files = { 'roadmap/plan.yaml': plan, 'roadmap/departments.yaml': departments, 'roadmap/section.yaml': good };

describe('roadmap validate --watch in memory', () => {
  it('reads only what changed again, tells what it finds, and ends with 0', async () => {
    const read = vi.spyOn(readFileModule, 'readFile');
    const host = memoryHost(files);
    const ended = call(host, 'validate', '--watch', '--format', 'compact', '--lang', 'en');
    await vi.waitFor(() => expect(host.err).toContain('waiting for the next save'), patience);
    expect(read).toHaveBeenCalledTimes(3);
    expect(host.out).toContain(' 0 errors');
    host.out = '';
    await host.save('roadmap/section.yaml', bad);
    await vi.waitFor(() => expect(host.out).toContain('roadmap/section.yaml:10:7: error phase-order'), patience);
    expect(read.mock.calls.slice(3).map(([{ path }]) => path)).toEqual(['roadmap/section.yaml']);
    host.out = '';
    await host.save('roadmap/section.yaml', good);
    await vi.waitFor(() => expect(host.out).toContain(' 0 errors'), patience);
    host.interrupt();
    expect(await ended).toBe(0);
    read.mockRestore();
  });
});

it('a fault of the program ends no watching', async () => {
  const read = vi.spyOn(readFileModule, 'readFile').mockImplementationOnce(() => {
    throw new Error('boom');
  });
  const host = memoryHost(files);
  const ended = call(host, 'validate', '--watch', '--format', 'compact', '--lang', 'en');
  await vi.waitFor(() => expect(host.err).toContain('waiting for the next save'), patience);
  expect(host.err).toContain('this is a fault of the program: boom');
  await host.save('roadmap/section.yaml', bad);
  await vi.waitFor(() => expect(host.out).toContain('error phase-order'), patience);
  host.interrupt();
  expect(await ended).toBe(0);
  read.mockRestore();
});

it('tells what fails in a rule of the caller, and how to cure it, and waits', async () => {
  const words = { ja: '', en: '' };
  const check = () => {
    throw new Error('boom');
  };
  const host = memoryHost({ ...files, 'rules/own.mjs': '' });
  host.importModule = async () => ({ rule: { code: 'own', severity: 'warning', summary: words, cure: words, check } });
  const ended = call(host, 'validate', '--watch', '--rules', 'rules', '--lang', 'en');
  await vi.waitFor(() => expect(host.err).toContain('waiting for the next save'), patience);
  expect(host.err).toMatch(/the rule `own` failed: boom\n {2}help: a module exports/);
  host.interrupt();
  expect(await ended).toBe(0);
});

it.each(['.', './', 'inner/..', `${process.cwd()}/.`])('a plan that is named %s is read again when it is saved', async (dir) => {
  const here = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name.replace('roadmap/', `${dir}/`.replace('//', '/')), text]),
  );
  const host = memoryHost(here);
  host.cwd = process.cwd();
  const ended = call(host, 'validate', '--watch', '--format', 'compact', '--lang', 'en', dir);
  await vi.waitFor(() => expect(host.err).toContain('waiting for the next save'), patience);
  host.out = '';
  // As chokidar tells it.
  host.files.set(`${dir}/section.yaml`.replace('//', '/'), bad);
  await host.save('section.yaml', bad);
  await vi.waitFor(() => expect(host.out).toContain('error phase-order'), patience);
  host.interrupt();
  expect(await ended).toBe(0);
});

describe('roadmap validate --watch on a real folder', () => {
  const started: ChildProcess[] = [];
  const folders: string[] = [];
  afterEach(() => {
    for (const child of started) child.kill('SIGKILL');
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('answers to saves, to an atomic save, to files that come and go, and Ctrl-C ends it with 0', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'roadmap-watch-'));
    folders.push(folder);
    mkdirSync(join(folder, 'roadmap'));
    const put = (name: string, text: string) => writeFileSync(join(folder, 'roadmap', name), text);
    put('plan.yaml', plan.replace('[section.yaml]', '[section.yaml, other.yaml]'));
    put('departments.yaml', departments);
    put('section.yaml', good);
    const child = spawn(
      process.execPath,
      [join(process.cwd(), 'dist/main.js'), 'validate', '--watch', '--format', 'compact', '--lang', 'en'],
      {
        cwd: folder,
      },
    );
    started.push(child);
    const status = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
    let out = '';
    let rounds = 0;
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk: Buffer) => (rounds += String(chunk).split('waiting for').length - 1));
    /** What is told after a change, once it says what is expected. */
    const told = async (words: string) => {
      await vi.waitFor(() => expect(out).toContain(words), patience);
      await vi.waitFor(() => expect(rounds).toBeGreaterThan(0), patience);
      out = '';
      rounds = 0;
    };
    await told('missing-file');
    put('other.yaml', 'id: s2\ntitle: 節\n');
    await told(' 0 errors');
    put('section.yaml', bad);
    await told('section.yaml:10:7: error phase-order');
    writeFileSync(join(folder, 'section.tmp'), withPhases('- 2021：検討'));
    renameSync(join(folder, 'section.tmp'), join(folder, 'roadmap', 'section.yaml'));
    await told('section.yaml:10:11: error full-width-sign');
    rmSync(join(folder, 'roadmap', 'other.yaml'));
    await told('missing-file');
    child.kill('SIGINT');
    expect(await status).toBe(0);
  });

  it('goes on in a folder that is taken away and made again, as git does at a checkout', async () => {
    const root = mkdtempSync(join(tmpdir(), 'roadmap-watch-'));
    folders.push(root);
    const folder = join(root, 'roadmap');
    const make = (text: string) => {
      mkdirSync(folder);
      for (const [name, words] of Object.entries({ ...files, 'roadmap/section.yaml': text })) writeFileSync(join(root, name), words);
    };
    make(good);
    let out = '';
    const watcher = await realHost().watch([folder], (paths) => {
      out += `${paths.map((path) => path.slice(root.length + 1)).join(' ')}\n`;
    });
    const told = async (name: string) => {
      await vi.waitFor(() => expect(out).toContain(name), patience);
      await new Promise((resolve) => setTimeout(resolve, 700));
      out = '';
    };
    rmSync(folder, { recursive: true });
    make(bad);
    await told('roadmap/section.yaml');
    writeFileSync(join(folder, 'section.yaml'), good);
    await told('roadmap/section.yaml');
    renameSync(folder, join(root, 'old'));
    await new Promise((resolve) => setTimeout(resolve, 700));
    make(good);
    await told('roadmap/plan.yaml');
    writeFileSync(join(folder, 'section.yaml'), bad);
    await told('roadmap/section.yaml');
    await watcher.close();
  });
});

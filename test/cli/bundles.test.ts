import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, section } from '../support/plan.js';

const folder = mkdtempSync(join(tmpdir(), 'roadmap-bundles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The built program is of several bundles, and each has its own copy of what they share: what one makes the other has to know. */
it.each([
  ['a department in words', section('- id: m\n  title: 施策\n  leads: [総務省行政局]\n'), '`mic-bureau`'],
  ['a wrong type', section('- id: m\n  title: [施策]\n'), 'wrong-type'],
  ['a key that is none', section('- id: m\n  title: 施策\n  lead: [mic]\n'), 'unknown-key'],
  ['full-width signs', section('- id: m\n  title：施策\n'), 'full-width-sign'],
  ['a list that lost an entry', section('- id: m\n  title: 施策\n- title: 施策\n- id: m\n  title: 施策\n'), 'missing-key'],
  ['what is no YAML', 'id: [\n', 'yaml-syntax'],
])('the built program finds what the sources find: %s', async (name, text, expected) => {
  const dir = join(folder, name);
  const files = { 'plan.yaml': plan, 'departments.yaml': departments, 'section.yaml': text };
  mkdirSync(join(dir, 'roadmap'), { recursive: true });
  for (const [file, contents] of Object.entries(files)) writeFileSync(join(dir, 'roadmap', file), contents);
  const argv = ['validate', '--format', 'json', '--no-cache', '--lang', 'en'];
  const built = spawnSync(process.execPath, [join(process.cwd(), 'dist/main.js'), ...argv], { cwd: dir, encoding: 'utf8' });
  const host = memoryHost(Object.fromEntries(Object.entries(files).map(([file, contents]) => [`roadmap/${file}`, contents])));
  const status = await call(host, ...argv);
  expect(built.stdout).toContain(expected);
  expect({ status: built.status, found: built.stdout }).toEqual({ status, found: host.out });
});

it.each([
  ['check', ['commander']],
  ['build', ['commander']],
  ['careful', ['yaml', 'zod']],
])('of these libraries the bundle %s has %o: those that only unusual files need stand apart', (name, expected) => {
  const bundle = readFileSync(join(process.cwd(), `dist/${name}.js`), 'utf8');
  const found = Object.entries(wordsOf).filter(([, word]) => bundle.includes(word));
  expect(found.map(([library]) => library)).toEqual(expected);
});

/** Words that stand in a library alone, in a text or as a name that stays. */
const wordsOf = { commander: 'commander.unknownCommand', yaml: 'YAMLParseError', zod: '._zod.' };

it('a build loads no part of Node after the flags, with which Node refuses its own code cache', () => {
  const watch = join(folder, 'watch.cjs');
  writeFileSync(
    watch,
    `const v8 = require('node:v8');
    const set = v8.setFlagsFromString;
    let before;
    v8.setFlagsFromString = (flag) => {
      before ??= new Set(process.moduleLoadList);
      set(flag);
    };
    process.on('exit', () => {
      const after = process.moduleLoadList.filter((name) => before && !before.has(name));
      process.stderr.write(JSON.stringify(after.filter((name) => /^NativeModule (?!console$|os$|process$)/.test(name))));
    });`,
  );
  const argv = ['-r', watch, join(process.cwd(), 'dist/main.js'), 'build', '--no-cache', '--out', join(folder, 'out')];
  const built = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  expect({ status: built.status, stderr: built.stderr }).toEqual({ status: 0, stderr: '[]' });
});

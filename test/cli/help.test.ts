import { expect, it } from 'vitest';
import { type FormatName, formatOf, formats } from '../../src/formats/index.js';
import { fileKinds } from '../../src/schema/file-kinds.js';
import { sheetKinds } from '../../src/sheets/sheet-kinds.js';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, withPhases } from '../support/plan.js';

async function help(...argv: string[]) {
  const host = memoryHost();
  expect(await call(host, ...argv, '--help', '--lang', 'ja')).toBe(0);
  return host.out;
}

it.each([
  ['build', Object.keys(formats)],
  ['slice', Object.keys(formats).filter((name) => !formatOf(name as FormatName).ofRevision)],
  ['diff', Object.keys(formats)],
  ['schema', fileKinds],
  ['sheet', Object.keys(sheetKinds)],
])('the help of %s names all that there is', async (name, all) => {
  const text = await help(name);
  for (const one of all) expect(text).toContain(one);
});

it('diff prints with the browser that is named', async () => {
  const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': withPhases('- 2021: 検討') });
  expect(await call(host, 'diff', 'roadmap', 'roadmap', '--format', 'pdf', '--browser', './nowhere', '--lang', 'en')).toBe(2);
  expect(host.err).toContain('there is no browser `./nowhere`');
});

it('help in Japanese says in Japanese what an option is without a value', async () => {
  const text = await help('validate');
  expect(text).toContain('（省くと pretty）');
  expect(text).not.toContain('default');
});

it('help shows which arguments are needed', async () => {
  expect(await help()).toMatch(/diff <BEFORE> <AFTER> .*\n.*roll \[DIR\] /);
});

it.each([
  [['--lang', 'en', 'validate']],
  [['--lang=en', '--no-color', 'validate', 'roadmap']],
  [['--no-color', 'validate', '--lang', 'en']],
])('what every command takes may stand before its name: %s', async (argv) => {
  const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': withPhases('- 2024-2022: 検討') });
  host.stdout.isTTY = true;
  expect(await call(host, ...argv)).toBe(1);
  expect(host.out).toContain('error');
  expect(host.out.includes('\u001b[')).toBe(!argv.includes('--no-color'));
});

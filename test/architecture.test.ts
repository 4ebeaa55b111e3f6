import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/cli/commands.js';
import { printers } from '../src/diagnostics/printers/index.js';
import { formats } from '../src/formats/index.js';
import { rules } from '../src/rules/index.js';

/** The files of a folder that hold one entry each: every other file of it is named. */
function entries(folder: string, others: readonly string[]): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .filter((name) => !others.includes(name))
    .sort();
}

describe('every file of a list is in its list, under its own name', () => {
  it('rules', () => expect(rules.map(({ code }) => code).sort()).toEqual(entries('src/rules', ['index', 'rule'])));
  it('formats', () => expect(Object.keys(formats).sort()).toEqual(entries('src/formats', ['index', 'format', 'escape-markdown'])));
  it('printers', () => expect(Object.keys(printers).sort()).toEqual(entries('src/diagnostics/printers', ['index', 'printer'])));
  it('commands', () => expect(commands.map(({ name }) => name).sort()).toEqual(entries('src/cli/commands', [])));
});

describe('every rule', () => {
  const tests = readdirSync('test/rules').map((name) => readFileSync(`test/rules/${name}`, 'utf8'));
  it.each(rules.map(({ code }) => code))('%s has a test that finds and one that does not', (code) => {
    const own = tests.filter((text) => text.includes(`'${code}'`)).join('');
    expect(own).toMatch(new RegExp(`#~ (error|warning|info) ${code}`));
    const described = own.split(/^(?=describe\()/m).filter((text) => new RegExp(`^describe\\('${code}[':]`).test(text));
    const cases = described.flatMap((text) => text.split(/^(?= +it(?:\.each)?\()/m).slice(1));
    expect(cases.filter((text) => !text.includes('#~'))).not.toEqual([]);
  });
});

it('the package holds every bundle that the program may load', () => {
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8', stdio: 'pipe' }),
  ) as {
    files: { path: string }[];
  }[];
  const bundles = readdirSync('dist').filter((name) => name.endsWith('.js'));
  expect(bundles).toContain('check.js');
  expect(packed[0]?.files.map(({ path }) => path)).toEqual(expect.arrayContaining(bundles.map((name) => `dist/${name}`)));
});

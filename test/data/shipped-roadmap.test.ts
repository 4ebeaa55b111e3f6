import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const out = mkdtempSync(join(tmpdir(), 'roadmap-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('the shipped roadmap', () => {
  it('validates without an error', () => {
    expect(execFileSync('node', ['dist/main.js', 'validate', '--lang', 'en'], { encoding: 'utf8' })).toContain(' 0 errors');
  });

  it('says what the source says, and nothing else', () => {
    execFileSync('node', ['dist/main.js', 'build', '--format', 'json', '--out', out]);
    const report = execFileSync('node', ['test/source/fidelity.mjs', join(out, 'roadmap.json')], { encoding: 'utf8' });
    expect(report).toMatch(/covered 0, invented 0, lost 0, spaced 0, placed 0, ended 0, based 0/);
  });

  it('is built twice to the same bytes', () => {
    const build = (name: string) => {
      execFileSync('node', ['dist/main.js', 'build', '--format', 'html,md,csv,json', '--out', join(out, name)]);
      return ['index.html', 'index.md', 'phases.csv', 'roadmap.json', 'datapackage.json'].map((file) =>
        readFileSync(join(out, name, file), 'utf8'),
      );
    };
    expect(build('one')).toEqual(build('two'));
  });
});

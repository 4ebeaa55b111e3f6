import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type CheckOptions, checkFolder, recallCheck } from '../../../src/cli/checking/check-plan.js';
import type { Host } from '../../../src/cli/host.js';
import { holds, Stamper } from '../../../src/cli/kept/stamp.js';
import { realHost } from '../../../src/cli/machine/real-host.js';

const root = mkdtempSync(join(tmpdir(), 'roadmap-kept-'));
const plan = join(root, 'plan');
const section = join(plan, 'counter.yaml');
beforeEach(() => {
  rmSync(plan, { recursive: true, force: true });
  cpSync('test/editions/halves/plan', plan, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

const options: CheckOptions = { format: 'json', lang: 'en', color: false, quiet: false, acknowledged: true, cache: true };
/** The real machine, some seconds later: what was written just now has settled. */
const later: Host = { ...realHost(), now: () => Date.now() + 10_000 };

describe('a plan that was checked before', () => {
  const names = ['plan.yaml', 'departments.yaml'];

  it('is not read again while the file system says that nothing has changed', async () => {
    const { outcome, kept } = await checkFolder(later, plan, options);
    expect(kept?.stamp?.paths[0]).toBe(plan);
    const unread: Host = {
      ...later,
      readFile() {
        throw new Error('it was read');
      },
    };
    expect(kept && recallCheck(unread, kept)).toEqual(outcome);
  });

  it.each<[string, (file: string) => void]>([
    ['grew', (file) => writeFileSync(file, `${readFileSync(file, 'utf8')}# 注\n`)],
    [
      'has as many bytes and the same time',
      (file) => {
        const { atimeMs, mtimeMs } = statSync(file);
        writeFileSync(file, readFileSync(file, 'utf8').replace(/[a-z]/, 'x'));
        utimesSync(file, atimeMs / 1000, mtimeMs / 1000);
      },
    ],
    [
      'was replaced by another of the same size and time',
      (file) => {
        const { atimeMs, mtimeMs } = statSync(file);
        writeFileSync(`${file}.new`, readFileSync(file, 'utf8').replace(/[a-z]/, 'x'));
        utimesSync(`${file}.new`, atimeMs / 1000, mtimeMs / 1000);
        renameSync(`${file}.new`, file);
      },
    ],
    ['is gone', (file) => unlinkSync(file)],
    ['has another beside it', (file) => writeFileSync(join(file, '..', 'another.yaml'), 'id: another\n')],
    [
      'has reports beside it',
      (file) => {
        mkdirSync(join(file, '..', 'progress/2023'), { recursive: true });
        writeFileSync(join(file, '..', 'progress/2023/halves.yaml'), 'fy: 2023\n');
      },
    ],
  ])('is read again where a file %s', async (_, change) => {
    for (const name of names) {
      const { kept } = await checkFolder(later, plan, options);
      // Older kernels count a file's times by hundredths of a second.
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(kept && recallCheck(later, kept)).toBeDefined();
      change(join(plan, name));
      expect(kept && recallCheck(later, kept)).toBeUndefined();
      rmSync(plan, { recursive: true });
      cpSync('test/editions/halves/plan', plan, { recursive: true });
    }
  });

  it('is read again, and not checked, where only the file system sees a difference', async () => {
    const { outcome, kept } = await checkFolder(later, plan, options);
    expect(kept && recallCheck(later, kept)).toBeDefined();
    utimesSync(section, 0, 0);
    expect(kept && recallCheck(later, kept)).toBeUndefined();
    // What was found comes from the earlier run.
    const marked = kept && { ...kept, value: { ...outcome, text: 'earlier' } };
    const again = await checkFolder(later, plan, options, marked);
    expect(again.outcome.text).toBe('earlier');
    expect(again.kept?.key).toBe(kept?.key);
    expect(again.kept?.stamp).not.toEqual(kept?.stamp);
  });

  it('is hashed from the second run on where it is checked alone, and at once where its files are too new to be told by', async () => {
    const { kept: first } = await checkFolder(later, plan, options, undefined, true);
    expect(first).toMatchObject({ stamp: {} });
    expect(first?.key).toBeUndefined();
    expect(first && recallCheck(later, first)).toBeDefined();
    utimesSync(section, 0, 0);
    const { kept: second } = await checkFolder(later, plan, options, first, true);
    expect(second?.key).toMatch(/^[\w-]{43}$/);
    expect(second?.value).toEqual(first?.value);
    const { kept: early } = await checkFolder(realHost(), plan, options, undefined, true);
    expect(early?.key).toBe(second?.key);
  });
});

describe('a stamp', () => {
  it('is not made of what changed just now: a further change could leave no trace', () => {
    const [now, then] = [new Stamper(realHost()), new Stamper(later)];
    writeFileSync(section, readFileSync(section, 'utf8'));
    for (const stamper of [now, then]) stamper.note(section);
    expect(now.stamp).toBeUndefined();
    expect(then.stamp && holds(later, then.stamp)).toBe(true);
  });

  it('is not made of what is not there', () => {
    const stamper = new Stamper(later);
    stamper.note(join(root, 'nothing'));
    expect(stamper.stamp).toBeUndefined();
  });
});

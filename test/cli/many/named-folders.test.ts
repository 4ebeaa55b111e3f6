import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../../support/memory-host.js';
import { planFiles, withPhases } from '../../support/plan.js';

const plan = (folder: string) =>
  Object.fromEntries([...planFiles({ 'section.yaml': withPhases('- 2021-: 検討') })].map(([name, text]) => [`${folder}/${name}`, text]));
const files = {
  ...plan('plans/aomori'),
  ...plan('plans/akita'),
  ...plan('plans/tohoku/iwate'),
  ...plan('plans/[draft]'),
  'plans/notes/readme.md': 'no plan',
};

async function built(...args: string[]) {
  const host = memoryHost(files);
  const status = await call(host, 'build', '--format', 'csv', '--out', 'out', '--lang', 'en', ...args);
  const names = [...host.files.keys()].flatMap((name) => /^out\/(.+)\/phases\.csv$/.exec(name)?.[1] ?? []);
  return { status, names, host };
}

describe('a pattern that the shell has left alone', () => {
  it('stands for the folders that it fits and that hold a plan, by name', async () => {
    expect((await built('plans/*')).names).toEqual(['[draft]', 'akita', 'aomori']);
    expect((await built('plans/a*')).names).toEqual(['akita', 'aomori']);
    expect((await built('plans/a?ita', 'plans/aomori')).names).toEqual(['akita', 'aomori']);
    expect((await built('plans/**')).names).toEqual(['[draft]', 'akita', 'aomori', 'iwate']);
    expect((await built('plans/*/')).names).toEqual(['[draft]', 'akita', 'aomori']);
  });

  it('is the name of a folder where there is one of that name', async () => {
    const { status, host } = await built('plans/[draft]');
    expect([status, host.files.has('out/phases.csv')]).toEqual([0, true]);
  });

  it('that fits nothing is a wrong call', async () => {
    const { status, host } = await built('plan/*');
    expect([status, host.err]).toEqual([
      2,
      'roadmap: `plan/*` fits no folder that holds a plan.yaml\n  help: check the names of the folders\n',
    ]);
  });

  it('serves validate, format and index too', async () => {
    const { host } = await built('plans/a*');
    expect(await call(host, 'validate', 'plans/a*')).toBe(0);
    expect(await call(host, 'format', 'plans/a*')).toBe(0);
    expect(await call(host, 'index', 'out/*')).toBe(0);
    expect(host.out).toContain('2 計画の一覧を out に書きました');
  });
});

describe('the layout of the output', () => {
  it('of a pattern is a folder a plan and an index, also where it fits one plan', async () => {
    const { status, names, host } = await built('plans/ao*');
    expect([status, names, host.files.has('out/index.html')]).toEqual([0, ['aomori'], true]);
    expect(host.files.get('out/phases.csv')).toBe(host.files.get('out/aomori/phases.csv'));
  });

  it.each([
    ['build', 'plans/akita', 'akita'],
    ['slice', 'plans/akita', '--fy', '2021', 'slice'],
    ['diff', 'plans/akita', 'plans/aomori', 'diff'],
  ])('of one plan takes no index of several plans away: %s', async (...argv) => {
    const { host } = await built('plans/a*');
    const before = new Map(host.files);
    const name = argv.pop();
    expect(await call(host, ...argv, '--format', 'csv', '--out', 'out', '--lang', 'en')).toBe(2);
    expect(host.err).toBe(
      `roadmap: \`out\` holds the index and the tables of several plans, which this would take the place of\n  help: name another folder, such as \`--out out/${name}\`\n`,
    );
    expect(host.files).toEqual(before);
    expect(await call(host, ...argv, '--format', 'csv', '--out', `out/${name}`)).toBe(0);
  });

  it.each(['csv', 'json'])('of several plans is not mixed with that of one: %s', async (format) => {
    const host = memoryHost(files);
    expect(await call(host, 'build', 'plans/akita', '--format', format, '--out', 'out')).toBe(0);
    expect(await call(host, 'build', 'plans/akita', '--format', 'csv', '--out', 'one/akita')).toBe(0);
    const before = new Map(host.files);
    for (const argv of [
      ['build', 'plans/a*', '--format', format],
      ['index', 'one/akita'],
    ]) {
      host.err = '';
      expect(await call(host, ...argv, '--out', 'out', '--lang', 'en')).toBe(2);
      expect(host.err).toContain('roadmap: `out` holds the output of one plan');
    }
    expect(host.files).toEqual(before);
  });

  it('has the name of the folder, also where that has a colon', async () => {
    const host = memoryHost({ ...plan('plans/a:b'), ...plan('plans/b') });
    expect(await call(host, 'build', '--format', 'json', '--out', 'out', 'plans/a:b', 'plans/b')).toBe(0);
    expect([...host.files.keys()].filter((name) => name.startsWith('out/'))).toEqual(['out/a:b/roadmap.json', 'out/b/roadmap.json']);
  });
});

describe('several plans on standard output', () => {
  it.each(['json', 'html', 'md,json'])('are refused as %s', async (format) => {
    const host = memoryHost(files);
    expect(await call(host, 'build', '--format', format, '--out', '-', '--lang', 'en', 'plans/akita', 'plans/aomori')).toBe(2);
    expect([host.out, host.err]).toEqual(['', expect.stringContaining('standard output as md alone')]);
  });

  it('are one text below the other as md', async () => {
    const host = memoryHost(files);
    expect(await call(host, 'build', '--format', 'md', '--out', '-', 'plans/akita', 'plans/aomori')).toBe(0);
    expect(host.out.match(/^# /gm)).toHaveLength(2);
  });
});

it('a build tells which plans it did not build, and which of earlier builds are left', async () => {
  const host = memoryHost(files);
  const build = (format: string, lang: string) =>
    call(host, 'build', '--format', format, '--out', 'out', '--lang', lang, 'plans/akita', 'plans/aomori');
  expect(await call(host, 'build', '--format', 'csv', '--out', 'out/iwate', 'plans/tohoku/iwate')).toBe(0);
  expect(await build('csv', 'en')).toBe(0);
  expect(host.err).toBe(
    'plans of an earlier build are left in `out`: iwate\n  help: delete them before you publish the folder, unless they are wanted there\n',
  );
  host.files.delete('out/iwate/datapackage.json');
  host.files.set('plans/akita/section.yaml', withPhases('- 2024-2022: 検討'));
  for (const [format, lang, words] of [
    ['csv', 'en', '`plans/akita` was not written: 1 error\n1 of 2 plans were built; not in the index and the joined tables: akita\n'],
    ['json', 'en', '`plans/akita` was not written: 1 error\n1 of 2 plans were built; not built: akita\n'],
    ['csv', 'ja', '書き出しませんでした\n2計画のうち1計画を書き出しました。一覧と合わせた表に入っていないもの: akita\n'],
  ] as const) {
    host.err = '';
    expect(await build(format, lang)).toBe(1);
    expect(host.err).toContain(words);
    expect(host.err).toMatch(lang === 'en' ? /are left in `out`: akita\n/ : /残っています: akita\n/);
  }
});

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

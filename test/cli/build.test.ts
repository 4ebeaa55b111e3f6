import { expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { departments, plan, withPhases } from '../support/plan.js';

const planHost = (more: string = '') =>
  memoryHost({
    'roadmap/plan.yaml': plan + more,
    'roadmap/departments.yaml': departments,
    'roadmap/section.yaml': withPhases('- 2021-: 検討'),
  });

it.each([
  ['2030', '2030年度は工程表の外です（工程表が示す年度: 2021～2025年度）\n'],
  ['R7', ''],
])('says whether the year %s of the overview lies outside the table', async (fy, words) => {
  const host = planHost();
  expect(await call(host, 'build', '--fy', fy)).toBe(0);
  expect(host.err).toBe(words);
});

it('says it of each of several plans', async () => {
  const host = planHost();
  for (const [name, text] of [...host.files]) host.files.set(name.replace('roadmap/', 'other/'), text);
  expect(await call(host, 'build', 'roadmap', 'other', '--fy', '2030', '--threads', '1')).toBe(0);
  for (const name of ['roadmap', 'other']) expect(host.err).toContain(`${name}: 2030年度は工程表の外です`);
});

it.each([
  [['slice', '--fy', '2021'], 'md、json'],
  [['build'], 'md、json'],
])('offers for standard output what %s can write there', async (argv, names) => {
  const host = planHost();
  expect(await call(host, ...argv, '--format', 'csv', '--out', '-')).toBe(2);
  expect(host.err).toContain(`標準出力に書けるのは ${names} のどれか一つです`);
});

it.each([
  ['build', 'md、json、atom', 'md, json, atom'],
  ['diff', 'md、json、atom', 'md, json, atom'],
  ['slice', 'md、json', 'md, json'],
])('tells in the help of %s which formats standard output takes', async (command, ja, en) => {
  for (const [lang, words] of [
    ['ja', `標準出力（${ja} のどれか）`],
    ['en', `standard output (one of ${en})`],
  ] as const) {
    const host = planHost();
    expect(await call(host, command, '--help', '--lang', lang)).toBe(0);
    expect(host.out.replace(/\n\s+/g, lang === 'ja' ? '' : ' ')).toContain(words);
  }
});

it('says of an earlier edition that is not there how to name one', async () => {
  const host = planHost('editions:\n- edition: 令和2年12月\n  from: ../nowhere\n');
  expect(await call(host, 'build')).toBe(2);
  expect(host.err).toContain('nowhere');
  expect(host.err).toContain('この計画のフォルダから見た場所で書いてください');
  expect(host.err).not.toContain('省くと');
});

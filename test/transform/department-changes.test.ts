import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { barePlan, section } from '../support/plan.js';

const department = (id: string, name: string, more = '') => `- id: ${id}\n  name: ${name}\n${more}`;
const [a, b] = [department('a', '甲庁'), department('b', '乙庁')];

/** The changes of two editions that differ in their departments, and the Markdown around them. */
async function compared(before: string, after: string, leads: { old?: string; new?: string } = {}) {
  const files = (dir: 'old' | 'new', departments: string) => ({
    [`${dir}/plan.yaml`]: barePlan,
    [`${dir}/departments.yaml`]: `departments:${departments ? `\n${departments}` : ' []\n'}`,
    [`${dir}/section.yaml`]: section(`- id: m\n  title: 施策\n${leads[dir] ? `  leads: [${leads[dir]}]\n` : ''}`),
  });
  const host = memoryHost({ ...files('old', before), ...files('new', after) });
  expect(await call(host, 'diff', 'old', 'new', '--lang', 'ja', '--format', 'md,json,csv'), host.err).toBe(0);
  const read = (name: string) => host.files.get(`dist/diff/${name}`) ?? '';
  const { changes } = JSON.parse(read('diff.json')) as { changes: Record<string, unknown>[] };
  return {
    told: changes.map(({ kind, path, before: old, after: young }) => [kind, path, old, young]),
    md: read('index.md'),
    items: read('change_items.csv').trim().split('\r\n').slice(1),
  };
}

describe('departments of two editions', () => {
  it.each([
    ['added', a, a + b, ['added', ['b'], undefined, '乙庁']],
    ['removed', a + b, a, ['removed', ['b'], '乙庁', undefined]],
    ['merged', a + b, department('c', '丙庁', '  from: [a, b]\n'), ['merged', ['c'], '甲庁\n乙庁', '丙庁']],
    ['merged into one that stays', a + b, department('a', '甲庁', '  from: [b]\n'), ['merged', ['a'], '甲庁\n乙庁', '甲庁']],
    [
      'split',
      a,
      department('b', '乙庁', '  from: [a]\n') + department('c', '丙庁', '  from: [a]\n'),
      ['split', ['b'], '甲庁', '乙庁\n丙庁'],
    ],
    ['split from one that stays', a, a + department('b', '乙庁', '  from: [a]\n'), ['split', ['a'], '甲庁', '甲庁\n乙庁']],
    ['moved', a + b, a + department('b', '乙庁', '  parent: a\n'), ['moved', ['b'], '', 'a']],
    ['renamed', a, department('b', '乙庁', '  was: a\n'), ['renamed', ['b'], '甲庁', '乙庁']],
  ])('are told as %s', async (_, before, after, change) => {
    expect((await compared(before, after)).told).toEqual([change]);
  });

  const merged = ['merged', ['c'], '甲庁\n乙庁', '丙庁'];
  it.each([
    ['a', 'c', []],
    ['b', 'c', []],
    ['a, b', 'c', []],
    ['a, d', 'c, d', []],
    ['a', 'c, d', [['changed', ['ch1', 's1', 'm'], '甲庁', '丙庁、丁庁']]],
    ['d', 'c', [['changed', ['ch1', 's1', 'm'], '丁庁', '丙庁']]],
  ])('that merge take their items along: of %s to %s', async (old, young, more) => {
    const d = department('d', '丁庁');
    const { told } = await compared(a + b + d, department('c', '丙庁', '  from: [a, b]\n') + d, { old, new: young });
    expect(told).toEqual([...more, merged]);
  });

  it('have not changed by what was said of the edition before', async () => {
    const merged = department('a', '甲庁', '  from: [a, x]\n') + department('b', '乙庁', '  from: [a]\n');
    expect((await compared(merged, merged)).told).toEqual([]);
  });

  it.each([
    ['before', '', a],
    ['after', a, ''],
  ])('have neither come nor gone where the edition %s lists none at all', async (_, before, after) => {
    expect((await compared(before, after)).told).toEqual([]);
  });

  it('that came and went stand in the table, in the lists and in the counts', async () => {
    const { md, items } = await compared(a + b, a + department('c', '丙庁'));
    expect(md).toContain('変更のある項目: 2　新設: 1　廃止: 1\n');
    expect(md).toContain('| 丙庁 | 担当部局 |  |  |\n');
    expect(md).toContain('| <ins>丙庁</ins> | （新設） | 新設 |\n| （削る） | <ins>乙庁</ins> | 廃止 |\n');
    expect(items).toEqual(['change-1,after,c,department,1', 'change-2,before,b,department,1']);
  });
});

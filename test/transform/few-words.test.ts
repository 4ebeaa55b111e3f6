import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { changesOf } from '../../src/transform/diff/change.js';
import { diffRoadmaps } from '../../src/transform/diff/diff-roadmaps.js';
import { planFiles, section } from '../support/plan.js';

type Rows = Record<string, string[]>;

function edition(rows: Rows, more: Record<string, string> = {}) {
  const tracks = Object.entries(rows).map(
    ([id, phases]) => `  - id: ${id}\n    phases:\n${phases.map((phase) => `    - ${phase}\n`).join('')}`,
  );
  const files = planFiles({ 'section.yaml': section(`- id: m\n  title: 施策\n  tracks:\n${tracks.join('')}`), ...more });
  const { roadmap } = compile({ dir: '', files }, { only: [] });
  if (!roadmap) throw new Error('no plan');
  return roadmap;
}

it.each<[string, Rows, Rows, string[]]>([
  [
    'a short bar that goes to a new row of its heading',
    { t: ['2021: 実証', '2025-: 全国での運用'] },
    { t: ['2021: 実証'], u: ['2025-: 全国での運用'] },
    ['moved? u.2025'],
  ],
  [
    'a bar whose words stand in another row of both editions',
    { t: ['2021: 実証', '2023-: 全国の自治体で本格運用を開始'], o: ['2022-: 全国の自治体で本格運用を開始'] },
    { t: ['2021: 実証'], o: ['2022-: 全国の自治体で本格運用を開始'], u: ['2023-: 全国の自治体で本格運用を開始'] },
    ['moved? u.2023'],
  ],
  [
    'a short bar of new words in a new year, the only one left of its row',
    { t: ['2021: 実証', '2025-: 全国での運用'] },
    { t: ['2021: 実証', '2026-: 全国への展開と運用'] },
    ['retimed? t.2026', 'reworded? t.2026'],
  ],
  [
    'bars of a word in common, the only ones left of their row',
    { t: ['2021: 実証', '2023-: 手続の見直しの検討'] },
    { t: ['2021: 実証', '2024-: 制度の改正の検討を行う'] },
    ['removed t.2023', 'added t.2024'],
  ],
  [
    'a bar much like another one, but of the same year as one that is like it too',
    { t: ['2021: 調査の準備', '2022: 調査の実施'] },
    { t: ['2021: 調査の実施と準備', '2022: 調査の公表'] },
    ['reworded t.2021', 'reworded t.2022'],
  ],
  [
    'bars that have nothing in common',
    { t: ['2021: 実証', '2025-: 公募'] },
    { t: ['2021: 実証', '2026-: 表彰'] },
    ['removed t.2025', 'added t.2026'],
  ],
])('%s', (_, before, after, wanted) => {
  const changes = changesOf(diffRoadmaps(edition(before), edition(after)));
  const named = changes.map(({ kind, certain, path }) => `${kind}${certain ? '' : '?'} ${path.at(-1)}`);
  expect([...named].sort()).toEqual([...wanted].sort());
});

it('tells no way in which promises moved where there are more or fewer of them than before', () => {
  const shifts = (before: string, after: string) =>
    changesOf(diffRoadmaps(edition({ t: [before] }), edition({ t: [after] }))).map(({ kind, shift }) => [kind, shift]);
  const one = '{ 2022-: 令和5年度末までに試行, due: 令和5年度末 }';
  expect(shifts(one, one.replaceAll('令和5', '令和6'))).toEqual([['reworded', '後ろ倒し']]);
  const two = '{ 2022-: 令和6年度末までに試行し、令和7年度末までに拡大, due: [令和6年度末, 令和7年度末] }';
  expect(shifts(one, two)).toEqual([['reworded', undefined]]);
});

it('tells a status that another one takes the place of, and none that is only reported no more', () => {
  const reported = (status?: string) =>
    edition(
      { t: ['2021-: 実証'] },
      status === undefined ? {} : { 'progress/2021/x.yaml': `fy: 2021\nreports:\n- { on: t, status: ${status} }\n` },
    );
  const changes = (before?: string, after?: string) =>
    changesOf(diffRoadmaps(reported(before), reported(after))).map(({ field, ...change }) => [field, change.before, change.after]);
  expect(changes('措置中', '措置済')).toEqual([['status', '措置中', '措置済']]);
  expect(changes(undefined, '措置中')).toEqual([['status', '', '措置中']]);
  expect(changes('措置中')).toEqual([]);
});

import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { changesOf } from '../../src/transform/diff/change.js';
import { diffRoadmaps } from '../../src/transform/diff/diff-roadmaps.js';
import { planFiles, section } from '../support/plan.js';

type Rows = Record<string, string[]>;

function edition(rows: Rows) {
  const tracks = Object.entries(rows).map(
    ([id, phases]) => `  - id: ${id}\n    phases:\n${phases.map((phase) => `    - ${phase}\n`).join('')}`,
  );
  const files = planFiles({ 'section.yaml': section(`- id: m\n  title: 施策\n  tracks:\n${tracks.join('')}`) });
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

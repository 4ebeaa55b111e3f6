import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../../support/memory-host.js';
import { barePlan, departments, section } from '../../support/plan.js';

/** The rows of the 新旧対照表 in Markdown between two editions, by the rows of their only heading; the new one may show other years. */
async function tableOf(before: string, after: string, options: string[] = [], window = '2021-2025') {
  const files = (dir: string, tracks: string, plan: string) => ({
    [`${dir}/plan.yaml`]: plan,
    [`${dir}/departments.yaml`]: departments,
    [`${dir}/section.yaml`]: section(`- id: m\n  title: 施策\n  tracks:\n${tracks.trim().replace(/^/gm, '  ')}\n`),
  });
  const host = memoryHost({ ...files('old', before, barePlan), ...files('new', after, barePlan.replace('2021-2025', window)) });
  expect(await call(host, 'diff', 'old', 'new', '--lang', 'ja', ...options), host.err).toBe(0);
  const [, table = ''] = /## 1\\\. 節\n\n.*\n.*\n((?:\|.*\n)*)/.exec(host.out) ?? [];
  return table
    .trim()
    .split('\n')
    .filter((row) => !row.includes('**') && !row.includes('（略）'));
}

describe('rows that were merged', () => {
  const before = `
- id: u
  phases:
  - 2022: 計画の作成
  - 2023-2025: 順次移行
- id: v
  phases:
  - 2022-2025: 相談会の開催
    each: year`;
  const after = `
- id: uv
  from: [u, v]
  phases:
  - 2022: 計画の作成及び相談会の開催
    was: u.2022
  - 2023-2025: 順次移行`;

  it('are known by all their bars on both sides', async () => {
    expect(await tableOf(before, after)).toEqual([
      '| 行: 計画の作成<ins>及び</ins>相談会の開催／順次移行 | 行: 計画の作成／順次移行<br>行: 相談会の開催 | 統合 |',
      '| （削る） | <ins>2022～2025年度</ins><br><ins>相談会の開催</ins> | 廃止 |',
      '| 2022年度<br>計画の作成<ins>及び相談会の開催</ins> | 2022年度<br>計画の作成 | 文言の変更 |',
    ]);
  });

  it('keep in a draft what has stayed', async () => {
    expect(await tableOf(before, after, ['--style', 'strike'])).toEqual([
      '| 行: 計画の作成<ins>及び相談会の開催</ins>／順次移行<br>行: <del>相談会の開催</del> | 統合 |',
      '| <del>2022～2025年度</del><br><del>相談会の開催</del> | 廃止 |',
      '| 2022年度<br>計画の作成<ins>及び相談会の開催</ins> | 文言の変更 |',
    ]);
  });
});

it('shows the likest part of a split bar as one run in a draft', async () => {
  const row = (phases: string) => `- id: t\n  phases:\n${phases}`;
  const rows = await tableOf(
    row('  - 2022-2024: 道路の点検を行う'),
    row('  - 2022: 台帳\n    from: [t.2022]\n  - 2023-2024: 国道の点検を行う\n    from: [t.2022]'),
    ['--style', 'strike'],
  );
  expect(rows).toEqual([
    '| <ins>2022年度</ins><br><ins>台帳</ins><br><del>2022</del><ins>2023</ins>～2024年度<br><del>道路</del><ins>国道</ins>の点検を行う | 分割 |',
  ]);
});

describe('what is gone with the years of the table', () => {
  const row = (points: string) => `- id: t${points && `\n  milestones:\n${points}`}\n  phases:\n  - 2024-2025: 研修`;

  it('is over where it is a point', async () => {
    const rows = await tableOf(row('  - 2023-07: 意見の募集'), row(''), [], '2024-2028');
    expect(rows).toEqual(['| （削る） | <ins>2023年7月</ins><br><ins>意見の募集</ins> | 終了 |']);
  });

  it('is no longer wanted where a date lies in the new years', async () => {
    const rows = await tableOf(row('  - 2024-04: 意見の募集'), row(''), [], '2024-2028');
    expect(rows).toEqual(['| （削る） | <ins>2024年4月</ins><br><ins>意見の募集</ins> | 廃止 |']);
  });

  it('is no longer wanted as a row that has a point in the new years', async () => {
    const law = '\n- id: law\n  label: 法令\n  milestones:\n  - 2024-10: 施行\n  phases:\n  - 2021-2023: 準備';
    const [gone] = await tableOf(row('') + law, row(''), [], '2024-2028');
    expect(gone).toMatch(/廃止 \|$/);
  });
});

it('shows the title of a plan that has another one', async () => {
  const host = memoryHost({
    'old/plan.yaml': barePlan,
    'old/section.yaml': section('- id: m\n  title: 施策\n'),
    'new/plan.yaml': barePlan.replace('試験の工程表', '見本の工程表'),
    'new/section.yaml': section('- id: m\n  title: 施策\n'),
  });
  expect(await call(host, 'diff', 'old', 'new', '--lang', 'ja'), host.err).toBe(0);
  expect(host.out).toContain('| <ins>見本</ins>の工程表 | <ins>試験</ins>の工程表 | 名称の変更 |');
});

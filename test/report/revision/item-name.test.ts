import { expect, it } from 'vitest';
import { call, memoryHost } from '../../support/memory-host.js';
import { section, twoEditions, withPhases } from '../../support/plan.js';

const before = withPhases('- 2023: 小学校及び中学校の教材の作成');
const after = withPhases(
  '- 2023: 小学校の教材の作成\n  from: [row.2023]\n- 2024: 中学校の教材の作成\n  from: [row.2023]\n  notes: [試行の後]',
);
const host = memoryHost(twoEditions(before, after));

it('lists a split bar by all its parts', async () => {
  expect(await call(host, 'diff', 'old', 'new', '--format', 'md,atom', '--lang', 'ja'), host.err).toBe(0);
  const row = '| 小学校の教材の作成／中学校の教材の作成 | 施策 | 2023年度 | 2023～2024年度 | 担当の記載なし |';
  expect(host.files.get('dist/diff/index.md')).toContain(row);
  expect(host.files.get('dist/diff/changes.atom')).toContain('小学校の教材の作成／中学校の教材の作成</title>');
});

it('tells beside a part of the split alone, not what all parts together changed', async () => {
  expect(await call(host, 'build', 'new', '--lang', 'ja'), host.err).toBe(0);
  const page = [...host.files].flatMap(([name, text]) => (name.endsWith('all.html') ? [text] : [])).join('');
  expect(page).toContain('令和4年6月: 分割');
  expect(page).not.toContain('延長');
});

it('names the row that a bar moved to by each of its bars once', async () => {
  const rows = (a: string, b: string) =>
    section(`- id: m\n  title: 施策\n  tracks:\n  - id: a\n    phases:\n    - 2021: 準備\n${a}  - id: b\n    phases:\n${b}`);
  const [meetings, bar] = ['    - 2021-2023: 相談会の開催\n      each: year\n', '    - 2024-: 全国の窓口での手続の開始\n'];
  const files = memoryHost(twoEditions(rows(bar, meetings), rows('', meetings + bar)));
  expect(await call(files, 'diff', 'old', 'new', '--format', 'atom', '--lang', 'ja'), files.err).toBe(0);
  expect(files.files.get('dist/diff/changes.atom')).toContain(
    '準備／全国の窓口での手続の開始 → 相談会の開催／全国の窓口での手続の開始</summary>',
  );
});

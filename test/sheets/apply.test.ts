import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formatFile } from '../../src/edit/format-file.js';
import { edit, makeSheet, planFiles, planHost, planOn, tableOf, withParts } from '../support/answers.js';
import { call, type MemoryHost, memoryHost } from '../support/memory-host.js';
import { plan, section } from '../support/plan.js';

const reported = 'fy: 2022\nreports:\n- on: card-issue\n  status: 措置中\n';

async function answer(host: MemoryHost, bytes: Uint8Array, work: Parameters<typeof edit>[1]): Promise<number> {
  host.files.set('in.xlsx', (await edit(bytes, work)) as unknown as string);
  host.out = '';
  host.err = '';
  return call(host, 'apply', 'in.xlsx');
}

describe('progress', () => {
  it('writes a file beside the section, in the order of the plan', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const status = await answer(host, sheet, (table) =>
      table
        .set('card-shared', '状況', ' 検討中\u3000')
        .set('card-issue', '状況', '措置済')
        .set('card-issue', '実施したこと', '　全国に拡大した。\n「周知」も、\nあわせて行った ')
        .set('card-issue', '根拠資料', '資料1\n\nhttps://example.jp/a#b')
        .set('kpi-card', 'KPI実績値', '９６．６％')
        .set('kpi-card', 'KPI時点', '令和5年3月31日'),
    );
    expect(host.out + host.err).toContain('roadmap/progress/2022/1-cards.yaml');
    expect(status).toBe(0);
    expect(planOn(host)).toEqual({
      ...planFiles,
      'roadmap/progress/2022/1-cards.yaml': `# yaml-language-server: $schema=../../../docs/schema/progress.json
fy: 2022
reports:
- on: card-issue
  status: 措置済
  done: 全国に拡大した。「周知」も、あわせて行った
  evidence:
  - 資料1
  - https://example.jp/a#b
  by: mic
  actuals: { kpi-card: { 2023-03-31: 96.6 } }
- on: card-shared
  status: 検討中
  by: mic
`,
    });
    expect(await call(host, 'validate')).toBe(0);
  });

  it('changes, adds and clears in a file that is there, and nothing else', async () => {
    const before = `# 取りまとめ: 調整担当
fy: 2022
by: mic-bureau
reports:
- on: card-shared   # 共管
  status: "検討中"
  obstacles: 予算
`;
    const host = planHost({ 'roadmap/progress/2022/1-cards.yaml': before });
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', 'R4');
    const status = await answer(host, sheet, (table) =>
      table
        .set('card-shared', '状況', '措置中')
        .set('card-shared', '実施したこと', '仕様: 統一した')
        .set('card-shared', '課題', '(削除)')
        .set('card-issue', '課題', '人手'),
    );
    expect(host.out, host.err).not.toContain('直し方');
    expect(status).toBe(0);
    expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toBe(`# 取りまとめ: 調整担当
fy: 2022
by: mic-bureau
reports:
- on: card-issue
  obstacles: 人手
- on: card-shared   # 共管
  status: 措置中
  done: "仕様: 統一した"
`);
  });

  it('keeps the comments beside what it adds, changes and clears', async () => {
    const path = 'roadmap/progress/2022/1-cards.yaml';
    const before = `fy: 2022
reports:
- status: 措置中   # 会議で
  on: card-issue
  done: 配布   # 要確認
  evidence:        # 公開のもの
  # 事務局から
  - 資料1   # 甲
  - 資料2   # 乙
- on: card-shared
  status: 検討中   # 仮
  evidence: [甲, 乙]   # 丙は未着
`;
    const host = planHost({ [path]: before });
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const work: Parameters<typeof edit>[1] = (table) =>
      table
        .set('card-issue', '状況', '（削除）')
        .set('card-issue', '実施したこと', '（削除）')
        .set('card-issue', '根拠資料', '資料1\n資料2b\n資料3')
        .set('card-shared', '状況', '（削除）')
        .set('card-shared', '根拠資料', '甲\n乙\n丙');
    expect(await answer(host, sheet, work), host.out + host.err).toBe(0);
    expect(planOn(host)[path]).toBe(`fy: 2022
reports:
- # 会議で
  on: card-issue
  # 要確認
  evidence:        # 公開のもの
  # 事務局から
  - 資料1   # 甲
  - 資料2b   # 乙
  - 資料3
  by: mic
- on: card-shared
  # 仮
  evidence: [甲, 乙, 丙]   # 丙は未着
  by: mic
`);
    expect(await call(host, 'validate')).toBe(0);
    const again = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    expect(await answer(host, again, (table) => table.set('card-issue', '根拠資料', '資料0\n資料1\n資料3'))).toBe(0);
    expect(planOn(host)[path]).toContain('  - 資料0\n  - 資料1   # 甲\n  - 資料3\n');
  });

  const shared = '- on: card-shared\n  status: 検討中\n';
  it.each([
    ['nobody', '', '', 'mlit', 'by: mlit\n'],
    ['another department', 'by: mic\n', '', 'mlit', 'by: mlit\n'],
    ['another department, beside the head of the file', 'by: mic\n', '  by: mlit\n', 'mic', 'by: mic\n'],
    ['the department that answers', 'by: mlit\n', '', 'mlit', ''],
    ['one below it', 'by: mic-bureau\n', '', 'mic', ''],
  ])('names the department that answered where an entry is of %s', async (_, head, entry, lead, by) => {
    const path = 'roadmap/progress/2022/1-cards.yaml';
    const host = planHost({ [path]: `fy: 2022\n${head}reports:\n${shared}${entry}` });
    const sheet = await makeSheet(host, '--lead', lead, '--fy', '2022');
    const work: Parameters<typeof edit>[1] = (table) => table.set('card-shared', '状況', '措置中');
    expect(await answer(host, sheet, work), host.out).toBe(0);
    const after = `fy: 2022\n${head}reports:\n- on: card-shared\n  status: 措置中\n${by && `  ${by}`}`;
    expect(planOn(host)[path]).toBe(after);
    expect(await answer(host, sheet, work), host.out).toBe(0);
    expect(planOn(host)[path]).toBe(after);
  });

  it('names a department beside one that has to do with another item, and nobody for an item without a lead', async () => {
    const path = 'roadmap/progress/2022/2-roads.yaml';
    const host = planHost({ [path]: 'fy: 2022\nby: mic\nreports:\n- on: road-data\n  by: mlit\n  status: 検討中\n' });
    for (const [lead, id] of [
      ['mlit', 'road-data'],
      ['none', 'road-open'],
    ] as const) {
      const sheet = await makeSheet(host, '--lead', lead, '--fy', '2022');
      expect(await answer(host, sheet, (table) => table.set(id, '状況', '措置済')), host.out).toBe(0);
    }
    expect(planOn(host)[path]).toBe(
      'fy: 2022\nby: mic\nreports:\n- on: road-data\n  by: mlit\n  status: 措置済\n- on: road-open\n  status: 措置済\n',
    );
  });

  it('shows what was due before and is open, and the ▲ of the year', async () => {
    const cards = planFiles['roadmap/1-cards.yaml'].replace(
      '    label: 交付\n',
      '    label: 交付\n    milestones: [{ 2022-06: 試行 }, { 2023-01-20: 全国 }, { 2023-10: 見直し }]\n',
    );
    const progress = 'roadmap/progress/2021/1-cards.yaml';
    const of2021 = (status: string) => `fy: 2021\nreports:\n- on: card-issue\n  status: ${status}\n`;
    const current = '2022～2023年度　交付の体制を整備し、令和5年度末までに全国に拡大\n▲ 2022-06　試行\n▲ 2023-01-20　全国';
    for (const [files, passed] of [
      [{}, '（前年度まで・報告なし）2021年度　検討\n'],
      [{ [progress]: of2021('検討中') }, '（前年度まで・未完了の報告）2021年度　検討\n'],
      [{ [progress]: of2021('措置済') }, ''],
    ] as const) {
      const host = planHost({ 'roadmap/1-cards.yaml': cards, ...files });
      const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
      expect((await tableOf(sheet)).get('card-issue', '2022年度の工程')).toBe(passed + current);
      expect(await answer(host, sheet, (table) => table.set('card-issue', '状況', '措置済')), host.out).toBe(0);
      expect(await answer(host, sheet, (table) => table.set('card-issue', '状況', '措置済').set('card-issue', '課題', '人手'))).toBe(0);
    }
  });

  it.each([
    ['of which nothing was reported', {}],
    ['that is reported as not done', { 'roadmap/progress/2021/2-roads.yaml': 'fy: 2021\nreports:\n- on: road-data\n  status: 検討中\n' }],
  ])('brings no warning for an answer that it asked for, of a row that has ended, %s', async (_, files) => {
    const roads = planFiles['roadmap/2-roads.yaml'].replace('    - 2022-: 公開\n', '');
    const host = planHost({ 'roadmap/2-roads.yaml': roads, ...files });
    const sheet = await makeSheet(host, '--lead', 'mlit', '--fy', '2022');
    expect(await answer(host, sheet, (table) => table.set('road-data', '状況', '措置済')), host.out).toBe(0);
    expect(host.err).not.toContain('警告');
  });

  it('takes a report away that says nothing any more', async () => {
    const host = planHost({
      'roadmap/progress/2022/1-cards.yaml': 'fy: 2022\nreports:\n- on: card-issue\n  status: 措置済\n- on: card-shared\n  status: 措置済\n',
    });
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    expect(await answer(host, sheet, (table) => table.set('card-issue', '状況', '（削除）'))).toBe(0);
    expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toBe('fy: 2022\nreports:\n- on: card-shared\n  status: 措置済\n');
  });

  it('puts the figure of a section as a whole to its KPI, asked of nobody in particular', async () => {
    const roads = planFiles['roadmap/2-roads.yaml'].replace(
      'measures:',
      'kpis:\n- id: kpi-road # 道路\n  name: 公開率\n  unit: "%"\n  better: more\nmeasures:',
    );
    const host = planHost({ 'roadmap/2-roads.yaml': roads });
    const sheet = await makeSheet(host, '--lead', 'none', '--fy', '2022');
    expect(
      await answer(host, sheet, (table) => table.set('kpi-road', 'KPI実績値', '1,234.5').set('kpi-road', 'KPI時点', 'R5.3')),
      host.out,
    ).toBe(0);
    expect(planOn(host)['roadmap/2-roads.yaml']).toBe(roads.replace('  unit: "%"\n', '  unit: "%"\n  actuals: { 2023-03: 1234.5 }\n'));
  });

  it('keeps an earlier figure beside a later one, and replaces that of the same day', async () => {
    const host = planHost({
      'roadmap/progress/2022/1-cards.yaml': 'fy: 2022\nreports:\n- on: card-issue\n  actuals:\n    kpi-card:\n      2022-09-30: 50\n',
    });
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    await answer(host, sheet, (table) => table.set('kpi-card', 'KPI実績値', '60').set('kpi-card', 'KPI時点', '2023-03-31'));
    expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain('      2022-09-30: 50\n      2023-03-31: 60\n');
    const again = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    await answer(host, again, (table) => table.set('kpi-card', 'KPI実績値', '61.5'));
    expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain('      2022-09-30: 50\n      2023-03-31: 61.5\n');
  });

  it.each(['－', '―', 'ー', '…', '／'])('takes %s where nothing stood for no answer', async (line) => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const work: Parameters<typeof edit>[1] = (table) =>
      table
        .set('card-issue', '状況', line)
        .set('card-issue', '課題', line)
        .set('kpi-card', 'KPI実績値', line)
        .set('kpi-card', 'KPI時点', line);
    expect(await answer(host, sheet, work), host.out).toBe(0);
    expect(planOn(host)).toEqual(planFiles);
  });

  it('takes a month for its last day', async () => {
    const path = 'roadmap/progress/2022/1-cards.yaml';
    const report = (figures: string) => `fy: 2022\nby: mic\nreports:\n- on: card-issue\n  actuals: { kpi-card: { ${figures} } }\n`;
    const host = planHost({ [path]: report('2023-03: 50, 2023-03-15: 40') });
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const work: Parameters<typeof edit>[1] = (table) =>
      table.set('kpi-card', 'KPI実績値', '51').set('kpi-card', 'KPI時点', '令和5年3月31日');
    for (const _ of ['first', 'again']) {
      expect(await answer(host, sheet, work), host.out).toBe(0);
      expect(planOn(host)[path]).toBe(report('2023-03: 51, 2023-03-15: 40'));
    }
    const next = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    expect(await answer(host, next, (table) => table.set('kpi-card', 'KPI時点', '2023-03-20'))).toBe(1);
    expect(host.out).toContain('時点 `2023-03-20` は、報告済みの `2023-03` より前です');
  });

  it('shows and changes a figure in the report that it stands in, also on another item', async () => {
    const path = 'roadmap/progress/2022/1-cards.yaml';
    const report = (figures: string) => `fy: 2022\nby: mlit\nreports:\n- on: card-shared\n  actuals: { kpi-card: { ${figures} } }\n`;
    const host = planHost({ [path]: report('2022-09-30: 50') });
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const table = await tableOf(sheet);
    expect([table.get('kpi-card', 'KPI実績値'), table.get('kpi-card', 'KPI時点')]).toEqual(['50', '2022-09-30']);
    expect(await answer(host, sheet, (one) => one.set('kpi-card', 'KPI実績値', '51')), host.out).toBe(0);
    expect(planOn(host)[path]).toBe(report('2022-09-30: 51'));
    const next = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    expect(await answer(host, next, (one) => one.set('kpi-card', 'KPI実績値', '60').set('kpi-card', 'KPI時点', '2023-03-31'))).toBe(0);
    expect(planOn(host)[path]).toBe(report('2022-09-30: 51, 2023-03-31: 60'));
    const last = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    expect(await answer(host, last, (one) => one.set('kpi-card', 'KPI実績値', '（削除）').set('kpi-card', 'KPI時点', '（削除）'))).toBe(0);
    expect(planOn(host)[path]).toBe(report('2022-09-30: 51'));
  });

  it('asks nothing more of a heading whose KPI was answered', async () => {
    const kpi = '  kpis:\n  - { id: kpi-all, name: 普及率, unit: "%", target: { 2022: 100 } }\n';
    const cards = planFiles['roadmap/1-cards.yaml'].replace('  tracks:\n', `${kpi}  tracks:\n`);
    const host = planHost({ 'roadmap/1-cards.yaml': cards });
    const ids = async () => (await tableOf(await makeSheet(host, '--lead', 'mic', '--fy', '2022'))).rows.map(([id]) => id);
    const before = await ids();
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    await answer(host, sheet, (one) => one.set('kpi-all', 'KPI実績値', '60').set('kpi-all', 'KPI時点', '2023-03-31'));
    expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain('- on: card\n');
    expect(await ids()).toEqual(before);
  });

  it.each([
    ['2022-03-31', true],
    ['2022-04', false],
    ['2023-03-31', false],
    ['2024-06-30', true],
  ])('tells of a figure whose date %s lies outside the year: %s', async (date, isOutside) => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const cell = (await tableOf(sheet)).cell('kpi-card', 'KPI時点');
    expect(await answer(host, sheet, (one) => one.set('kpi-card', 'KPI実績値', '60').set('kpi-card', 'KPI時点', date)), host.out).toBe(0);
    expect(host.err.includes(`in.xlsx 進捗状況!${cell}: 時点 \`${date}\` は2022年度の外です`)).toBe(isOutside);
  });

  it.each([
    ['2022-03-31', true],
    ['2022-09-30', false],
  ])('tells of a figure that takes the place of one of %s, outside the year: %s', async (date, isOutside) => {
    const cards = planFiles['roadmap/1-cards.yaml'].replace('target: { 2022: 100 } }', `target: { 2022: 100 }, actuals: { ${date}: 40 } }`);
    const host = planHost({ 'roadmap/1-cards.yaml': cards });
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const cell = (await tableOf(sheet)).cell('kpi-card', 'KPI時点');
    expect(await answer(host, sheet, (one) => one.set('kpi-card', 'KPI実績値', '55')), host.out).toBe(0);
    expect(planOn(host)['roadmap/1-cards.yaml']).toContain(`actuals: { ${date}: 55 }`);
    const told = `in.xlsx 進捗状況!${cell}: 時点 \`${date}\` は2022年度の外のままなので、その時点の実績 \`40\` が \`55\` に変わります`;
    expect(host.err.includes(told)).toBe(isOutside);
  });

  it.each([
    ['削除', true],
    ['「削除」', true],
    ['削除する。', true],
    ['（削除）', false],
    ['条文の削除', false],
  ])('tells where %s is taken for words: %s', async (words, isTold) => {
    const host = planHost({ 'roadmap/progress/2022/1-cards.yaml': `${reported}  obstacles: 人手\n` });
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const cell = (await tableOf(sheet)).cell('card-issue', '課題');
    expect(await answer(host, sheet, (one) => one.set('card-issue', '課題', words)), host.out).toBe(0);
    expect(host.err.includes(`in.xlsx 進捗状況!${cell}: \`${words}\` を文として読みました。消すときは （削除） と書いてください`)).toBe(
      isTold,
    );
  });

  it('shows the figure that the plan states, changes it there, and does not count it as an answer', async () => {
    const stated = (figures: string) =>
      planFiles['roadmap/1-cards.yaml'].replace('target: { 2022: 100 } }', `target: { 2022: 100 }, actuals: { ${figures} } }`);
    const host = planHost({ 'roadmap/1-cards.yaml': stated('2022-09-30: 50') });
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const table = await tableOf(sheet);
    expect([table.get('kpi-card', 'KPI実績値'), table.get('kpi-card', 'KPI時点')]).toEqual(['50', '2022-09-30']);
    host.files.set('in/a.xlsx', sheet as unknown as string);
    host.out = '';
    expect(await call(host, 'sheet', '--status', 'in')).toBe(0);
    expect(host.out).toContain('0/3');
    expect(await answer(host, sheet, (one) => one.set('kpi-card', 'KPI実績値', '51'))).toBe(0);
    expect(planOn(host)).toEqual({ ...planFiles, 'roadmap/1-cards.yaml': stated('2022-09-30: 51') });
    const next = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    expect(await answer(host, next, (one) => one.set('kpi-card', 'KPI実績値', '60').set('kpi-card', 'KPI時点', '2023-03-31'))).toBe(0);
    expect(planOn(host)['roadmap/1-cards.yaml']).toBe(stated('2022-09-30: 51'));
    expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain('  actuals: { kpi-card: { 2023-03-31: 60 } }\n');
  });

  it('reads rows that were sorted, columns that were moved and added, and applies the same sheet twice to the same end', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const sorted: Parameters<typeof edit>[1] = (table) => {
      table.set('card-shared', '状況', '措置済');
      const [header = [], ...rows] = table.rows.splice(0);
      table.rows.push(
        [],
        ...[
          ['備考', ...header.toReversed()],
          ...rows.toReversed().map((row) => ['=1+1 のようなメモ', ...header.map((_, c) => row[c] ?? '').toReversed()]),
        ],
      );
    };
    expect(await answer(host, sheet, sorted), host.out).toBe(0);
    const first = planOn(host);
    expect(first['roadmap/progress/2022/1-cards.yaml']).toContain('- on: card-shared\n  status: 措置済\n');
    expect(await answer(host, sheet, sorted), host.out).toBe(0);
    expect(planOn(host)).toEqual(first);
    expect(host.err).toContain('変わる所はありません');
  });
});

it.each(['96.60', '００９６．６', '0', '-0.50', '123456789012345'])('applies the figure %s twice to the same end', async (figure) => {
  const host = planHost();
  const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
  const work: Parameters<typeof edit>[1] = (table) => table.set('kpi-card', 'KPI実績値', figure).set('kpi-card', 'KPI時点', '2023-03-31');
  expect(await answer(host, sheet, work), host.out).toBe(0);
  expect(await answer(host, sheet, work), host.out).toBe(0);
  expect(host.err).toContain('変わる所はありません');
});

it.each([
  ['2024-12-3', '2024-12-03'],
  ['Ｒ６．１１．２', '2024-11-02'],
  ['令和6年11月2日', '2024-11-02'],
  ['令和6年11月', '2024-11'],
  ['令和6年2月末', '2024-02-29'],
  ['R6.11末時点', '2024-11-30'],
  ['令和6年11月2日現在', '2024-11-02'],
  ['2024/3', '2024-03'],
  ['2024-123', undefined],
  ['R6.112', undefined],
  ['2024-3-', undefined],
])('reads the date %s as %s', async (written, date) => {
  const host = planHost();
  const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
  const status = await answer(host, sheet, (table) => table.set('kpi-card', 'KPI実績値', '60').set('kpi-card', 'KPI時点', written));
  expect(status).toBe(date === undefined ? 1 : 0);
  if (date === undefined) expect(host.out).toContain(`\`${written}\` は日付として読めません`);
  else expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain(`{ ${date}: 60 }`);
});

describe('what Excel saves', () => {
  it('dates in any format, percentages and furigana are read as they are shown', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const table = await tableOf(sheet);
    const row = table.rowOf('kpi-card');
    const cells = new Map([
      [`${row},${table.columnOf('KPI実績値')}`, { value: 0.966, style: { numFmt: '0.0%' } }],
      [`${row},${table.columnOf('KPI時点')}`, { value: new Date(Date.UTC(2023, 2, 31)), style: { numFmt: '[$-411]ggge"年"m"月"d"日"' } }],
    ]);
    const bytes = withParts(await edit(sheet, (one) => one.set('card-issue', '実施したこと', '措置を行った'), { cells }), (parts) => {
      const strings = strFromU8(parts['xl/sharedStrings.xml'] as Uint8Array);
      parts['xl/sharedStrings.xml'] = strToU8(
        strings.replace('<t>措置を行った</t>', '<t>措置を行った</t><rPh sb="0" eb="2"><t>ソチ</t></rPh><phoneticPr fontId="1"/>'),
      );
    });
    host.files.set('in.xlsx', bytes as unknown as string);
    expect(await call(host, 'apply', 'in.xlsx'), host.out).toBe(0);
    expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain(
      '- on: card-issue\n  done: 措置を行った\n  by: mic\n  actuals: { kpi-card: { 2023-03-31: 96.6 } }\n',
    );
  });
});

it.each([
  ['2023-03-31T00:00:00.000Z', '2023-03-31'],
  ['2023-03-31T00:00:00', '2023-03-31'],
  ['2023-03-31', '2023-03-31'],
  ['2023-03-30T15:00:00.000Z', undefined],
])('reads a cell of the type for dates, %s, as %s', async (stamp, date) => {
  const host = planHost();
  const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
  const name = (await tableOf(sheet)).cell('kpi-card', 'KPI時点');
  const bytes = withParts(await edit(sheet, (one) => one.set('kpi-card', 'KPI実績値', '60').set('kpi-card', 'KPI時点', 'x')), (parts) => {
    const xml = strFromU8(parts['xl/worksheets/sheet2.xml'] as Uint8Array);
    parts['xl/worksheets/sheet2.xml'] = strToU8(
      xml.replace(new RegExp(`<c r="${name}"[^>]*>.*?</c>`), `<c r="${name}" t="d"><v>${stamp}</v></c>`),
    );
  });
  host.files.set('in.xlsx', bytes as unknown as string);
  expect(await call(host, 'apply', 'in.xlsx'), host.out).toBe(date === undefined ? 1 : 0);
  if (date !== undefined) expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain(`{ ${date}: 60 }`);
});

describe('a figure and its date as Excel shows them', () => {
  /** What is read of a figure and a date in these formats; a number stands for a format that Excel knows by it. */
  async function read(figure: [number, string], date: [Date, string | number]): Promise<string> {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const table = await tableOf(sheet);
    const row = table.rowOf('kpi-card');
    const [format, id] = typeof date[1] === 'number' ? ['"known"d', date[1]] : [date[1], undefined];
    const cells = new Map([
      [`${row},${table.columnOf('KPI実績値')}`, { value: figure[0], style: { numFmt: figure[1] } }],
      [`${row},${table.columnOf('KPI時点')}`, { value: date[0], style: { numFmt: format } }],
    ]);
    const bytes = withParts(await edit(sheet, () => undefined, { cells }), (parts) => {
      if (id === undefined) return;
      const styles = strFromU8(parts['xl/styles.xml'] as Uint8Array);
      const custom = /<numFmt numFmtId="(\d+)" formatCode="&quot;known[^>]*>/.exec(styles);
      expect(custom).not.toBeNull();
      parts['xl/styles.xml'] = strToU8(styles.replace(custom?.[0] ?? '', '').replaceAll(`numFmtId="${custom?.[1]}"`, `numFmtId="${id}"`));
    });
    host.files.set('in.xlsx', bytes as unknown as string);
    host.out = '';
    await call(host, 'apply', 'in.xlsx');
    const found = /kpi-card: \{ (.*?) \}/.exec(planOn(host)['roadmap/progress/2022/1-cards.yaml'] ?? '');
    return found?.[1] ?? host.out.split('\n')[0] ?? '';
  }
  const day = new Date(Date.UTC(2023, 2, 31));

  it.each([
    ['0.0"%"', 96.6],
    ['0.0\\%', 96.6],
    ['0.0%', 0.966],
    ['[Red]0.0%;-0.0%', 0.966],
  ])('the percentage %s of %d', async (format, value) => {
    expect(await read([value, format], [day, 'yyyy/m/d'])).toBe('2023-03-31: 96.6');
  });

  it.each<[string | number, string | RegExp]>([
    ['yyyy"年"m"月"', '2023-03: 1'],
    ['mmm-yy', '2023-03: 1'],
    ['[$-411]ge.m.d', '2023-03-31: 1'],
    ['yyyy/m/d h:mm', '2023-03-31: 1'],
    [14, '2023-03-31: 1'],
    [57, '2023-03-31: 1'],
    [55, '2023-03: 1'],
    ['m"月"d"日"', /`3月31日` は日付として/],
    [56, /`3月31日` は日付として/],
    ['yyyy"年"', /`2023年` は日付として/],
  ])('the date in the format %s', async (format, expected) => {
    expect(await read([1, '0'], [day, format])).toMatch(expected);
  });
});

describe('revision', () => {
  it('rewords, moves and explains a phase where it stands', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    const status = await answer(host, sheet, (table) =>
      table
        .set('card-issue.2021', '改正案の本文', '検討と試行')
        .set('card-issue.2022', '改正案の本文', '交付の体制を整備し、令和6年度末までに全国に拡大')
        .set('card-issue.2022', '改正案の期間', '令和４年度～令和６年度')
        .set('card-issue.2022', '改正案の期限', '令和6年度末')
        .set('card-issue.2022', '変更理由', '準備に時間を要するため')
        .set('card-issue.2024', '改正案の期間', '２０２５～')
        .set('card-shared.2021', '改正案の期限', '（削除）')
        .set('card-shared.2024', '改正案の期限', '令和7年度\n令和8年度'),
    );
    expect(status, host.out + host.err).toBe(0);
    expect(planOn(host)).toEqual({
      ...planFiles,
      'roadmap/1-cards.yaml': planFiles['roadmap/1-cards.yaml']
        .replace('2021: 検討   #', '2021: 検討と試行   #')
        .replace('2022-2023: 交付の体制を整備し、令和5年度末までに', '2022-2024: 交付の体制を整備し、令和6年度末までに')
        .replace(
          'due: 令和5年度末\n      notes:\n      - 予算による\n',
          'due: 令和6年度末\n      notes:\n      - 予算による\n      changed: 準備に時間を要するため\n',
        )
        .replace('- 2024-: 運用\n', '- 2025-: 運用\n      was: card-issue.2024\n')
        .replace('{ 2021-2023: システムの共同利用, due: 令和5年度 }', '{ 2021-2023: システムの共同利用 }')
        .replace('- 2024-: 改善\n', '- 2024-: 改善\n      due: [令和7年度, 令和8年度]\n'),
    });
    expect(host.err).toContain('変更理由がありません');
  });

  it('lets those follow that point to a phase whose id holds another year', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mlit', '--kind', 'revision');
    expect(await answer(host, sheet, (table) => table.set('card-shared.2021', '改正案の期間', '2022-2023')), host.out).toBe(0);
    expect(planOn(host)['roadmap/1-cards.yaml']).toContain('{ 2022-2023: システムの共同利用, due: 令和5年度, was: card-shared.2021 }');
    expect(planOn(host)['roadmap/1-cards.yaml']).toContain('related: [{ see: card-shared.2022 }]');
  });

  it.each(['同左', '（同左）', '変更なし', '現行どおり', '（略）'])('takes %s for what it says now', async (same) => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    expect(
      await answer(host, sheet, (table) =>
        table
          .set('card-issue.2022', '改正案の本文', same)
          .set('card-issue.2022', '改正案の期間', same)
          .set('card-issue.2022', '改正案の期限', same),
      ),
      host.out,
    ).toBe(0);
    expect(planOn(host)).toEqual(planFiles);
    expect(host.err).toBe('変わる所はありません\n');
  });

  it('leaves a list of due dates one, with its comments, where one is left', async () => {
    const list = (...dues: string[]) => `      due:\n      # 国会で約束\n${dues.map((due) => `      - ${due}\n`).join('')}`;
    const path = 'roadmap/1-cards.yaml';
    const before = planFiles[path].replace('      due: 令和5年度末\n', list('令和5年度末   # 公表済み', '令和5年10月'));
    const host = planHost({ [path]: before });
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    expect(await answer(host, sheet, (table) => table.set('card-issue.2022', '改正案の期限', '令和5年度末')), host.out).toBe(0);
    expect(planOn(host)[path]).toContain(list('令和5年度末   # 公表済み'));
  });

  it.each(['なし', '期限なし', '該当なし', '－'])('takes the due date %s for none', async (none) => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    expect(await answer(host, sheet, (table) => table.set('card-issue.2021', '改正案の期限', none)), host.out).toBe(0);
    expect(planOn(host)).toEqual(planFiles);
  });

  it.each(['2022～2023年度まで', '令和4年度から令和5年度まで'])('reads the period %s with both its ends', async (written) => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    expect(await answer(host, sheet, (table) => table.set('card-shared.2021', '改正案の期間', written)), host.out).toBe(0);
    expect(planOn(host)['roadmap/1-cards.yaml']).toContain('{ 2022-2023: システムの共同利用');
  });

  it.each([[['mic', 'mlit']], [['mlit', 'mic']]])(
    'puts the answers of two departments to one phase together in either order: %s',
    async (order) => {
      const host = planHost();
      const answers = { mic: ['改正案の本文', 'システムの共用'], mlit: ['改正案の期間', '2022-2023'] } as const;
      for (const lead of ['mic', 'mlit'] as const) {
        const sheet = await makeSheet(host, '--lead', lead, '--kind', 'revision');
        const bytes = await edit(sheet, (table) => table.set('card-shared.2021', answers[lead][0], answers[lead][1]));
        host.files.set(`${lead}.xlsx`, bytes as unknown as string);
      }
      expect(await call(host, 'apply', ...order.map((lead) => `${lead}.xlsx`)), host.out).toBe(0);
      expect(planOn(host)['roadmap/1-cards.yaml']).toContain(
        '    - { 2022-2023: システムの共用, due: 令和5年度, was: card-shared.2021 }\n    - 2024-: 改善\n      related: [{ see: card-shared.2022 }]\n',
      );
    },
  );

  it('says that a cell that was emptied stays as it was', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    expect(
      await answer(host, sheet, (table) => table.set('card-issue.2022', '改正案の期限', '').set('card-issue.2022', '改正案の本文', '')),
      host.out,
    ).toBe(0);
    expect(planOn(host)).toEqual(planFiles);
    expect(host.err).toContain('in.xlsx 工程表の改正!H3: 空欄は回答なしと読みます。「改正案の本文」は元のままです\n');
    expect(host.err).toContain(
      'in.xlsx 工程表の改正!J3: 空欄は回答なしと読みます。「改正案の期限」は元のままです（消すときは （削除） と書きます）\n',
    );
  });

  it('knows the phases again whose ids hold another year now', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    const later: Parameters<typeof edit>[1] = (table) =>
      table
        .set('card-issue.2021', '改正案の期間', '2022')
        .set('card-issue.2022', '改正案の期間', '２０２３～２０２４')
        .set('card-issue.2024', '改正案の期間', '2025-');
    expect(await answer(host, sheet, later), host.out).toBe(0);
    const once = planOn(host);
    expect(once['roadmap/1-cards.yaml']).toContain('was: card-issue.2022\n    - 2025-: 運用\n      was: card-issue.2024\n');
    expect(await answer(host, sheet, later), host.out).toBe(0);
    expect(planOn(host)).toEqual(once);
    expect(await answer(host, sheet, (table) => later(table.set('card-issue.2022', '改正案の本文', '交付'), []))).toBe(1);
    expect(planOn(host)).toEqual(once);
  });

  it('shows the change and the draft, and writes nothing, with --dry-run', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    host.files.set(
      'in.xlsx',
      (await edit(sheet, (table) => table.set('card-issue.2021', '改正案の本文', '検討と試行'))) as unknown as string,
    );
    host.out = '';
    expect(await call(host, 'apply', 'in.xlsx', '--dry-run')).toBe(0);
    expect(planOn(host)).toEqual(planFiles);
    expect(host.out).toBe(`--- a/roadmap/1-cards.yaml
+++ b/roadmap/1-cards.yaml
@@ -14,7 +14,7 @@
     kpis:
     - { id: kpi-card, name: 交付率, unit: "%", target: { 2022: 100 } }
     phases:
-    - 2021: 検討   # 語尾に注意
+    - 2021: 検討と試行   # 語尾に注意
     - 2022-2023: 交付の体制を整備し、令和5年度末までに全国に拡大
       due: 令和5年度末
       notes:

見え消し
card-issue.2021 本文: 検討{+と試行+}
`);
  });

  it('shows lines that end as on Windows as they are read', async () => {
    const host = planHost({ 'roadmap/1-cards.yaml': planFiles['roadmap/1-cards.yaml'].replaceAll('\n', '\r\n') });
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    const bytes = await edit(sheet, (table) => table.set('card-issue.2021', '改正案の本文', '検討と試行'));
    host.files.set('in.xlsx', bytes as unknown as string);
    host.out = '';
    expect(await call(host, 'apply', 'in.xlsx', '--dry-run')).toBe(0);
    expect(host.out).toContain('+    - 2021: 検討と試行   # 語尾に注意\n');
    expect(host.out).not.toContain('u000d');
  });

  it('refuses what would make the plan wrong, at the cell that does it', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    expect(
      await answer(host, sheet, (table) =>
        table.set('card-issue.2021', '改正案の期間', '2021-2022').set('card-issue.2022', '改正案の期間', '2020'),
      ),
    ).toBe(1);
    expect(planOn(host)).toEqual(planFiles);
    expect(host.out).toMatch(/in\.xlsx 工程表の改正![A-Z]+\d+: 取り込むと計画が誤りになります（roadmap\/1-cards\.yaml:\d+）/);
  });
});

describe('what answers make of the plan', () => {
  it('is told at the cell of a figure, and in the marked copy', async () => {
    const path = 'roadmap/progress/2022/1-cards.yaml';
    const host = planHost({
      'roadmap/plan.yaml': `${planFiles['roadmap/plan.yaml']}rules: { actuals-after-as-of: error }\n`,
      [path]: reported.replace('fy: 2022', 'fy: 2022\nasOf: 2022-12-31'),
    });
    for (const [name, lead] of [
      ['in.xlsx', 'mic'],
      ['other.xlsx', 'mlit'],
    ] as const) {
      const sheet = await makeSheet(host, '--lead', lead, '--fy', '2022');
      const work: Parameters<typeof edit>[1] = (table) => table.set('kpi-card', 'KPI実績値', '60').set('kpi-card', 'KPI時点', '2023-03-31');
      host.files.set(name, (await edit(sheet, lead === 'mic' ? work : () => undefined)) as unknown as string);
    }
    host.out = '';
    expect(await call(host, 'apply', 'in.xlsx', 'other.xlsx', '--mark', 'back')).toBe(1);
    expect(host.out).toMatch(/^in\.xlsx 進捗状況!K\d+: /);
    expect(host.files.has('back/in.xlsx')).toBe(true);
  });

  it('is told at the cell of the period where the text was answered as well', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    const table = await tableOf(sheet);
    const work: Parameters<typeof edit>[1] = (one) =>
      one.set('card-issue.2024', '改正案の本文', '本格的な運用').set('card-issue.2024', '改正案の期間', '2024-2030');
    expect(await answer(host, sheet, work)).toBe(1);
    expect(host.out).toContain(`in.xlsx 工程表の改正!${table.cell('card-issue.2024', '改正案の期間')}: 取り込むと計画が誤りになります`);
  });

  it('is told at the cell of the first answers to a section', async () => {
    const host = planHost();
    for (const lead of ['mic', 'mlit']) {
      const sheet = await makeSheet(host, '--lead', lead, '--fy', '2022');
      const work: Parameters<typeof edit>[1] = (table) => table.set('card-issue', '実施したこと', '令和4年度（2023年度）に行った');
      host.files.set(`${lead}.xlsx`, (await edit(sheet, lead === 'mic' ? work : () => undefined)) as unknown as string);
    }
    host.out = '';
    expect(await call(host, 'apply', 'mic.xlsx', 'mlit.xlsx')).toBe(1);
    expect(host.out).toMatch(/^mic\.xlsx 進捗状況!H\d+: 取り込むと計画が誤りになります（roadmap\/progress\/2022\/1-cards\.yaml:\d+）: /);
  });

  it('is told at the phase that changed, where another one is blamed', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    const table = await tableOf(sheet);
    expect(await answer(host, sheet, (one) => one.set('card-issue.2021', '改正案の期間', '2023'))).toBe(1);
    expect(host.out).toContain(`in.xlsx 工程表の改正!${table.cell('card-issue.2021', '改正案の期間')}: 取り込むと計画が誤りになります`);
  });

  it('is a new warning that is told at its cell and does not stop', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    const table = await tableOf(sheet);
    expect(
      await answer(host, sheet, (one) =>
        one.set('card-issue.2022', '改正案の期限', '令和9年度末').set('card-issue.2022', '変更理由', '遅れ'),
      ),
      host.out,
    ).toBe(0);
    expect(host.err).toContain(
      `in.xlsx 工程表の改正!${table.cell('card-issue.2022', '改正案の期限')}: この回答で警告が増えます（roadmap/1-cards.yaml:`,
    );
    expect(await answer(host, await makeSheet(host, '--lead', 'mic', '--kind', 'revision'), () => undefined)).toBe(0);
    expect(host.err).not.toContain('警告');
  });
});

describe('what answers make of the plan as a whole', () => {
  const files = {
    'roadmap/plan.yaml': planFiles['roadmap/plan.yaml'].replace('2021-2025', '2021-2022').replace('1-cards.yaml, ', ''),
    'roadmap/1-cards.yaml': '',
    'roadmap/2-roads.yaml': planFiles['roadmap/2-roads.yaml']
      .replace('    - 2022-: 公開\n', '')
      .replace('- id: road-open\n', '- id: road-open\n    leads: [mic]\n')
      .replace('2021-: 民間', '2022: 民間'),
  };

  it.each([
    [['mic'], /^mic\.xlsx: この回答で警告が増えます（roadmap\/plan\.yaml:5）: /m],
    [['mic', 'mlit'], /^roadmap\/plan\.yaml:5: この回答で警告が増えます: /m],
  ])('is told at one place, of the sheets %s', async (leads, line) => {
    const host = planHost(files);
    host.files.delete('roadmap/1-cards.yaml');
    for (const lead of leads) {
      const sheet = await makeSheet(host, '--lead', lead, '--kind', 'revision');
      const work: Parameters<typeof edit>[1] = (table) =>
        lead === 'mic' ? table.set('road-open.2022', '改正案の期間', '2021') : table.set('road-data.2021', '改正案の本文', '基準の見直し');
      host.files.set(`${lead}.xlsx`, (await edit(sheet, work)) as unknown as string);
    }
    expect(await call(host, 'apply', ...leads.map((lead) => `${lead}.xlsx`)), host.out).toBe(0);
    expect(host.err).toMatch(line);
  });

  it('is counted as one fault in English', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    host.files.set('in/a.xlsx', (await edit(sheet, (table) => table.set('card-issue', '状況', '完了'))) as unknown as string);
    expect(await call(host, '--lang', 'en', 'apply', 'in')).toBe(1);
    expect(host.err).toMatch(/nothing was applied: 1 fault\n/);
    expect(await call(host, '--lang', 'en', 'sheet', '--status', 'in')).toBe(0);
    expect(host.out).toMatch(/ 1 fault\n/);
  });
});

describe('a verdict', () => {
  it.each([
    ['card-issue', [['状況', '措置済']], '状況'],
    ['card-issue', [['実施したこと', '（削除）']], '実施したこと'],
    [
      'kpi-card',
      [
        ['KPI実績値', '60'],
        ['KPI時点', '2023-03-31'],
      ],
      'KPI実績値',
    ],
  ] as const)('is told of where an answer of its report changes: %s %j', async (id, cells, heading) => {
    const path = 'roadmap/progress/2022/1-cards.yaml';
    const host = planHost({ [path]: `${reported}  done: 配った\n  verdict: 要改善\n` });
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const table = await tableOf(sheet);
    const work: Parameters<typeof edit>[1] = (one) => {
      for (const [column, text] of cells) one.set(id, column, text);
    };
    const told = `in.xlsx 進捗状況!${table.cell(id, heading)}: この報告には評価 \`要改善\` があり、そのまま残ります`;
    host.files.set('in.xlsx', (await edit(sheet, work)) as unknown as string);
    expect(await call(host, 'apply', 'in.xlsx', '--dry-run'), host.out).toBe(0);
    expect(host.err).toContain(told);
    expect(await answer(host, sheet, work), host.out).toBe(0);
    expect(host.err).toContain(told);
    expect(planOn(host)[path]).toContain('  verdict: 要改善\n');
    expect(await answer(host, sheet, (one) => one.set('card-shared', '状況', '措置済')), host.out).toBe(0);
    expect(host.err).not.toContain('評価');
  });
});

describe('check', () => {
  it('records a tick with its edition, and shows it in the next sheet of that edition', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'none', '--kind', 'check', '--fy', '2022');
    expect(
      await answer(host, sheet, (table) => table.set('road-open', '確認', '意見あり').set('road-open', '意見', '「公開」に改める')),
      host.out,
    ).toBe(0);
    expect(planOn(host)['roadmap/progress/2022/2-roads.yaml']).toMatch(
      /^fy: 2022\nchecks:\n- on: road-open\n {2}edition: 令和3年12月\n {2}result: 意見あり\n {2}comment: 「公開」に改める\n {2}hash: "?[0-9a-f]{10}"?\n$/,
    );
    const table = await tableOf(await makeSheet(host, '--lead', 'none', '--kind', 'check', '--fy', '2022'));
    expect([table.get('road-open', '確認'), table.get('road-open', '意見')]).toEqual(['意見あり', '「公開」に改める']);
    expect(await call(host, 'validate')).toBe(0);
  });

  it('does not hold for words that changed in the same edition', async () => {
    const path = 'roadmap/progress/2022/2-roads.yaml';
    const options = ['--lead', 'mlit', '--kind', 'check', '--fy', '2022'];
    const roads = planFiles['roadmap/2-roads.yaml'];
    for (const [old, now] of [
      ['2021: 基準の策定', '2021: 基準の見直し'],
      ['2022-: 公開', '2022-2023: 公開'],
      ['leads: [mlit]', 'leads: [mlit]\n    milestones: [{ 2022-10: 公表 }]'],
    ] as const) {
      const host = planHost();
      const sheet = await edit(await makeSheet(host, ...options), (table) =>
        table.set('road-data', '確認', '意見あり').set('road-data', '意見', '遅い'),
      );
      host.files.set('in/mlit.xlsx', sheet as unknown as string);
      expect(await call(host, 'apply', 'in'), host.out).toBe(0);
      const first = String(host.files.get(path));
      expect(first).toContain('  comment: 遅い\n  hash: ');
      expect(first).toContain('  by: mlit\n');
      host.files.set('roadmap/2-roads.yaml', roads.replace(old, now));
      const next = await makeSheet(host, ...options);
      const table = await tableOf(next);
      expect([table.get('road-data', '確認'), table.get('road-data', '意見')]).toEqual(['', '']);
      host.out = '';
      expect(await call(host, 'sheet', '--status', 'in')).toBe(0);
      expect(host.out).toMatch(/in\/mlit\.xlsx .* 0\/2 /);
      expect(await answer(host, next, (one) => one.set('road-data', '確認', '確認済')), host.out).toBe(0);
      expect(planOn(host)[path]).toMatch(/ {2}result: 確認済\n {2}hash: /);
      expect(planOn(host)[path]).not.toBe(first);
    }
  });

  it('holds for its edition where no words are named', async () => {
    const host = planHost({
      'roadmap/progress/2022/2-roads.yaml': 'fy: 2022\nchecks:\n- { on: road-open, edition: 令和3年12月, result: 確認済 }\n',
    });
    const table = await tableOf(await makeSheet(host, '--lead', 'none', '--kind', 'check', '--fy', '2022'));
    expect(table.get('road-open', '確認')).toBe('確認済');
  });

  it('asks for the tick beside a comment', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'none', '--kind', 'check', '--fy', '2022');
    expect(await answer(host, sheet, (table) => table.set('road-open', '意見', '「公開」に改める'))).toBe(1);
    expect(host.out).toContain('意見がありますが、確認の欄が空です');
  });

  it('asks what there is to say', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'none', '--kind', 'check', '--fy', '2022');
    expect(await answer(host, sheet, (table) => table.set('road-open', '確認', '意見あり'))).toBe(1);
    expect(host.out).toContain('意見がありません');
  });
});

describe('a heading with rows', () => {
  const own = `  milestones: [{ 2022-10: 基準の告示 }]
  completed: [{ 2020-07: 試行 }]
  notes: [施策の注]
  kpis:
  - { id: kpi-all, name: 普及率, unit: "%", target: { 2022: 100 } }
`;
  const withOwn = (words: string) =>
    planHost({ 'roadmap/1-cards.yaml': planFiles['roadmap/1-cards.yaml'].replace('  tracks:\n', `${words}  tracks:\n`) });

  it('is checked for the ▲, ※ and targets of its own', async () => {
    const host = withOwn(own);
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'check');
    const table = await tableOf(sheet);
    expect(table.rows.map(([id]) => id)).toEqual(['ID', 'card', 'card-issue', 'card-shared']);
    expect(table.get('card', '記載内容')).toBe('済　2020-07　試行\n▲　2022-10　基準の告示\n※　施策の注');
    expect(table.get('card', '期限・目標')).toBe('目標 100%（2022年度）');
    expect(await answer(host, sheet, (one) => one.set('card', '確認', '確認済')), host.out).toBe(0);
    const again = await tableOf(await makeSheet(host, '--lead', 'mic', '--kind', 'check'));
    expect(again.get('card', '確認')).toBe('確認済');
  });

  it('is asked about in the year of its ▲', async () => {
    const host = withOwn(own);
    const table = await tableOf(await makeSheet(host, '--lead', 'mic', '--fy', '2022'));
    expect(table.get('card', '2022年度の工程')).toBe('▲ 2022-10　基準の告示');
    const later = await tableOf(await makeSheet(host, '--lead', 'mic', '--fy', '2023'));
    expect(later.rows.map(([id]) => id)).not.toContain('card');
  });

  it('is left to its rows where it has nothing of its own', async () => {
    for (const kind of ['check', 'progress']) {
      const table = await tableOf(await makeSheet(withOwn(''), '--lead', 'mic', '--kind', kind, '--fy', '2022'));
      expect(table.rows.map(([id]) => id)).not.toContain('card');
    }
    const done = withOwn('  completed: [{ 2022-07: 試行 }]\n');
    const table = await tableOf(await makeSheet(done, '--lead', 'mic', '--fy', '2022'));
    expect(table.rows.map(([id]) => id)).not.toContain('card');
  });
});

describe('several sheets', () => {
  it('are put together where they agree', async () => {
    const host = planHost();
    for (const lead of ['mic', 'mlit']) {
      const sheet = await makeSheet(host, '--lead', lead, '--fy', '2022');
      host.files.set(
        `in/${lead}.xlsx`,
        (await edit(sheet, (table) =>
          table.set('card-shared', '状況', '措置中').set('card-shared', lead === 'mic' ? '課題' : '今後の予定', lead),
        )) as unknown as string,
      );
    }
    expect(await call(host, 'apply', 'in'), host.out).toBe(0);
    expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain(
      '- on: card-shared\n  status: 措置中\n  obstacles: mic\n  next: mlit\n',
    );
  });

  it('are put together when they come one after the other, and all of them once more with another', async () => {
    const host = planHost();
    const sheets: Record<string, Uint8Array> = {};
    for (const [lead, heading, text] of [
      ['mic', '課題', '予算'],
      ['mlit', '今後の予定', '継続'],
    ] as const)
      sheets[lead] = await edit(await makeSheet(host, '--lead', lead, '--fy', '2022'), (table) =>
        table.set('card-shared', '状況', '措置中').set('card-shared', heading, text),
      );
    const report = '- on: card-shared\n  status: 措置中\n  obstacles: 予算\n';
    for (const lead of ['mic', 'mlit']) {
      host.files.set(`in/${lead}.xlsx`, sheets[lead] as unknown as string);
      expect(await call(host, 'apply', 'in'), host.out).toBe(0);
      expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain(lead === 'mic' ? report : `${report}  next: 継続\n`);
    }
  });

  it('that leave an answer as they were sent do not bring it back', async () => {
    const path = 'roadmap/progress/2022/1-cards.yaml';
    const host = planHost({ [path]: 'fy: 2022\nreports:\n- on: card-shared\n  status: 検討中\n  next: 拡大\n' });
    const [mic, mlit] = [await makeSheet(host, '--lead', 'mic', '--fy', '2022'), await makeSheet(host, '--lead', 'mlit', '--fy', '2022')];
    expect(
      await answer(host, mic, (table) => table.set('card-shared', '状況', '措置済').set('card-shared', '今後の予定', '（削除）')),
    ).toBe(0);
    expect(await answer(host, mlit, (table) => table.set('card-shared', '根拠資料', '資料')), host.out).toBe(0);
    expect(planOn(host)[path]).toBe('fy: 2022\nreports:\n- on: card-shared\n  status: 措置済\n  evidence:\n  - 資料\n  by: mlit\n');
    expect(await answer(host, mlit, (table) => table.set('card-shared', '状況', '未措置').set('card-shared', '課題', '人手'))).toBe(1);
    expect(host.out).toMatch(/^in\.xlsx 進捗状況!G\d+: .*取り込み済み: `措置済`　このシート: `未措置`\n.*\n$/);
  });

  it('that give a figure and its date apart are not put together', async () => {
    const path = 'roadmap/progress/2022/1-cards.yaml';
    const host = planHost({ [path]: 'fy: 2022\nreports:\n- on: card-issue\n  actuals:\n    kpi-card:\n      2022-09-30: 50\n' });
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    expect(await answer(host, sheet, (table) => table.set('kpi-card', 'KPI実績値', '55'))).toBe(0);
    expect(await answer(host, sheet, (table) => table.set('kpi-card', 'KPI時点', '2023-03-31'))).toBe(1);
    expect(host.out).toContain('別の回答が取り込まれています');
  });

  it('are refused where they differ, each at its cell, and nothing is written', async () => {
    const host = planHost();
    for (const [lead, status] of [
      ['mic', '措置中'],
      ['mlit', '措置済'],
    ] as const) {
      const sheet = await makeSheet(host, '--lead', lead, '--fy', '2022');
      host.files.set(`in/${lead}.xlsx`, (await edit(sheet, (table) => table.set('card-shared', '状況', status))) as unknown as string);
    }
    host.out = '';
    expect(await call(host, 'apply', 'in')).toBe(1);
    expect(host.out).toMatch(/in\/mic\.xlsx 進捗状況!G\d+: 二つのシートの回答が違います。ここ: `措置中`　in\/mlit\.xlsx G\d+: `措置済`/);
    expect(host.out).toMatch(/in\/mlit\.xlsx 進捗状況!G\d+: 二つのシートの回答が違います。ここ: `措置済`/);
    expect(planOn(host)).toEqual(planFiles);
  });

  it('are told of in a folder where they are not read', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    for (const name of ['a.xlsx', 'moe.xlsm', 'mlit.xls', '督促.pdf', '~$a.xlsx', '.DS_Store', 'sub/b.xlsx'])
      host.files.set(`in/${name}`, sheet as unknown as string);
    host.err = '';
    expect(await call(host, 'apply', 'in', 'in/a.xlsx', '--dry-run'), host.out).toBe(0);
    expect(host.err).toBe(`in/mlit.xls: .xlsx ではないので読みません。回答のシートなら .xlsx 形式で保存し直してください
in/moe.xlsm: .xlsx ではないので読みません。回答のシートなら .xlsx 形式で保存し直してください
in/sub/: 中のフォルダは読みません。シートがあるときは、このフォルダも指定してください
in/督促.pdf: .xlsx ではないので読みません
変わる所はありません
`);
  });

  it('show who has answered how much', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    host.files.set('in/a.xlsx', (await edit(sheet, (table) => table.set('card-shared', '状況', '完了'))) as unknown as string);
    host.files.set('in/b.xlsx', 'no workbook');
    host.out = '';
    expect(await call(host, 'sheet', '--status', 'in')).toBe(0);
    expect(host.out).toBe(`ファイル   部局                  シート             回答
in/a.xlsx  総務省                進捗状況 2022年度  1/3   33%  指摘1件
in/b.xlsx                                                 Excelのブック（.xlsx）として読めません
-          国土交通省            進捗状況 2022年度  0/2   未着
-          担当の記載がない項目  進捗状況 2022年度  0/1   未着
`);
  });
});

describe('the status of sheets', () => {
  /** What is shown of these sheets. */
  async function statusOf(host: MemoryHost, sheets: Record<string, Uint8Array>): Promise<string> {
    for (const [name, bytes] of Object.entries(sheets)) host.files.set(`in/${name}.xlsx`, bytes as unknown as string);
    host.out = '';
    expect(await call(host, 'sheet', '--status', 'in')).toBe(0);
    return host.out;
  }

  it('counts what differs from what was sent, before and after it is applied', async () => {
    const host = planHost({ 'roadmap/progress/2022/1-cards.yaml': `${reported}  done: 配った\n` });
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    expect(await statusOf(host, { a: sheet })).toContain(' 0/3 ');
    expect(await statusOf(host, { a: await edit(sheet, (table) => table.set('card-issue', '実施したこと', '')) })).toContain(' 0/3 ');
    const bytes = await edit(sheet, (table) => table.set('card-issue', '状況', '措置済'));
    expect(await statusOf(host, { a: bytes })).toContain(' 1/3 ');
    expect(await call(host, 'apply', 'in'), host.out).toBe(0);
    expect(await statusOf(host, { a: bytes })).toContain(' 1/3 ');
  });

  it('tells of sheets that contradict one another, and why one has no table', async () => {
    const host = planHost();
    const [mic, mlit] = [await makeSheet(host, '--lead', 'mic', '--fy', '2022'), await makeSheet(host, '--lead', 'mlit', '--fy', '2022')];
    const out = await statusOf(host, {
      a: await edit(mic, (table) => table.set('card-shared', '状況', '措置中')),
      b: await edit(mlit, (table) => table.set('card-shared', '状況', '措置済')),
      c: await edit(mic, (table) => table.rows.shift()),
    });
    expect(out).toMatch(/in\/a\.xlsx .* 1\/3 .*% {2}他のシートと違う回答1件\n/);
    expect(out).toMatch(/in\/b\.xlsx .* 1\/2 .*% {2}他のシートと違う回答1件\n/);
    expect(out).toMatch(/in\/c\.xlsx .* 0\/3 .*見出しの行（ID、版、照合）のあるシートが見つかりません\n/);
  });

  it('lists what the departments have to say to the wording', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mlit', '--kind', 'check', '--fy', '2022');
    const table = await tableOf(sheet);
    const bytes = await edit(sheet, (one) => one.set('road-data', '確認', '意見あり').set('road-data', '意見', '「公開」に改める'));
    expect(await statusOf(host, { a: bytes })).toContain(
      `\n\n意見\nin/a.xlsx 記載内容の確認!${table.cell('road-data', '意見')} road-data: 「公開」に改める\n`,
    );
  });
});

describe('roadmap sheet', () => {
  it('names every font and keeps the footer within what Excel takes', async () => {
    const host = planHost({
      'roadmap/departments.yaml': planFiles['roadmap/departments.yaml'].replace('総務省', `${'総務&'.repeat(80)}省`),
    });
    withParts(await makeSheet(host, '--lead', 'mic', '--fy', '2022'), (parts) => {
      const fonts = strFromU8(parts['xl/styles.xml'] as Uint8Array).match(/<font>.*?<\/font>/g) ?? [];
      expect(fonts.length).toBeGreaterThan(3);
      for (const font of fonts) expect(font).toMatch(/<sz val="[\d.]+"\/>.*<name val="游ゴシック"\/>/);
      const footer = /<oddFooter>(.*?)<\/oddFooter>/.exec(strFromU8(parts['xl/worksheets/sheet2.xml'] as Uint8Array))?.[1] ?? '';
      expect(footer.replaceAll('&amp;', '&').length).toBeLessThanOrEqual(255);
      expect(footer).toMatch(/[^;]…&amp;R&amp;P \/ &amp;N$/);
    });
  });

  it('says so where nothing is to be asked of anybody', async () => {
    const host = memoryHost({ 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': section('- id: m\n  title: 見出し\n') });
    expect(await call(host, 'sheet', '--all', '--fy', '2022', '--out', 'sheets', '--lang', 'ja')).toBe(0);
    expect(host.err).toContain('2022年度に尋ねる項目がないため、シートはありません');
  });

  it('gives the same bytes twice, for every ministry', async () => {
    const host = planHost();
    expect(await call(host, 'sheet', '--all', '--fy', '2022', '--out', 'one')).toBe(0);
    expect(await call(host, 'sheet', '--all', '--fy', '2022', '--out', 'two')).toBe(0);
    const names = [...host.files.keys()].filter((name) => name.startsWith('one/'));
    expect(names).toEqual(['one/mic.xlsx', 'one/mlit.xlsx', 'one/no-lead.xlsx']);
    for (const name of names) expect(host.readFile(name)).toEqual(host.readFile(name.replace('one/', 'two/')));
  });

  it('is one for several departments', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mlit、総務省', '--fy', '2022');
    const work: Parameters<typeof edit>[1] = (table) => table.set('card-issue', '状況', '措置済').set('road-data', '状況', '措置中');
    expect(await answer(host, sheet, work), host.out).toBe(0);
    expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain('- on: card-issue\n  status: 措置済\n  by: mic\n');
    expect(planOn(host)['roadmap/progress/2022/2-roads.yaml']).toContain('- on: road-data\n  status: 措置中\n  by: mlit\n');
    host.files.set('in/both.xlsx', sheet as unknown as string);
    host.out = '';
    expect(await call(host, 'sheet', '--status', 'in')).toBe(0);
    expect(host.out).not.toMatch(/^- {2,}(?:総務省|国土交通省)/m);
  });

  it.each([
    ['2026', '2026年度は工程表の外です（工程表が示す年度: 2021～2025年度）\n'],
    ['2025', ''],
    ['2021', ''],
  ])('says that the year %s lies outside the table', async (fy, words) => {
    const host = planHost();
    await makeSheet(host, '--lead', 'mic', '--fy', fy);
    expect(host.err).toBe(words);
  });

  it('is for the newest year that was reported on, else the first of the plan, when none is named', async () => {
    for (const [files, year] of [
      [{}, '2021年度の工程'],
      [{ 'roadmap/progress/2023/1-cards.yaml': 'fy: 2023\nreports:\n- on: card-issue\n  status: 措置済\n' }, '2023年度の工程'],
    ] as const)
      expect((await tableOf(await makeSheet(planHost(files), '--lead', 'mic'))).rows[0]).toContain(year);
  });

  it.each([
    ['--fy', '2022'],
    ['--lead', 'mic', '--fy', '2022-2023'],
    ['--lead', 'mik', '--fy', '2022'],
    ['--lead', 'mic', '--fy', '2022', '--kind', 'progres'],
    ['--lead', 'mic', '--fy', '2022', '--out', 'sheet.csv'],
    ['--lead', 'none', '--fy', '2020'],
    ['--lead', 'none,mic', '--fy', '2022'],
    ['--status', 'nowhere'],
  ])('is told what it needs: %s %s', async (...options) => {
    const host = planHost();
    expect(await call(host, 'sheet', ...options)).toBe(2);
    expect(host.err).toMatch(/^roadmap: /m);
  });
});

it('leaves files that are laid out as they should be', async () => {
  const host = planHost({
    'roadmap/progress/2022/1-cards.yaml': `fy: 2022
reports:
- on: card-issue
  asOf: 2023-03-31
  declared:
    kpi-card: A
  allow: { unlisted-files: 理由 }
`,
  });
  for (const name of ['departments.yaml', '1-cards.yaml', '2-roads.yaml']) {
    const path = `roadmap/${name}`;
    host.files.set(path, formatFile(name, String(host.files.get(path))) ?? '');
  }
  const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
  const status = await answer(host, sheet, (table) =>
    table
      .set('card-issue', '実施したこと', '配った')
      .set('kpi-card', 'KPI実績値', '96.6')
      .set('kpi-card', 'KPI時点', '2023-03-31')
      .set('card-shared', '状況', '措置中')
      .set('card-shared', '根拠資料', '甲\n乙'),
  );
  expect(status, host.out + host.err).toBe(0);
  expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain(
    '  done: 配った\n  asOf: 2023-03-31\n  by: mic\n  actuals: { kpi-card',
  );
  expect(await call(host, 'format', '--check'), host.out + host.err).toBe(0);
});

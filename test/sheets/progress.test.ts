import { describe, expect, it } from 'vitest';
import { formatText } from '../../src/edit/format-text.js';
import { answer, edit, makeSheet, planFiles, planHost, planOn, reported, tableOf } from '../support/answers.js';
import { call } from '../support/memory-host.js';

describe('progress', () => {
  it('writes a file beside the section, in the order of the plan', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const status = await answer(host, sheet, (table) =>
      table
        .set('card-shared', '状況', ' 検討中\u3000')
        .set('card-issue', '状況', '措置済み')
        .set('card-issue', '実施したこと', '　全国に拡大した。\n「周知」も、\nあわせて行った ')
        .set('card-issue', '根拠資料', '・資料1\n\n・ https://example.jp/a#b')
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

  it.each([
    ['', true],
    ['60', false],
  ])('tells that the figure of before stays where its date alone was changed, beside a figure of %s', async (value, isTold) => {
    const path = 'roadmap/progress/2022/1-cards.yaml';
    const host = planHost({
      [path]: 'fy: 2022\nby: mic\nreports:\n- on: card-issue\n  actuals: { kpi-card: { 2022-09-30: 50 } }\n',
    });
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const work: Parameters<typeof edit>[1] = (one) =>
      one.set('kpi-card', 'KPI時点', '2023-03-31').set('kpi-card', 'KPI実績値', value || '50');
    expect(await answer(host, sheet, work), host.out).toBe(0);
    expect(planOn(host)[path]).toContain(`{ 2022-09-30: 50, 2023-03-31: ${value || '50'} }`);
    expect(host.err.includes('時点だけが変わったので、`2023-03-31` の実績 `50` が加わり、`2022-09-30` の実績も残ります')).toBe(isTold);
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
    host.files.set('in/a.xlsx', sheet);
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
    host.files.set('in.xlsx', await edit(sheet, work));
    expect(await call(host, 'apply', 'in.xlsx', '--dry-run'), host.out).toBe(0);
    expect(host.err).toContain(told);
    expect(await answer(host, sheet, work), host.out).toBe(0);
    expect(host.err).toContain(told);
    expect(planOn(host)[path]).toContain('  verdict: 要改善\n');
    expect(await answer(host, sheet, (one) => one.set('card-shared', '状況', '措置済')), host.out).toBe(0);
    expect(host.err).not.toContain('評価');
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
    expect(table.get('card', '期限・目標')).toBe('普及率　目標 100%（2022年度）');
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
    host.files.set(path, formatText('', name, String(host.files.get(path))).formatted ?? '');
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

import { describe, expect, it } from 'vitest';
import { answer, edit, makeSheet, planFiles, planHost, planOn, type Table, tableOf } from '../support/answers.js';
import { call } from '../support/memory-host.js';

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
      host.files.set('in/mlit.xlsx', sheet);
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

  it('shows each KPI by its name, with its target where it has one', async () => {
    const cards = planFiles['roadmap/1-cards.yaml'].replace(
      'target: { 2022: 100 } }',
      'target: { 2022: 100 } }\n    - { id: kpi-wait, name: 交付までの日数, unit: 日, target: undetermined }\n    - { id: kpi-use, name: 利用者, unit: 人 }',
    );
    const table = await tableOf(
      await makeSheet(planHost({ 'roadmap/1-cards.yaml': cards }), '--lead', 'mic', '--kind', 'check', '--fy', '2022'),
    );
    expect(table.get('card-issue', '期限・目標')?.split('\n')).toEqual([
      '令和5年度末',
      '交付率　目標 100%（2022年度）',
      '交付までの日数　目標は未定',
      '利用者',
    ]);
  });

  it('holds for its edition where no words are named', async () => {
    const host = planHost({
      'roadmap/progress/2022/2-roads.yaml': 'fy: 2022\nchecks:\n- { on: road-open, edition: 令和3年12月, result: 確認済 }\n',
    });
    const table = await tableOf(await makeSheet(host, '--lead', 'none', '--kind', 'check', '--fy', '2022'));
    expect(table.get('road-open', '確認')).toBe('確認済');
  });

  it.each(['なし', '特になし', '意見なし。', '（特に意見なし）', '意見はありません'])('takes the comment %s for none', async (none) => {
    const host = planHost();
    const options = ['--lead', 'none', '--kind', 'check', '--fy', '2022'];
    const sheet = await makeSheet(host, ...options);
    const set = (result: string) => (table: Table) => table.set('road-open', '確認', result).set('road-open', '意見', none);
    expect(await answer(host, sheet, set('確認済')), host.out).toBe(0);
    expect(planOn(host)['roadmap/progress/2022/2-roads.yaml']).not.toContain('comment');
    const other = planHost();
    expect(await answer(other, sheet, set('意見あり'))).toBe(1);
    expect(other.out).toContain('「意見あり」ですが、意見がありません');
  });

  it('leaves a comment in doubt that none takes the place of', async () => {
    const host = planHost();
    const options = ['--lead', 'none', '--kind', 'check', '--fy', '2022'];
    await answer(host, await makeSheet(host, ...options), (table) =>
      table.set('road-open', '確認', '意見あり').set('road-open', '意見', '公開'),
    );
    expect(await answer(host, await makeSheet(host, ...options), (table) => table.set('road-open', '意見', 'なし'))).toBe(1);
    expect(host.out).toContain('`なし` では、`公開` を残すのか消すのか決められません');
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

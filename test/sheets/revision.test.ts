import { describe, expect, it } from 'vitest';
import { answer, edit, makeSheet, planFiles, planHost, planOn } from '../support/answers.js';
import { call } from '../support/memory-host.js';

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

  it.each(['同左', '（同左）', '変更なし', '現行どおり', '（略）', '（修正なし。）', '変更無', '［改正なし］', '現行に同じ'])(
    'takes %s for what it says now',
    async (same) => {
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
    },
  );

  it('takes the corrected reading away with the text that was printed', async () => {
    const path = 'roadmap/1-cards.yaml';
    const corrected = (text: string, more: string) =>
      planFiles[path].replace('2021: 検討   #', `2021: ${text}   #`).replace('注意\n', `注意\n${more}`);
    const host = planHost({ [path]: corrected('検討討', '      corrected: 検討\n') });
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    expect(await answer(host, sheet, (table) => table.set('card-issue.2021', '改正案の本文', '検討と試行')), host.out).toBe(0);
    expect(planOn(host)[path]).toBe(corrected('検討と試行', ''));
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

  it('takes a due date that is told in two ways', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    const due = '令和6年度末（令和7年3月）';
    expect(await answer(host, sheet, (table) => table.set('card-issue.2022', '改正案の期限', due)), host.out).toBe(0);
    expect(planOn(host)['roadmap/1-cards.yaml']).toContain(`due: ${due}`);
  });

  it.each(['なし', '期限なし', '該当なし', '・なし', '－'])('takes the due date %s for none', async (none) => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
    expect(await answer(host, sheet, (table) => table.set('card-issue.2021', '改正案の期限', none)), host.out).toBe(0);
    expect(planOn(host)).toEqual(planFiles);
  });

  it.each(['2022～2023年度まで', '令和4年度から令和5年度まで', '令和４～５年度', '令和4-5年度', 'Ｒ４～５', 'R4〜5年度まで', '2022―2023'])(
    'reads the period %s with both its ends',
    async (written) => {
      const host = planHost();
      const sheet = await makeSheet(host, '--lead', 'mic', '--kind', 'revision');
      expect(await answer(host, sheet, (table) => table.set('card-shared.2021', '改正案の期間', written)), host.out).toBe(0);
      expect(planOn(host)['roadmap/1-cards.yaml']).toContain('{ 2022-2023: システムの共同利用');
    },
  );

  it.each([[['mic', 'mlit']], [['mlit', 'mic']]])(
    'puts the answers of two departments to one phase together in either order: %s',
    async (order) => {
      const host = planHost();
      const answers = { mic: ['改正案の本文', 'システムの共用'], mlit: ['改正案の期間', '2022-2023'] } as const;
      for (const lead of ['mic', 'mlit'] as const) {
        const sheet = await makeSheet(host, '--lead', lead, '--kind', 'revision');
        const bytes = await edit(sheet, (table) => table.set('card-shared.2021', answers[lead][0], answers[lead][1]));
        host.files.set(`${lead}.xlsx`, bytes);
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
    host.files.set('in.xlsx', await edit(sheet, (table) => table.set('card-issue.2021', '改正案の本文', '検討と試行')));
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
    host.files.set('in.xlsx', bytes);
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

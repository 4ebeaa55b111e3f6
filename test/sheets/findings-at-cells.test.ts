import { describe, expect, it } from 'vitest';
import { answer, edit, makeSheet, planFiles, planHost, reported, tableOf } from '../support/answers.js';
import { call } from '../support/memory-host.js';

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
      host.files.set(name, await edit(sheet, lead === 'mic' ? work : () => undefined));
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
      host.files.set(`${lead}.xlsx`, await edit(sheet, lead === 'mic' ? work : () => undefined));
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
      host.files.set(`${lead}.xlsx`, await edit(sheet, work));
    }
    expect(await call(host, 'apply', ...leads.map((lead) => `${lead}.xlsx`)), host.out).toBe(0);
    expect(host.err).toMatch(line);
  });

  it('is counted as one fault in English', async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    host.files.set('in/a.xlsx', await edit(sheet, (table) => table.set('card-issue', '状況', '完了')));
    expect(await call(host, '--lang', 'en', 'apply', 'in')).toBe(1);
    expect(host.err).toMatch(/nothing was applied: 1 fault\n/);
    expect(await call(host, '--lang', 'en', 'sheet', '--status', 'in')).toBe(0);
    expect(host.out).toMatch(/ 1 fault\n/);
  });
});

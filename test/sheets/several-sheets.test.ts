import { describe, expect, it } from 'vitest';
import { answer, edit, makeSheet, planFiles, planHost, planOn, reported, tableOf } from '../support/answers.js';
import { call, type MemoryHost } from '../support/memory-host.js';

describe('several sheets', () => {
  it('are put together where they agree', async () => {
    const host = planHost();
    for (const lead of ['mic', 'mlit']) {
      const sheet = await makeSheet(host, '--lead', lead, '--fy', '2022');
      host.files.set(
        `in/${lead}.xlsx`,
        await edit(sheet, (table) =>
          table.set('card-shared', '状況', '措置中').set('card-shared', lead === 'mic' ? '課題' : '今後の予定', lead),
        ),
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
      host.files.set(`in/${lead}.xlsx`, sheets[lead] as Uint8Array);
      expect(await call(host, 'apply', 'in'), host.out).toBe(0);
      expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain(lead === 'mic' ? report : `${report}  next: 継続\n`);
    }
  });

  it('tick one item together, where one of them says more', async () => {
    const host = planHost();
    for (const lead of ['mic', 'mlit']) {
      const sheet = await makeSheet(host, '--lead', lead, '--kind', 'check', '--fy', '2022');
      host.files.set(
        `in/${lead}.xlsx`,
        await edit(sheet, (table) => {
          table.set('card-shared', '確認', '確認済');
          if (lead === 'mlit') table.set('card-shared', '意見', '用語の統一だけ');
        }),
      );
    }
    expect(await call(host, 'apply', 'in'), host.out).toBe(0);
    expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toContain(
      '- on: card-shared\n  edition: 令和3年12月\n  result: 確認済\n  comment: 用語の統一だけ\n',
    );
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
      host.files.set(`in/${lead}.xlsx`, await edit(sheet, (table) => table.set('card-shared', '状況', status)));
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
      host.files.set(`in/${name}`, sheet);
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
    host.files.set('in/a.xlsx', await edit(sheet, (table) => table.set('card-shared', '状況', '完了')));
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
    for (const [name, bytes] of Object.entries(sheets)) host.files.set(`in/${name}.xlsx`, bytes);
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

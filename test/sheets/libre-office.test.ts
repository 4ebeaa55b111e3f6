import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { edit, makeSheet, planHost, planOn } from '../support/answers.js';
import { call } from '../support/memory-host.js';

/** LibreOffice, where it is installed. */
const office = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
const folder = mkdtempSync(join(tmpdir(), 'roadmap-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The workbook as LibreOffice opens and saves it. */
function saved(bytes: Uint8Array): Uint8Array {
  const path = join(folder, 'sheet.xlsx');
  writeFileSync(path, bytes);
  execFileSync(
    office ?? '',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'out'),
      path,
    ],
    { stdio: 'ignore' },
  );
  return readFileSync(join(folder, 'out', 'sheet.xlsx'));
}

describe.skipIf(!office)('LibreOffice', () => {
  it('opens a sheet and keeps its lists, locks, print settings and looks', { timeout: 120_000 }, async () => {
    const { sheets } = await readXlsx(saved(await makeSheet(planHost(), '--lead', 'mic', '--fy', '2022')), { readStyles: true });
    expect(sheets.map(({ name, hidden }) => [name, Boolean(hidden)])).toEqual([
      ['記入要領', false],
      ['進捗状況', false],
      ['一覧', true],
    ]);
    const [, table] = sheets;
    expect(table?.dataValidations).toMatchObject([{ type: 'list', range: 'G2:G4', formula1: '一覧!$D$2:$D$5' }]);
    expect(table?.protection).toMatchObject({ sheet: true, sort: true, autoFilter: true });
    expect(table?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1, printTitlesRow: '$1:$1' });
    expect(table?.cells?.get('1,6')?.style).toMatchObject({ protection: { locked: false }, numFmt: '@' });
    expect(table?.cells?.get('1,1')?.style?.protection?.locked ?? true).toBe(true);
  });

  it('saves answers that are applied like those of any program', { timeout: 120_000 }, async () => {
    const host = planHost();
    const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
    const answered = await edit(sheet, (table) => {
      table
        .set('card-issue', '状況', '措置済')
        .set('card-issue', '根拠資料', '資料1\n資料2')
        .set('kpi-card', 'KPI実績値', '96.6')
        .set('kpi-card', 'KPI時点', '2023-03-31');
      table.rows.push(...table.rows.splice(1).reverse());
    });
    host.files.set('in.xlsx', saved(answered));
    expect(await call(host, 'apply', 'in.xlsx'), host.out).toBe(0);
    expect(planOn(host)['roadmap/progress/2022/1-cards.yaml']).toBe(
      '# yaml-language-server: $schema=../../../docs/schema/progress.json\nfy: 2022\nreports:\n- on: card-issue\n  status: 措置済\n  evidence:\n  - 資料1\n  - 資料2\n  actuals:\n    kpi-card:\n      2023-03-31: 96.6\n',
    );
  });
});

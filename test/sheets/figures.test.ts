import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { answer, edit, makeSheet, planHost, planOn, tableOf, withParts } from '../support/answers.js';
import { call } from '../support/memory-host.js';

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
  ['令和６年度末時点', '2025-03-31'],
  ['2023年度末', '2024-03-31'],
  ['2024/11/02 0:00:00', '2024-11-02'],
  ['令和6年度', undefined],
  ['平成32年度末', undefined],
  ['45598', undefined],
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

it('names the day of a date that was pasted as a bare value', async () => {
  const host = planHost();
  const sheet = await makeSheet(host, '--lead', 'mic', '--fy', '2022');
  await answer(host, sheet, (table) => table.set('kpi-card', 'KPI実績値', '60').set('kpi-card', 'KPI時点', '45016'));
  expect(host.out).toContain('その日なら 2023-03-31 と書いてください');
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
    host.files.set('in.xlsx', bytes);
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
  host.files.set('in.xlsx', bytes);
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
    host.files.set('in.xlsx', bytes);
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

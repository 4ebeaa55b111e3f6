import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { answer, type edit, makeSheet, planFiles, planHost, planOn, tableOf, withParts } from '../support/answers.js';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, section } from '../support/plan.js';

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
    host.files.set('in/both.xlsx', sheet);
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

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, section } from '../support/plan.js';

const story = fileURLToPath(new URL('../editions/story/r5', import.meta.url));

async function pages(...argv: string[]) {
  const host = memoryHost();
  expect(await call(host, ...argv, '--format', 'html', '--out', 'out', '--lang', 'ja'), host.err).toBe(0);
  return new Map([...host.files].filter(([path]) => path.endsWith('.html')).map(([path, text]) => [path.slice(4), text]));
}

/** The links of a page to sheets, by the words of the link. */
function sheetsOf(text = ''): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/<a href="(sheet-[^"]+)"[^>]*>([^<]+)<\/a>/g)].map(([, href = '', words = '']) => [words, href]),
  );
}

describe('the sheets of a year', () => {
  it('stand beside the page of a year that was reported, one for each department, and nowhere else', async () => {
    const site = await pages('build', story);
    const sheets = sheetsOf(site.get('year-2023.html'));
    expect(Object.keys(sheets)).toEqual([
      '灯台省光達局',
      '灯台省光達局総務課',
      '灯台省光達局光源課',
      '港町省港湾局',
      '港町省港湾局総務課',
      '港町省潮位情報室',
      '灯台省標準室',
    ]);
    for (const href of Object.values(sheets)) expect(site.has(href), href).toBe(true);
    expect(sheetsOf(site.get('year-2024.html'))).toEqual({});
    expect([...site.keys()].filter((path) => path.startsWith('sheet-2024'))).toEqual([]);
  });

  it('and the page say at their head what was reported, and lead to it', async () => {
    const site = await pages('build', story);
    const headOf = (path: string) => /<ul class="facts reported".*?<\/ul>/s.exec(site.get(path) ?? '')?.[0] ?? '';
    const told = (path: string) =>
      headOf(path)
        .split('\n')
        .map((line) => line.replace(/<[^>]+>/g, ''))
        .filter(Boolean);
    expect(told('year-2023.html')).toEqual([
      '状況ごとの行の数',
      ...['措置済 3', '措置中 5', '検討中 0', '未措置 0', '報告なし 4'],
      ...['報告なし（期限後） 2', '未完了の報告 3', '進捗状況 8'],
    ]);
    for (const path of site.keys())
      for (const [, id] of headOf(path).matchAll(/href="#([^"]+)"/g)) expect(site.get(path), path).toContain(`id="${id}"`);
  });

  it('are folded where they are many', async () => {
    const ids = Array.from({ length: 9 }, (_, index) => `d${index + 1}`);
    const linksOf = async (count: number) => {
      const leads = ids.slice(0, count);
      const measures = leads.map(
        (id) => `- { id: m-${id}, title: 施策, leads: [${id}], tracks: [{ id: t-${id}, phases: [{ 2022: 検討 }] }] }\n`,
      );
      const files = {
        'roadmap/plan.yaml': plan,
        'roadmap/departments.yaml': `departments:\n${leads.map((id) => `- { id: ${id}, name: ${id}省 }\n`).join('')}`,
        'roadmap/section.yaml': section(measures.join('')),
      };
      const host = memoryHost(files);
      expect(await call(host, 'slice', '--fy', '2022', '--format', 'html', '--out', 'out'), host.err).toBe(0);
      const [nav = ''] = /<nav class="below".*?<\/nav>/s.exec(host.files.get('out/index.html') ?? '') ?? [];
      return [Object.keys(sheetsOf(nav)).length, nav.includes('<details')];
    };
    expect(await linksOf(8)).toEqual([8, false]);
    expect(await linksOf(9)).toEqual([9, true]);
  });

  it('hold what the department answers for, and nothing of the others', async () => {
    const site = await pages('slice', story, '--fy', '2023');
    const sheet = site.get(sheetsOf(site.get('index.html'))['灯台省光達局光源課'] ?? '') ?? '';
    expect(sheet).toContain('八つの島で船便が冬に止まった。');
    expect(sheet).toContain('本土の灯台の光源のLEDへの交換');
    expect(sheet).not.toContain('通知アプリ');
    // Every link inside the sheet leads to something on it or to another page.
    const ids = new Set([...sheet.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, target] of sheet.matchAll(/href="#([^"]+)"/g)) expect(ids, target).toContain(target);
  });

  it('are of sections where that is asked for', async () => {
    const site = await pages('slice', story, '--fy', '2022-2023', '--by', 'section');
    expect(Object.values(sheetsOf(site.get('index.html')))).toEqual([
      'sheet-2022-2023-foundation.html',
      'sheet-2022-2023-lights.html',
      'sheet-2022-2023-information.html',
      'sheet-2022-2023-logbook-table.html',
    ]);
  });

  it('are left out where there would be only one', async () => {
    const site = await pages('slice', story, '--fy', '2023', '--lead', '港町省潮位情報室');
    expect([...site.keys()].filter((path) => path.startsWith('sheet-'))).toEqual([]);
    expect(site.get('index.html')).toContain('次の担当（下の組織を含む）だけを取り出した');
  });

  it('say what a cell points to outside the year', async () => {
    const site = await pages('slice', story, '--fy', '2023');
    expect(site.get('index.html')?.replace(/<[^>]+>/g, '')).toContain('指すもの 2022年度 灯台守の配置転換に向けた研修の実施');
  });
});

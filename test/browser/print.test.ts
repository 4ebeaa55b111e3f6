import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { call, memoryHost } from '../support/memory-host.js';
import { plan, withPhases } from '../support/plan.js';
import { kindsOf, open, read, useBrowser } from './site.js';

useBrowser();

const out = mkdtempSync(join(tmpdir(), 'roadmap-pdf-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** A letter of the text, or the radical that a PDF may hold for it (⺠ for 民). */
function asPrinted(text: string): RegExp {
  const letters = [...plainText(text)].map((letter) =>
    /\p{Script=Han}/u.test(letter) ? `[${letter}\u2E80-\u2EFF]` : letter.replace(/[^\p{L}\p{N}]/u, '\\$&'),
  );
  return new RegExp(letters.join(''));
}

function build(folder: string, ...argv: string[]): Buffer {
  const args = ['dist/main.js', ...argv, '--format', 'pdf', '--browser', inject('chromium'), '--out', join(out, folder)];
  execFileSync('node', args, { env: { ...process.env, SOURCE_DATE_EPOCH: '1700000000' }, stdio: 'pipe' });
  return readFileSync(join(out, folder, argv[0] === 'slice' ? 'slice.pdf' : 'roadmap.pdf'));
}

/** As in the YAML: a PDF holds some letters by their look-alikes, and no blanks. */
const plainText = (text: string) =>
  text.normalize('NFKC').replace(/\s/g, '').replaceAll('‧', '・').replaceAll('〜', '~').replaceAll('戶', '戸');

describe('--format pdf of the shipped roadmap', () => {
  let bytes: Buffer;
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  let pages: { view: number[]; text: string }[];
  beforeAll(async () => {
    bytes = build('one', 'build');
    pdf = await getDocumentProxy(new Uint8Array(bytes));
    pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const page = await pdf.getPage(index + 1);
        const { items } = await page.getTextContent();
        return { view: page.view, text: plainText(items.map((item) => ('str' in item ? item.str : '')).join('')) };
      }),
    );
  });

  it('has A4 pages in landscape', () => {
    expect(pages.length).toBeGreaterThan(15);
    for (const { view } of pages) {
      const [, , width = 0, height = 0] = view;
      expect(Math.abs(width - 841.89)).toBeLessThan(2);
      expect(Math.abs(height - 595.28)).toBeLessThan(2);
    }
  });

  it('has the year header on each page with a bar, and its number on every page', () => {
    const { phases } = JSON.parse(read('ja/roadmap.json')) as { phases: { text: string }[] };
    const starts = phases.map(({ text }) => plainText(text).slice(0, 12)).filter((text) => text.length === 12);
    let withBars = 0;
    for (const [index, { text }] of pages.entries()) {
      expect(text, `page ${index + 1}`).toContain(`${index + 1}/${pages.length}`);
      if (!starts.some((start) => text.includes(start))) continue;
      withBars += 1;
      for (const year of ['2021年度令和3年度', '2022年度令和4年度', '2023年度']) expect(text, `page ${index + 1}`).toContain(year);
    }
    expect(withBars).toBeGreaterThan(15);
  });

  it('says all that the page says', () => {
    const { phases } = JSON.parse(read('ja/roadmap.json')) as { phases: { text: string }[] };
    // No bar is split: each text stands whole on one page.
    const missing = phases.filter(({ text }) => !pages.some((page) => page.text.match(asPrinted(text))));
    expect(missing.map(({ text }) => text)).toEqual([]);
  });

  it('ends no page with the header of a table', () => {
    for (const [index, { text }] of pages.entries()) {
      const rest = text.slice(Math.max(text.lastIndexOf('2025年度令和7年度'), text.lastIndexOf('主担当部局')));
      expect(rest.replace(/\d+\/\d+$/, '').length, `page ${index + 1}: ${text.slice(-60)}`).toBeGreaterThan(15);
    }
  });

  it('is tagged, in Japanese, and has bookmarks for chapters and sections', async () => {
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const outline = await pdf.getOutline();
    const titles = (items: typeof outline): string[] => items.flatMap(({ title, items: below }) => [title, ...titles(below)]);
    const bookmarks = titles(outline).map(plainText).join('\n');
    for (const heading of [
      '第6デジタル社会の実現に向けた施策',
      '5.デジタル社会を支えるシステム・技術',
      'マイナンバーカードを活用した各種カード等',
    ])
      expect(bookmarks).toContain(plainText(heading));
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, string> };
    expect(info['Title']).toContain('工程表');
    expect(info['Language']).toBe('ja');
    expect(info['CreationDate']).toBe("D:20231115000000+09'00'");
  });

  it('leads to no file of this machine', async () => {
    expect(bytes.includes('file://')).toBe(false);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const links = (await (await pdf.getPage(number)).getAnnotations()) as { subtype: string; url?: string; dest?: unknown }[];
      for (const { subtype, url, dest } of links)
        if (subtype === 'Link') expect(url ?? dest, `page ${number}`).toMatch(url ? /^https?:/ : /./);
    }
  });

  it('is printed twice to the same bytes', () => {
    expect(build('two', 'build').equals(bytes)).toBe(true);
  });
});

describe('a page that is printed from the browser', () => {
  const paths = ['ja/section-cards.html', ...kindsOf('ja').filter((path) => /\/(?:year|index)/.test(path)), 'diff/index.html'];
  const story = kindsOf('story').filter((path) => /\/(?:sheet|changes|promises|year)/.test(path));
  it.each([...paths, ...story])('%s is in A4 landscape, with numbers, and without what is for the screen', async (path) => {
    const page = await open(path);
    const title = plainText((await page.locator('h1').textContent()) ?? '');
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const sheet = await pdf.getPage(number);
      const [, , width = 0, height = 0] = sheet.view;
      expect(Math.abs(width - 841.89) + Math.abs(height - 595.28)).toBeLessThan(4);
      const text = plainText((await sheet.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(''));
      expect(text, `page ${number}`).toContain(`${number}/${pdf.numPages}`);
      if (number === 1) expect(text).toContain(title);
      // Neither addresses nor navigation, filters and files.
      expect(text, `page ${number}`).not.toMatch(/file:|\.html|\.csv|節ごと|部局ごとの工程と報告|絞り込み|本文へ移動/);
      if (path.includes('section-cards') && number < pdf.numPages) expect(text).toContain('主担当部局');
    }
  });
});

it('ends no sheet with the heading or the header of a list of dates', async () => {
  const page = await open('ja/dates.html');
  const bare = [];
  // What stands above moves the tables over the end of the sheet.
  for (let lines = 0; lines < 10; lines += 1) {
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    for (let number = 1; number < pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const text = plainText(items.map((item) => ('str' in item ? item.str : '')).join(''));
      if (/(?:時期種類内容施策担当|令和.年度)$/.test(text)) bare.push(`${lines} lines, page ${number}: ${text.slice(-20)}`);
    }
    await page.evaluate(() => document.querySelector('h1')?.insertAdjacentHTML('beforebegin', '<p>行</p><p>行</p>'));
  }
  expect(bare).toEqual([]);
});

it('says on paper what the page was narrowed to', async () => {
  const page = await open('ja/section-s6-5.html?year=2025&show=ends');
  await page.emulateMedia({ media: 'print' });
  const asked = page.locator('.asked');
  expect(await asked.textContent()).toBe('2025年度（令和7年度） / 終わるもの / 0件の工程を表示');
  expect(await asked.isVisible()).toBe(true);
  expect(await page.locator('.no-matches').isVisible()).toBe(true);
  const whole = await open('ja/section-s6-5.html');
  await whole.emulateMedia({ media: 'print' });
  expect(await whole.locator('.asked').isVisible()).toBe(false);
});

it('explains a torn edge where a bar has one', async () => {
  const entries = async (path: string) => (await open(path)).locator('.legend li').allTextContents();
  expect(await entries('shapes/section-window.html')).toContain('表の年度の外に及ぶ');
  expect(await entries('shapes/section-halves.html')).not.toContain('表の年度の外に及ぶ');
});

it('explains on paper how bars begin and end, and names the plan and the page on each sheet', async () => {
  const page = await open('ja/section-s6-2.html');
  const title = await page.title();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.legend li:visible').count()).toBe(3);
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    expect(plainText(items.map((item) => ('str' in item ? item.str : '')).join(''))).toContain(plainText(title));
  }
});

it('begins a long text on the first sheet, and splits only what no sheet can hold, below the years', async () => {
  const page = await open('shapes/all.html');
  await page.emulateMedia({ media: 'print' });
  const over = await page.evaluate(() =>
    [...document.querySelectorAll('#long .bar')].filter((bar) => getComputedStyle(bar, '::before').display !== 'none').map((bar) => bar.id),
  );
  // What lies over a cell that is split covers the header of the next sheet.
  expect(over).toEqual([]);
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const sheets = await Promise.all(
    [1, 2, 3].map(async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      return plainText(items.map((item) => ('str' in item ? item.str : '')).join(''));
    }),
  );
  expect(sheets.map((text) => text.match(/さらに長い文。|長い文。|終わり。/g) ?? [])).toEqual([
    ['長い文。', '終わり。'],
    ['さらに長い文。'],
    ['終わり。'],
  ]);
  for (const text of sheets) expect(text).toContain('2021年度令和3年度');
});

it('begins a table on the first sheet where a heading fills one', async () => {
  const page = await open('shapes/section-heading.html');
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const text = plainText(items.map((item) => ('str' in item ? item.str : '')).join(''));
  for (const part of ['2021年度令和3年度', '検討', 'とぎれない']) expect(text).toContain(part);
});

describe('what is folded on a screen is open on paper', () => {
  it.each([...kindsOf('ja'), ...kindsOf('story')].filter((path) => read(path).includes('<details')))('%s', async (path) => {
    const page = await open(path);
    await page.emulateMedia({ media: 'print' });
    const folded = await page.evaluate(() =>
      [...document.querySelectorAll('details')]
        .filter((one) => one.checkVisibility() && ![...one.children].some((part) => part.tagName !== 'SUMMARY' && part.checkVisibility()))
        .map((one) => one.textContent.trim()),
    );
    expect(folded).toEqual([]);
  });
});

it('has the lists of the reading notes in columns on paper', async () => {
  const page = await open('ja/reading.html');
  await page.setViewportSize({ width: 1047, height: 700 });
  await page.emulateMedia({ media: 'print' });
  const columns = await page
    .locator('.reasons')
    .evaluateAll((lists) => lists.map((list) => new Set([...list.children].map((item) => item.getBoundingClientRect().left)).size));
  expect(Math.max(...columns)).toBe(3);
});

describe('--format pdf', () => {
  it('prints a slice', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(build('slice', 'slice', '--fy', '2023', '--lead', 'mhlw')));
    expect(pdf.numPages).toBeGreaterThan(0);
  });

  const files = { 'roadmap/plan.yaml': plan, 'roadmap/section.yaml': withPhases('- 2021-: 検討') };
  it.each([
    ['where there is no browser', [], {}, 'CHROME_PATH'],
    ['where --browser names none', ['--browser', '/nowhere/chrome'], {}, '--browser'],
    ['where CHROME_PATH names none', [], { CHROME_PATH: 'no-such-browser' }, 'CHROME_PATH'],
    ['where the program is no browser', ['--browser', process.execPath], {}, '--browser'],
  ])('says what to do %s, and writes nothing', async (_, argv, env, said) => {
    const host = memoryHost(files, { PATH: '/nowhere', ...env });
    expect(await call(host, 'build', '--format', 'html,pdf', '--lang', 'ja', ...argv)).toBe(2);
    expect(host.err).toMatch(/^roadmap: .+\n {2}直し方: .+\n$/);
    expect(host.err).toContain(said);
    expect([...host.files.keys()].filter((path) => path.startsWith('dist/'))).toEqual([]);
  });

  it('takes the browser that CHROME_PATH names, or one on the PATH', async () => {
    const folder = inject('chromium').replace(/\/[^/]*$/, '');
    for (const env of [{ CHROME_PATH: inject('chromium') }, { PATH: folder }]) {
      const host = memoryHost(files, env);
      const real = { ...host, exists: existsSync };
      expect(await call(Object.assign(host, real), 'build', '--format', 'pdf', '--out', 'out'), host.err).toBe(0);
      expect(
        Buffer.from(host.files.get('out/roadmap.pdf') ?? '')
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
  });
});

it('on paper a bar says what it belongs to, without what opens it on the screen', async () => {
  const page = await open('ja/section-s6-5.html');
  await page.emulateMedia({ media: 'print' });
  const about = page.locator('.timeline .bar > .about').first();
  expect(await about.locator('p').first().isVisible()).toBe(true);
  expect(await about.locator('summary').isVisible()).toBe(false);
});

it('underlines no text on paper: there that says what a revision changed', async () => {
  const page = await open('story/year-2023.html');
  await page.emulateMedia({ media: 'print' });
  const lines = await page.locator('main a:visible').evaluateAll((links) => links.map((link) => getComputedStyle(link).textDecorationLine));
  expect(lines.length).toBeGreaterThan(5);
  expect(new Set(lines)).toEqual(new Set(['none']));
});

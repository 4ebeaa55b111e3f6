import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { kindsOf, open, useBrowser } from './site.js';

useBrowser();

/** What is wrong with how a page lies on its screen: sideways scrolling, and texts cut off or lying outside. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const found = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} px wide on ${root.clientWidth} px`] : [];
    // Only the tables of years need two directions on a small screen.
    if (root.clientWidth < 768)
      for (const box of document.querySelectorAll('.box:not(.timeline):not(:has(.matrix))'))
        if (box.scrollWidth > box.clientWidth + 1) found.push(`scrolls sideways: ${box.getAttribute('aria-label')}`);
    const name = (element: Element) => `${element.tagName}.${element.className} ${element.textContent?.trim().slice(0, 30)}`;
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (
        !hasText ||
        !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
        element.closest('.sr, .skip, select, [aria-hidden=true]')
      )
        continue;
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      const style = getComputedStyle(element);
      const cuts = /hidden|clip/.test(style.overflowX + style.overflowY);
      if (cuts && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
        found.push(`cut off: ${name(element)}`);
      if (style.textOverflow === 'ellipsis') found.push(`shortened: ${name(element)}`);
      const inBox = element.closest('.box, .scroll');
      if (!inBox && (box.right > root.clientWidth + 1 || box.left < -1)) found.push(`outside: ${name(element)}`);
    }
    return found.slice(0, 10);
  });
}

const screens = {
  '320 px': { viewport: { width: 320, height: 640 } },
  '200 % of 1280 px': { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
};

describe.each(Object.entries(screens))('nothing is lost and the page does not scroll sideways on %s', (_, screen) => {
  it.each([...kindsOf('ja'), 'ja/section-cards.html', ...kindsOf('story'), 'diff/index.html', ...kindsOf('hostile'), 'en/index.html'])(
    '%s',
    async (path) => {
      const page = await open(path, screen);
      expect(await faults(page)).toEqual([]);
    },
  );
});

describe('a hostile plan breaks no wide screen', () => {
  it.each(kindsOf('hostile'))('%s', async (path) => {
    expect(await faults(await open(path))).toEqual([]);
  });
});

describe('the timeline', () => {
  it('scrolls in its own box where it is wider than the screen, by keyboard too', async () => {
    const page = await open('ja/section-s6-5.html?view=timeline', { viewport: { width: 360, height: 740 } });
    expect(await faults(page)).toEqual([]);
    const box = page.locator('.timeline').first();
    expect(await box.evaluate((one) => one.scrollWidth > one.clientWidth && one.tabIndex === 0)).toBe(true);
  });

  it('keeps its year header in sight while the page scrolls', async () => {
    const page = await open('ja/section-s6-5.html');
    await page.evaluate(() => document.querySelectorAll('.timeline tbody')[20]?.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const box = await page.locator('.timeline th.year').first().boundingBox();
    expect(box && box.y >= -1 && box.y < 300).toBe(true);
  });

  it('keeps the name of a measure in sight while its rows go by', async () => {
    const page = await open('ja/section-s6-5.html');
    const name = await page.evaluate(() => {
      const [tallest] = [...document.querySelectorAll<HTMLElement>('.timeline tbody')].sort((a, b) => b.offsetHeight - a.offsetHeight);
      const { bottom = 0 } = tallest?.getBoundingClientRect() ?? {};
      scrollTo({ top: scrollY + bottom - 250, behavior: 'instant' });
      const head = tallest?.closest('table')?.querySelector('thead th')?.getBoundingClientRect().bottom ?? 0;
      const { top = 0, bottom: end = 0 } = tallest?.querySelector('th > div')?.getBoundingClientRect() ?? {};
      return { seen: top >= head && end < 250, first: (tallest?.getBoundingClientRect().top ?? 0) < -100 };
    });
    expect(name).toEqual({ seen: true, first: true });
  });

  it('keeps the corner and the words of headings that span it in sight while it scrolls', async () => {
    const page = await open('ja/section-s6-5.html?view=timeline', { viewport: { width: 800, height: 600 } });
    const hidden = await page
      .locator('.timeline')
      .first()
      .evaluate((box) => {
        box.scrollLeft = 200;
        const { left, right } = box.getBoundingClientRect();
        return [...box.querySelectorAll('thead .of-measure, .band th > div')]
          .map((one) => ({ text: one.textContent, at: one.getBoundingClientRect() }))
          .filter(({ at }) => at.left < left || at.right > right)
          .map(({ text }) => text);
      });
    expect(hidden).toEqual([]);
  });

  it('never lays one bar over another', async () => {
    const page = await open('ja/section-s6-5.html');
    const overlaps = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.timeline .bar')].map((bar) => bar.getBoundingClientRect());
      return boxes.flatMap((a, i) =>
        boxes.slice(i + 1).filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1),
      ).length;
    });
    expect(overlaps).toBe(0);
  });

  it('begins short texts where a long one beside them begins', async () => {
    const page = await open('shapes/section-long.html');
    const tops = await page
      .locator('#long-row ~ tr td.bar > p, #long-row td.bar > p')
      .evaluateAll((texts) => texts.map((text) => text.getClientRects()[0]?.top));
    expect(new Set(tops.slice(0, 3)).size).toBe(1);
  });

  it('breaks what it says of a narrow bar between words', async () => {
    const page = await open('shapes/year-2022.html?view=timeline');
    const lines = await page
      .locator('.timeline .within > b')
      .first()
      .evaluate((badge) => {
        badge.style.width = '7em';
        const [words] = badge.childNodes;
        const found = new Map<number, string>();
        for (let at = 0; words && at < (words.textContent ?? '').length; at += 1) {
          const range = document.createRange();
          range.setStart(words, at);
          range.setEnd(words, at + 1);
          const top = Math.round(range.getBoundingClientRect().top);
          found.set(top, (found.get(top) ?? '') + range);
        }
        return [...found.values()];
      });
    expect(lines).toEqual(['年度内に', '開始・終了']);
  });

  it('moves nothing for those who ask for less motion', async () => {
    const page = await open('ja/index.html', { reducedMotion: 'reduce' });
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((one) => {
          const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(one);
          return Number.parseFloat(transitionDuration) > 0.01 || Number.parseFloat(animationDuration) > 0.01 || scrollBehavior === 'smooth';
        }).length,
    );
    expect(moving).toBe(0);
  });
});

it('the column of a year and those after it stands out in each of them', async () => {
  const page = await open('ja/section-cards.html?view=timeline&year=2024', { viewport: { width: 1280, height: 900 } });
  expect(await page.locator('th.current').allInnerTexts()).toEqual([expect.stringContaining('2023年度～')]);
});

describe('a bar whose period is not just that of its columns', () => {
  /** The period of each bar as it is seen, and how the bar is drawn. */
  const seen = (page: Page) =>
    page.locator('.timeline td.bar').evaluateAll((bars) =>
      bars.map((bar) => {
        const period = bar.querySelector<HTMLElement>('small');
        const drawn = bar.className.match(/outside|cut-start|cut-end/g) ?? [];
        return [
          bar.querySelector('p')?.firstChild?.textContent,
          (period?.offsetWidth ?? 0) > 1 ? period?.textContent : '',
          drawn.join(' '),
        ];
      }),
    );

  it('says it where the bar is finer than its columns', async () => {
    expect(await seen(await open('shapes/section-halves.html'))).toEqual([
      ['上期の調査', '2021年度上期（始まりは確かでない）', ''],
      ['開発', '2022年度第2四半期～2023年度第1四半期', ''],
      ['下期の調査', '2021年度下期', ''],
      ['公開', '2023年度第2四半期～（終わりの印字なし）', ''],
      ['一年の検証', '', ''],
    ]);
  });

  it('says it where a column is open', async () => {
    expect(await seen(await open('shapes/section-open.html'))).toEqual([
      ['準備', '2022～2023年度', ''],
      ['評価', '2024年度', ''],
      ['拡大', '2025年度～（終わりの印字なし）', ''],
      ['実施', '', ''],
      ['継続', '', ''],
    ]);
  });

  it('says it where the table does not reach so far, and is torn off or a mere frame there', async () => {
    const page = await open('shapes/section-window.html');
    expect(await seen(page)).toEqual([
      ['前の計画の準備', '2018～2019年度（表の年度の外）', 'outside'],
      ['後の計画の工程', '2035年度（表の年度の外）', 'outside'],
      ['前から', '2018～2022年度（表の年度の外に及ぶ）', 'cut-start'],
      ['後まで', '2024～2030年度（表の年度の外に及ぶ）', 'cut-end'],
      ['ずっと', '2018年度～（終わりの印字なし、表の年度の外に及ぶ）', 'cut-start'],
    ]);
    const years = await page.locator('.timeline td.outside').evaluateAll((bars) => bars.map((bar) => bar.getAttribute('headers')));
    expect(years).toEqual(['_h1', '_h1']);
  });

  it('is drawn in the list in its part of the columns', async () => {
    const places = async (path: string) =>
      (await open(path)).locator('.list ol > li').evaluateAll((items) => items.map((item) => item.getAttribute('style')));
    expect(await places('shapes/section-halves.html')).toEqual([
      '--from:0%;--to:10%',
      '--from:10%;--to:20%',
      '--from:25%;--to:45%',
      '--from:45%;--to:100%',
      '--from:20%;--to:40%',
    ]);
    expect((await places('shapes/section-window.html')).slice(0, 2)).toEqual([null, null]);
  });

  it.each(kindsOf('shapes'))('breaks no screen: %s', async (path) => {
    for (const width of [1280, 320]) expect(await faults(await open(path, { viewport: { width, height: 900 } }))).toEqual([]);
  });
});

describe('tables of many years', () => {
  const tables = ['hostile/section-hostile.html?view=timeline', 'hostile/index.html'];
  /** The widths of the header's cells, and how far the row headings stand from the edge of the box after it was scrolled. */
  const measured = (page: Page) =>
    page.locator('.box:has(> .grid), .box:has(> .matrix)').evaluate((box) => {
      box.scrollLeft = 700;
      const left = (one: Element) => Math.round(one.getBoundingClientRect().left - box.getBoundingClientRect().left);
      const width = (one: Element) => Math.round(one.getBoundingClientRect().width);
      const [heading = 0, ...others] = [...box.querySelectorAll('thead th')].map(width);
      const years = others.slice(box.querySelector('.of-completed') ? 1 : 0, box.querySelector('.of-leads') ? -1 : undefined);
      const staying = box.querySelectorAll('thead th:first-child, tbody th:first-child:not([colspan])');
      return { scrolled: box.scrollLeft, heading, years, left: [...staying].map(left) };
    });

  it.each(tables.flatMap((path) => [1280, 800, 360].map((width) => [path, width] as const)))('%s on %i px', async (path, width) => {
    const { scrolled, heading, years, left } = await measured(await open(path, { viewport: { width, height: 900 } }));
    expect(years).toHaveLength(40);
    expect(Math.max(...years) - Math.min(...years)).toBeLessThanOrEqual(1);
    expect(Math.min(...years)).toBeGreaterThan(100);
    expect(heading).toBeLessThanOrEqual(Math.min(225, width / 2));
    expect(scrolled).toBe(700);
    expect(new Set(left)).toEqual(new Set([0]));
  });

  it.each(['hostile/year-2045.html?view=timeline', 'hostile/section-hostile.html?view=timeline&year=2045'])(
    '%s is open at that year',
    async (path) => {
      const page = await open(path, { viewport: { width: 1280, height: 900 } });
      const seen = page.locator('.timeline:has(.current)').first();
      const ends = await seen.evaluate((box) => {
        const [around, year] = [box, box.querySelector('.current')].map((one) => one?.getBoundingClientRect());
        return { year: box.querySelector('.current')?.getAttribute('data-year'), left: (year?.left ?? 0) - (around?.left ?? 0) };
      });
      expect(ends.year).toBe('2045');
      expect(ends.left).toBeGreaterThan(200);
      expect(ends.left).toBeLessThan(300);
    },
  );

  it.each([1280, 360])('the matrix of the overview opens at its year, on %i px', async (width) => {
    const page = await open('hostile/index.html', { viewport: { width, height: 900 } });
    const { scrolled, gap } = await page.locator('.box:has(> .matrix)').evaluate((box) => {
      const [heading, year] = ['th:first-child', '.current'].map((one) => box.querySelector(`thead ${one}`)?.getBoundingClientRect());
      return { scrolled: box.scrollLeft, gap: (year?.left ?? 0) - (heading?.right ?? 0) };
    });
    expect(scrolled).toBeGreaterThan(100);
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan(20);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  it.each([1280, 360])('the words of a long bar stay in sight beside the headings on %i px', async (width) => {
    const page = await open('shapes/section-years.html?view=timeline', { viewport: { width, height: 900 } });
    const [text, heading, bar] = await page.locator('.timeline').evaluate((box) => {
      box.scrollLeft = 800;
      const bar = box.querySelector('.bar');
      return [bar?.querySelector('p'), box.querySelector('tbody th'), bar].map((one) => one?.getBoundingClientRect());
    });
    expect(bar?.left).toBeLessThan(0);
    expect(text?.left).toBeGreaterThanOrEqual(heading?.right ?? 0);
    expect(text?.right).toBeLessThanOrEqual(Math.min(width, bar?.right ?? 0));
  });

  it('keep years and the dates of points on one line on paper', async () => {
    const page = await open('shapes/section-years.html', { viewport: { width: 1047, height: 711 } });
    await page.emulateMedia({ media: 'print' });
    const lines = await page.locator('.grid .year > span > span, .grid .points b').evaluateAll((words) =>
      words.map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      }),
    );
    expect(lines).toHaveLength(82);
    expect(Math.max(...lines)).toBe(1);
  });

  it('have labels and notes of one size with their bars on paper', async () => {
    const page = await open('shapes/section-years.html');
    await page.emulateMedia({ media: 'print' });
    const sizes = await page
      .locator('.grid :is(.year, tr.label > th, td.bar, .points b)')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).fontSize));
    const [note] = await page
      .locator('.grid .note')
      .evaluateAll((notes) => notes.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    expect([...new Set(sizes)]).toHaveLength(1);
    expect(note).toBeLessThanOrEqual(Number.parseFloat(sizes[0] ?? ''));
  });

  it('the standing of a bar stays below its words, not on them', async () => {
    const page = await open('hostile/year-2045.html?view=timeline', { viewport: { width: 1280, height: 900 } });
    const boxes = await page
      .locator('.timeline td.bar')
      .evaluateAll((bars) =>
        bars.map((bar) =>
          [bar.querySelector('p'), bar.querySelector(':scope > b')].map((one) => one?.getBoundingClientRect().toJSON() as DOMRect),
        ),
      );
    expect(boxes.length).toBeGreaterThan(0);
    for (const [words, standing] of boxes) expect(standing?.top).toBeGreaterThanOrEqual((words?.bottom ?? 0) - 1);
  });

  it.each(tables)('%s is no wider than a sheet of paper', async (path) => {
    const page = await open(path, { viewport: { width: 1047, height: 711 } });
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1047);
    const last = page.locator('.grid thead th, .matrix thead th').last();
    expect(await last.evaluate((cell) => cell.getBoundingClientRect().right)).toBeLessThanOrEqual(1047);
  });
});

it('draws no frames around the cells of the matrix in forced colours, where the gaps between them are all there is', async () => {
  const page = await open('ja/index.html', { forcedColors: 'active' });
  const [cell, ground] = await page.evaluate(() => [
    getComputedStyle(document.querySelector('.matrix td') as Element).borderLeftColor,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(cell).toBe(ground);
});

it('leaves most of a phone to what was reported', async () => {
  const page = await open('story/year-2023.html', { viewport: { width: 360, height: 740 } });
  const { width } = (await page.locator('.entry dd').first().boundingBox()) ?? { width: 0 };
  expect(width).toBeGreaterThan(220);
});

it.each([1280, 820, 360])('explains the bars where they are shown, and not beside the list, on %i px', async (width) => {
  const screen = { viewport: { width, height: 740 } };
  const legendOf = async (view: string) => (await open(`ja/section-cards.html?view=${view}`, screen)).locator('.legend').isVisible();
  expect([await legendOf('timeline'), await legendOf('list')]).toEqual([true, false]);
});

it('gives the most of a tablet to the words of a list of dates', async () => {
  const page = await open('ja/dates.html', { viewport: { width: 820, height: 1180 } });
  const widths = await page
    .locator('.dates-table thead')
    .first()
    .locator('th')
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().width));
  expect(Math.max(...widths)).toBe(widths[2]);
});

it.each(['story', 'story-en'])('keeps the figures of KPIs with long names on one line: %s', async (site) => {
  const page = await open(`${site}/kpis.html`, { viewport: { width: 1280, height: 900 } });
  const heights = await page.evaluate(() => {
    for (const name of document.querySelectorAll('.kpis th p')) name.textContent = 'Share of services 紙を使わない手続の割合 '.repeat(4);
    return [...document.querySelectorAll('.kpis td:nth-child(3)')].map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
    });
  });
  expect(new Set(heights)).toEqual(new Set([1]));
});

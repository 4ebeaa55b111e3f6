import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addressOf, follow, open, useBrowser } from './site.js';

useBrowser();

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('class') || document.activeElement?.tagName);

/** Presses Tab until the element has the focus, as one without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}

describe('by keyboard alone', () => {
  it('the first stop skips to the content, and is seen', async () => {
    const page = await open('ja/section-s6-5.html');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('skip');
    const box = await page.locator('a.skip').boundingBox();
    expect(box && box.x >= 0 && box.y >= 0 && box.height > 10).toBe(true);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('_main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
  });

  it('the focus is seen wherever it stands', async () => {
    const page = await open('ja/index.html');
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement ?? document.body);
        return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
      });
      expect(seen, await focused(page)).toBe(true);
    }
  });

  it('search finds a text whatever its width, leads to it, and back', async () => {
    const page = await open('ja/index.html');
    await tabTo(page, '#_q');
    await page.keyboard.type('ｻｲﾊﾞｰﾎﾟｰﾄ');
    await page.locator('#_results a').first().waitFor();
    expect(await page.locator('#_results [role=status]').textContent()).toMatch(/^\d+件/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/section-s6-[\w-]+\.html#/);
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    expect(await page.evaluate((one) => document.getElementById(one)?.textContent, id)).toContain('サイバーポート');
    await page.goBack();
    await page.waitForURL(/index\.html/);
    await tabTo(page, '#_q');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('無いことば');
    await page.waitForFunction(
      () =>
        document.querySelector('#_results [role=status]')?.textContent === '見つかりません' ||
        document.querySelector('#_results p')?.textContent?.includes('見つかりません'),
    );
    await page.keyboard.press('Escape');
    expect(await page.locator('#_results').isVisible()).toBe(false);
  });

  it('search finds a text by its words and those of its heading, and first what has all of them itself', async () => {
    const page = await open('ja/index.html');
    const search = page.getByRole('searchbox');
    const results = page.locator('#_results li');
    await search.fill('在留カード　交付');
    await results.first().waitFor();
    expect(await results.allTextContents()).toEqual([
      expect.stringContaining('一体化したカードの交付③マイナンバーカードと在留カードとの一体化'),
    ]);
    await search.fill('マイナンバーカード 健康保険証');
    await page.waitForFunction(() => document.querySelector('#_results mark')?.textContent === 'マイナンバーカード');
    expect(await results.first().locator('a').textContent()).toMatch(/マイナンバーカード.*健康保険証/);
    expect(await results.count()).toBeGreaterThan(1);
    // What has but the heading of them is found by the heading alone.
    expect(await results.filter({ hasNot: page.locator('mark') }).count()).toBe(0);
  });

  it('search takes one kanji or kana for a word, and says that one letter is too short', async () => {
    const page = await open('ja/index.html');
    const search = page.getByRole('searchbox');
    const status = page.locator('#_results [role=status]');
    await search.fill('港');
    await page.locator('#_results a').first().waitFor();
    expect(await status.textContent()).toMatch(/^\d+件/);
    for (const letter of ['a', 'Ａ', '7']) {
      await search.fill(letter);
      expect(await status.textContent()).toBe('英数字は2文字から。空白で区切ると、すべてを含むもの');
      expect(await status.isVisible()).toBe(true);
      expect(await page.locator('#_results a').count()).toBe(0);
    }
    await search.fill('①');
    await page.locator('#_results a').first().waitFor();
    await search.fill('');
    expect(await page.locator('#_results').isVisible()).toBe(false);
    // A letter that comes before the answer to a kanji is not overtaken by it.
    await page.evaluate(() => {
      const input = document.querySelector('#_q') as HTMLInputElement;
      for (const text of ['港', 'a']) {
        input.value = text;
        input.dispatchEvent(new Event('input'));
      }
    });
    expect(await status.textContent()).toMatch(/^英数字は/);
  });

  it('search says that its data did not load, and asks again at the next input', async () => {
    const page = await open('ja/data.html');
    const said: string[] = [];
    page.on('pageerror', (error) => said.push(String(error)));
    // A file of a disk cannot be refused on its way: one that is not there is asked for instead.
    await page.evaluate(() => {
      document.head.append = (script: HTMLScriptElement) => {
        script.src = 'not-there.js';
        document.head.appendChild(script);
      };
    });
    const search = page.getByRole('searchbox');
    await search.fill('整備');
    const status = page.locator('#_results [role=status]');
    await expect.poll(() => status.textContent()).toMatch(/読み込めませんでした/);
    expect(await status.isVisible()).toBe(true);
    await page.evaluate(() => Reflect.deleteProperty(document.head, 'append'));
    await search.fill('整備');
    await page.locator('#_results a').first().waitFor();
    expect(await status.textContent()).toMatch(/^\d+件/);
    expect(said).toEqual([]);
  });

  it('keys that choose a word of Japanese input neither move in the results nor close them', async () => {
    const page = await open('ja/index.html');
    await page.getByRole('searchbox').fill('整備');
    await page.locator('#_results a').first().waitFor();
    await page.getByRole('searchbox').focus();
    const press = (key: string, how: object) =>
      page.evaluate(
        ([name, more]) => {
          const event = new KeyboardEvent('keydown', { key: name as string, bubbles: true, cancelable: true, ...(more as object) });
          return document.querySelector('#_q')?.dispatchEvent(event);
        },
        [key, how] as const,
      );
    for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
      for (const key of ['ArrowDown', 'ArrowUp', 'Enter', 'Escape']) expect(await press(key, how)).toBe(true);
      expect(await focused(page)).toBe('_q');
      expect(await page.locator('#_results').isVisible()).toBe(true);
    }
    await press('ArrowDown', {});
    expect(await focused(page)).toBe('A');
    await press('Escape', {});
    expect(await page.locator('#_results').isVisible()).toBe(false);
  });

  it('filters narrow the page, live in its address, and are cleared', async () => {
    const page = await open('ja/section-s6-5.html');
    const shown = () => page.locator('.timeline td.bar:not(.dim)').count();
    const all = await shown();
    await tabTo(page, 'select[name=year]');
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/[?&]year=\d{4}/);
    const filtered = await shown();
    expect(filtered).toBeGreaterThan(0);
    expect(filtered).toBeLessThan(all);
    expect(await page.locator('.shown').textContent()).toMatch(new RegExp(`^${filtered}件`));
    const address = page.url();
    // The address alone brings the same view back, to another reader too.
    const again = await open(`ja/section-s6-5.html${new URL(address).search}`);
    expect(await again.locator('.timeline td.bar:not(.dim)').count()).toBe(filtered);
    await follow(page, page.locator('nav.main-nav a').first());
    await page.goBack();
    await page.waitForURL(address);
    expect(await shown()).toBe(filtered);
    await tabTo(page, '.filters button');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.search.includes('year='));
    await expect.poll(shown).toBe(all);
  });

  it('a slice of several years shows all that moves in any of them, and is filtered by all of them', async () => {
    const page = await open('range/index.html');
    const bars = (classes = '') => page.locator(`.timeline td.bar${classes}`).count();
    const years = async () =>
      new Set(await page.locator('thead .current').evaluateAll((all) => all.map((one) => one.getAttribute('data-year'))));
    expect(await bars('.dim')).toBe(0);
    expect(await years()).toEqual(new Set(['2022', '2023']));
    await page.locator('select[name=show]').selectOption('begins');
    expect(await bars(':not(.dim)')).toBe(await bars(':is(.begins, .within)'));
    await page.locator('select[name=show]').selectOption('ends');
    expect(await bars(':not(.dim)')).toBe(await bars(':is(.ends, .within)'));
  });

  it('the results of a search go when the focus leaves them', async () => {
    const page = await open('ja/index.html', { viewport: { width: 360, height: 740 } });
    await tabTo(page, '#_q');
    await page.keyboard.type('マイナンバーカード');
    await page.locator('#_results a').first().waitFor();
    const count = await page.locator('#_results a').count();
    for (let presses = 0; presses <= count; presses += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.main-nav') !== null)).toBe(true);
    expect(await page.locator('#_results').isVisible()).toBe(false);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('の');
    await page.locator('#_results a').first().waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Escape');
    expect(await page.locator('#_results').isVisible()).toBe(false);
  });

  it.each(['timeline', 'list'])('a link to an item that a filter hides shows it, in the %s', async (view) => {
    const page = await open(`ja/section-s6-5.html?view=${view}&year=2025&show=ends#cyberport-infra`);
    const item = page.locator(view === 'list' ? '.target' : '#cyberport-infra');
    await item.waitFor();
    expect(new URL(page.url()).search).toBe(`?view=${view}`);
    await page.locator('select[name=show]').selectOption('ends');
    await page.locator('.contents summary').click();
    const link = page.locator('.contents a[href="#public-voice"]');
    await link.click();
    await page.waitForURL((url) => !url.search.includes('show='));
    expect(await page.locator('.unmatched').count()).toBe(0);
  });

  it('a link to a section that a filter hides shows it', async () => {
    const page = await open('ja/all.html?section=s4-1');
    await page.locator('.contents summary').click();
    await page.locator('.contents a[href="#s6-6"]').click();
    await page.waitForURL((url) => !url.search.includes('section='));
    expect(await page.locator('#s6-6').evaluate((section) => Math.abs(section.getBoundingClientRect().top))).toBeLessThan(100);
  });

  it('a filter by department or section leaves measures that hold only what is done, and one by year none', async () => {
    const page = await open('ja/section-cards.html?lead=mhlw-cfb-boshi');
    const isSeen = () => page.locator('#card-maternal-handbook').isVisible();
    expect(await isSeen()).toBe(true);
    await page.locator('select[name=show]').selectOption('begins');
    expect(await isSeen()).toBe(false);
    await page.locator('select[name=show]').selectOption('');
    await page.locator('select[name=year]').selectOption('2022');
    expect(await isSeen()).toBe(false);
    const other = await open('ja/section-cards.html?lead=npa');
    expect(await other.locator('#card-maternal-handbook').isVisible()).toBe(false);
    const whole = await open('ja/all.html?section=cards');
    expect(await whole.locator('#card-maternal-handbook').isVisible()).toBe(true);
    const list = await open('ja/section-cards.html?lead=mhlw-cfb-boshi&view=list');
    expect(await list.getByRole('heading', { name: '母子健康手帳' }).isVisible()).toBe(true);
  });

  it('every measure, row and bar has a button with its permanent address, which copies it', async () => {
    for (const path of ['ja/section-cards.html', 'ja/all.html', 'ja/department-mhlw.html']) {
      const page = await open(path);
      const { items, targets } = await page.evaluate(() => {
        const links = [...document.querySelectorAll<HTMLAnchorElement>('.timeline .anchor')];
        const ids = [...document.querySelectorAll('.timeline tbody[id], .timeline tr[id], .timeline .bar[id]')].map(({ id }) => id);
        return { items: ids, targets: links.map(({ href, ariaLabel }) => ({ href, ariaLabel })) };
      });
      const led = new Set(targets.map(({ href }) => new URL(href).hash.slice(1)).map(decodeURIComponent));
      // The first bar of a row has the row's button.
      const without = items.filter((id) => !led.has(id) && !led.has(id.replace(/\.[^.]*$/, '')));
      expect(without, path).toEqual([]);
      // The list has them too, on every item.
      const bare = await page.evaluate(() =>
        [...document.querySelectorAll('.list ol > li[data-y]')]
          .filter((item) => !item.querySelector('.anchor'))
          .map((item) => item.textContent),
      );
      expect(bare, path).toEqual([]);
      expect(targets.length).toBeGreaterThan(20);
      for (const { href, ariaLabel } of targets) {
        expect(href).toMatch(/\/section-[\w-]+\.html#./);
        expect(ariaLabel).toMatch(/^この項目へのリンク: ./);
      }
    }
    const page = await open('ja/section-cards.html', { permissions: ['clipboard-read', 'clipboard-write'] });
    await tabTo(page, '.timeline .anchor');
    await page.keyboard.press('Enter');
    await page.locator('#_announcer:not(:empty)').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(new URL(page.url()).hash).toMatch(/^#./);
    // The address is the item's alone, whatever the page was narrowed to.
    await page.goto(addressOf('ja/section-cards.html?q=abc&year=2022'));
    await page.locator('.timeline .anchor').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('#_announcer:not(:empty)').waitFor();
    const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied.search).toBe('');
    expect(copied.href).toBe(page.url().replace('?q=abc&year=2022', ''));
  });

  it('the whole page can be walked without a trap', async () => {
    const page = await open('ja/years.html');
    const stops = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')].filter((one) =>
          one.checkVisibility(),
        ).length,
    );
    let last = '';
    for (let presses = 0; presses < stops + 5 && last !== 'BODY'; presses += 1) {
      await page.keyboard.press('Tab');
      last = await page.evaluate(() => document.activeElement?.tagName ?? 'BODY');
      if (presses > 3 && (await focused(page)) === 'skip') last = 'BODY';
    }
    expect(last).toBe('BODY');
  });
});

describe('the focus is not hidden by headings that stay', () => {
  it.each([
    ['ja/section-cards.html?view=timeline', 800],
    ['ja/section-s6-1.html?view=timeline', 800],
    ['story/section-lights.html?view=timeline', 360],
    ['hostile/section-hostile.html?view=timeline', 1280],
    ['hostile/index.html', 800],
    ['ja/index.html', 360],
  ])('%s on %i px', async (path, width) => {
    const page = await open(path, { viewport: { width, height: 600 } });
    const stops = page.locator('.timeline, .box:has(> .matrix)').locator('a:visible, summary:visible');
    const count = Math.min(await stops.count(), 60);
    const hidden: string[] = [];
    await stops.nth(count - 1).focus();
    for (let presses = 1; presses < count; presses += 1) {
      await page.keyboard.press('Shift+Tab');
      const seen = await page.evaluate(() => {
        const one = document.activeElement as HTMLElement;
        return [...one.getClientRects()].some(({ left, top, width, height }) =>
          [0.1, 0.5, 0.9].some((share) => one.contains(document.elementFromPoint(left + width * share, top + height * share))),
        );
      });
      if (!seen) hidden.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
    }
    expect(count).toBeGreaterThan(3);
    expect(hidden).toEqual([]);
  });
});

describe('without scripts', () => {
  const off = { javaScriptEnabled: false };
  it.each([
    ['wide', { width: 1280, height: 900 }, '.timeline'],
    ['narrow', { width: 360, height: 740 }, '.list'],
  ])('a %s screen shows the phases, and no control that would do nothing', async (_, viewport, view) => {
    const page = await open('ja/section-s6-5.html', { ...off, viewport });
    const phases = page.locator(`${view} :is(.bar, ol > li) > p:first-child`);
    expect(await phases.count()).toBeGreaterThan(40);
    for (const at of [0, 10, 30]) expect(await phases.nth(at).isVisible()).toBe(true);
    expect(await page.locator('form:visible').count()).toBe(0);
  });

  it('every way in is a plain link: overview to year, department, dates, whole document', async () => {
    const page = await open('ja/index.html', off);
    for (const name of ['sections', 'years', 'departments', 'kpis', 'dates', 'data', 'all'])
      expect(await page.locator(`a[href="${name}.html"]:visible`).count(), name).toBeGreaterThan(0);
    await follow(page, page.locator('nav.main-nav a[href="years.html"]'));
    await follow(page, page.locator('main a[href="year-2023.html"]'));
    expect(await page.locator('h1').textContent()).toContain('2023');
    await page.goBack();
    await follow(page, page.locator('nav.main-nav a[href="departments.html"]'));
    await follow(page, page.locator('main a[href="department-mhlw.html"]'));
    expect(await page.locator('h1').textContent()).toContain('厚生労働省');
  });

  it('a link to a row leads to it', async () => {
    const page = await open('ja/section-s6-5.html#lost-property', { ...off, reducedMotion: 'reduce' });
    const box = await page.locator('#lost-property').boundingBox();
    expect(box && box.y < 900 && box.y >= 0).toBe(true);
  });
});

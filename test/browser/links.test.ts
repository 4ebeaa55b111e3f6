import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addressOf, filesOf, follow, kindsOf, open, read, useBrowser } from './site.js';

useBrowser();

interface Anatomy {
  ids: string[];
  links: string[];
  /** What a browser would load by itself. */
  loads: string[];
}

/** The pages of a site, taken apart by the browser's own parser, without running or loading anything of them. */
async function anatomy(page: Page, site: string): Promise<Map<string, Anatomy>> {
  const found = new Map<string, Anatomy>();
  for (const name of filesOf(site).filter((file) => file.endsWith('.html'))) {
    found.set(
      name,
      await page.evaluate(
        (html) => {
          const parsed = new DOMParser().parseFromString(html, 'text/html');
          const values = (selector: string, attribute: string) =>
            [...parsed.querySelectorAll(selector)].map((one) => one.getAttribute(attribute) ?? '');
          return {
            ids: values('[id]', 'id'),
            links: [...values('a[href]', 'href'), ...values('area[href]', 'href'), ...values('form[action]', 'action')],
            loads: [
              ...values('[src]', 'src'),
              ...values('link[href]', 'href'),
              ...values('object[data]', 'data'),
              ...values('[srcset]', 'srcset'),
            ],
          };
        },
        read(`${site}/${name}`),
      ),
    );
  }
  return found;
}

const outside = /^(?:https?:|mailto:)/i;

describe.each(['ja', 'en', 'slice', 'range', 'story', 'hostile'])('the site %s', (site) => {
  const files = new Set(filesOf(site));
  let pages: Map<string, Anatomy>;
  beforeAll(async () => {
    pages = await anatomy(await open(`${site}/index.html`), site);
  });

  it('has links that all lead somewhere: to a file of the site, and a place in it', () => {
    const broken = [...pages].flatMap(([name, { links }]) =>
      [...new Set(links)].flatMap((link) => {
        if (outside.test(link)) return [];
        const [path = '', fragment] = link.split('#');
        const file = decodeURIComponent(path.replace(/\?.*/, '')) || name;
        const there = files.has(file) && (!fragment || (pages.get(file)?.ids.includes(decodeURIComponent(fragment)) ?? false));
        return there ? [] : [`${name}: ${link}`];
      }),
    );
    expect(broken).toEqual([]);
    expect([...pages.values()].reduce((sum, { links }) => sum + links.length, 0)).toBeGreaterThan(20);
  });

  it('has a search whose results all lead to a place, from whatever page', () => {
    const window: { roadmapSearch?: { pages: string[]; entries: [string, string | 0, number, number, string][] } } = {};
    runInNewContext(read(`${site}/search-index.js`), { window });
    const { pages: targets = [], entries = [] } = window.roadmapSearch ?? {};
    const lost = entries.filter(([, , , page, id]) => {
      const target = pages.get(targets[page] ?? '');
      return !target || (id !== '' && !target.ids.includes(id));
    });
    expect(lost).toEqual([]);
    expect(entries.length).toBeGreaterThan(0);
  });

  it('has ids that stand once a page', () => {
    for (const [name, { ids }] of pages) expect(ids.length - new Set(ids).size, name).toBe(0);
  });

  it('loads nothing but its own files', () => {
    for (const [name, { loads }] of pages) for (const load of loads) expect(files.has(load), `${name}: ${load}`).toBe(true);
    for (const name of files)
      if (name.endsWith('.css')) expect(read(`${site}/${name}`), name).not.toMatch(/@import|url\(\s*['"]?(?!data:|#)/i);
  });

  it('leads to every file of data that the build wrote, and describes each as it is', () => {
    const data = [...files].filter((name) => /^[^/]*\.(?:csv|atom)$|^(?:roadmap|slice|datapackage)\.json$/.test(name));
    const linked = pages.get('data.html')?.links ?? [];
    for (const name of [...data, 'dataset.json']) expect(linked, name).toContain(name);
    const written = (name: string) =>
      /<script type="application\/ld\+json">\s*(\{.*?\})\s*<\/script>/s.exec(read(`${site}/${name}`))?.[1] ?? '';
    expect(written('index.html')).toBe(written('data.html'));
    const dataset = JSON.parse(written('data.html')) as {
      '@type': string;
      distribution: { contentUrl: string; contentSize: string; sha256: string }[];
    };
    expect(dataset['@type']).toBe('Dataset');
    expect(dataset.distribution.map(({ contentUrl }) => contentUrl).sort()).toEqual(data.sort());
    for (const { contentUrl, contentSize, sha256 } of dataset.distribution) {
      const contents = read(`${site}/${contentUrl}`);
      expect(contentSize).toBe(`${Buffer.byteLength(contents)} B`);
      expect(sha256).toBe(createHash('sha256').update(contents).digest('hex'));
    }
  });
});

describe('the page of promises', () => {
  it('leads from each promise that still stands to its item', async () => {
    const page = await open('story/promises.html');
    const rows = page.locator('.promises tbody tr');
    expect(await rows.count()).toBeGreaterThan(1);
    // What its marks mean.
    expect(await page.locator('.about').textContent()).toMatch(/太字.*―/);
    const link = rows.locator('th a').first();
    const text = await link.textContent();
    await follow(page, link);
    expect(await page.locator(':target').textContent()).toContain(text);
  });
});

describe.each(['story/changes.html', 'diff/index.html', 'draft/index.html'])('the 新旧対照表 %s', (path) => {
  it('has rows with addresses of their own, and loads nothing', async () => {
    const page = await open(path);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    expect(asked.filter((url) => url !== page.url())).toEqual([]);
    const ids = await page.evaluate(() => [...document.querySelectorAll('tr.change')].map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain('');
    const data = await page.evaluate(() => [...document.querySelectorAll('.data-links a')].map((one) => one.getAttribute('href') ?? ''));
    for (const href of data) expect(filesOf(path.replace(/\/.*/, ''))).toContain(href);
    for (const name of ['changes.csv', 'diff.json']) expect(data.map((href) => href.replace('pages/', ''))).toContain(name);
  });

  it('tells the years of its lists in the words of its table', async () => {
    const cells = await (await open(path)).locator('.list td').allTextContents();
    expect(cells.filter((text) => /^\d{4}(?:-\d{0,4})?$/.test(text))).toEqual([]);
    expect(cells.filter((text) => /年度(?:～.*)?$/.test(text)).length).toBeGreaterThan(2);
  });

  it('is narrowed by words and by kind, in an address that can be sent, and shows what a link leads to', async () => {
    const page = await open(path);
    const shown = () => page.locator('tr.change:visible').allTextContents();
    const all = (await shown()).length;
    await page.getByRole('combobox').selectOption({ index: 1 });
    const kind = await page.getByRole('combobox').inputValue();
    const some = await shown();
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all);
    for (const text of some) expect(text).toContain(kind);
    expect(await page.locator('.filters [role=status]').textContent()).toBe(`${some.length}件の変更を表示`);
    await page.reload();
    expect(await shown()).toEqual(some);
    const hidden = await page.locator('tr.change[hidden]').first().getAttribute('id');
    await page.evaluate((id) => (location.hash = `#${id}`), hidden);
    await page.locator(`[id="${hidden}"]`).waitFor();
    expect(await shown()).toHaveLength(all);
    await page.getByRole('searchbox').fill('どこにもない言葉');
    expect(await shown()).toEqual([]);
    expect(await page.locator('.filters [role=status]').textContent()).toBe('0件の変更を表示');
    await page.getByRole('button').click();
    await page.locator('tr.change').first().waitFor();
    expect(await shown()).toHaveLength(all);
    expect(page.url()).not.toContain('?');
  });
});

describe.each(['ja', 'en', 'slice', 'story', 'hostile'])('the pages of %s lead to their data', (site) => {
  const links = (name: string) =>
    [...read(`${site}/${name}`).matchAll(/<li><a href="([^"]+\.(?:csv|json))" download>([^<]*)<\/a> (CSV|JSON) ([\d.]+ k?B)<\/li>/g)].map(
      ([, href = '', text = '', format = '', size = '']) => ({ href, text, format, size }),
    );
  const pages = filesOf(site).filter((file) => file.endsWith('.html'));

  it('each to a CSV and a JSON file, with name, format and size as they are', () => {
    for (const name of pages) {
      const own = links(name);
      const formats = name === 'data.html' ? ['CSV'] : ['CSV', 'JSON'];
      expect([...new Set(own.map(({ format }) => format))].sort(), name).toEqual(formats);
      for (const { href, text, format, size } of own) {
        expect(text, name).toBe(name === 'data.html' ? href : href.replace(/^.*\//, ''));
        expect(href.toUpperCase().endsWith(`.${format}`), href).toBe(true);
        const bytes = Buffer.byteLength(read(`${site}/${href}`));
        expect(size, href).toBe(bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`);
      }
    }
  });

  it('and every file of data of the pages has a page that leads to it', () => {
    const linked = new Set(pages.flatMap((name) => links(name).map(({ href }) => href)));
    for (const name of filesOf(site)) if (name.startsWith('pages/')) expect(linked, name).toContain(name);
  });
});

describe('a number of the overview', () => {
  it('leads to as many items of its section and year as it says', async () => {
    const page = await open('ja/index.html');
    const links = page.locator('.matrix a[href*="show="]');
    const told = await links.evaluateAll((all) => all.map((one) => [one.getAttribute('href') ?? '', one.textContent.replace(/\D/g, '')]));
    const some = told.filter((_, index) => index % 9 === 0);
    expect(some.length).toBeGreaterThan(4);
    for (const [href, count] of some) {
      await page.goto(addressOf(`ja/${href}`));
      expect(await page.locator('.filters .shown').textContent(), href).toBe(`${count}件の工程を表示`);
      expect(await page.locator('.section:visible').count(), href).toBe(1);
    }
  });
});

describe('on a small screen, where the list is shown,', () => {
  const phone = { viewport: { width: 360, height: 700 } };
  const shown = (page: Page) =>
    page.evaluate(() => {
      const item = document.querySelector('.target');
      return { text: item?.textContent ?? '', top: Math.round(item?.getBoundingClientRect().top ?? Number.NaN) };
    });

  it('a link to a bar, to a row and to a measure leads to it in the list, and marks it', async () => {
    const page = await open('ja/section-s6-2.html', phone);
    const ids = await page.evaluate(() => {
      const row = [...document.querySelectorAll('.timeline tr[id]')].filter((one) => one.querySelectorAll('.bar').length > 1).at(-1);
      const [, bar] = row?.querySelectorAll('.bar') ?? [];
      return [
        [bar?.id ?? '', bar?.firstElementChild?.firstChild?.textContent ?? ''],
        [row?.id ?? '', row?.querySelector('.bar')?.firstElementChild?.firstChild?.textContent ?? ''],
        [row?.closest('tbody')?.id ?? '', row?.closest('tbody')?.querySelector('th span')?.firstChild?.textContent ?? ''],
      ] as const;
    });
    for (const [id, text] of ids) {
      await page.goto(addressOf(`ja/section-s6-2.html#${id}`));
      const { text: found, top } = await shown(page);
      expect(found, id).toContain(text);
      expect(top, id).toBeGreaterThanOrEqual(0);
      expect(top, id).toBeLessThan(200);
      expect(await page.locator('.target').count()).toBe(1);
    }
  });

  it('the button of each item leads to that item', async () => {
    const page = await open('ja/section-s6-2.html', phone);
    const buttons = page.locator('.list .anchor');
    for (const index of [3, 60, (await buttons.count()) - 1]) {
      const button = buttons.nth(index);
      await button.evaluate((one) => (one as HTMLElement).click());
      await page.waitForURL(/#/);
      expect(await button.evaluate((one) => one.closest('.target') !== null)).toBe(true);
    }
  });
});

it('the link to a KPI with a note stands behind its name', async () => {
  const page = await open('hostile/kpis.html');
  const row = page.locator('.kpis tr:has(.note)').first();
  expect(await row.locator('th .anchor').evaluate((link) => link.parentElement?.nextElementSibling?.className)).toBe('note');
});

describe('an address with an escape that is none', () => {
  it.each([
    ['story/section-lights.html?year=2023#100%', '.filters'],
    ['story/changes.html#100%', '.filters'],
  ])('%s leaves the tools of the page as they are', async (path, form) => {
    const page = await open('story/data.html');
    const said: string[] = [];
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(addressOf(path));
    await page.locator(form).waitFor();
    await page.evaluate(() => (location.hash = '#%E3'));
    expect((await page.locator('.anchor').count()) > 0).toBe(path.includes('section'));
    expect(said).toEqual([]);
  });
});

describe('a visit', () => {
  it.each(kindsOf('ja'))('%s asks nothing of any other place', async (path) => {
    const page = await open('ja/sections.html');
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(request.url()));
    await page.goto(addressOf(path));
    const search = page.getByRole('searchbox');
    await search.fill('の');
    await search.fill('整備');
    await page.locator('#_results').waitFor();
    expect(asked.length).toBeGreaterThan(2);
    const folder = addressOf(path).replace(/[^/]*$/, '');
    for (const url of asked) expect(url.startsWith(folder), url).toBe(true);
  });
});

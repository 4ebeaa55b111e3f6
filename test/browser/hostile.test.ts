import { describe, expect, it } from 'vitest';
import { addressOf, filesOf, kindsOf, open, read, useBrowser } from './site.js';

useBrowser();

describe('a hostile plan', () => {
  it.each(kindsOf('hostile'))('%s runs nothing of the texts and shows them as they are', async (path) => {
    const page = await open('ja/data.html');
    const folder = addressOf('hostile/');
    const said: string[] = [];
    page.context().on('request', (request) => said.push(...(request.url().startsWith(folder) ? [] : [request.url()])));
    page.on('dialog', (dialog) => dialog.dismiss());
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(addressOf(path));
    await page.getByRole('searchbox').fill('script');
    await page.locator('#_results').waitFor();
    const seen = await page.evaluate(() => ({
      hacked: 'hacked' in window,
      scripts: [...document.querySelectorAll('script')].map((one) => one.getAttribute('src') ?? one.type),
      handlers: [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on'))),
      links: [...document.querySelectorAll('a[href], form[action]')].map(
        (one) => one.getAttribute('href') ?? one.getAttribute('action') ?? '',
      ),
      strange: document.querySelectorAll('body img, body svg[onload], body b > script, textarea').length,
    }));
    expect(seen.hacked).toBe(false);
    for (const script of seen.scripts) expect(['page.js', 'search-index.js', 'application/ld+json']).toContain(script);
    expect(seen.handlers).toEqual([]);
    for (const link of seen.links) expect(link).toMatch(/^(?:[\w.-]+\.html|(?:pages\/)?[\w.-]+\.(?:csv|json)|#|$)/);
    expect(seen.strange).toBe(0);
    expect(said).toEqual([]);
  });

  it('keeps every text whole: 5,000 characters, quotes, marks of direction', async () => {
    const page = await open('hostile/section-hostile.html');
    const texts = await page.evaluate(() =>
      [...document.querySelectorAll('.timeline td.bar > p:first-child')].map((one) => one.firstChild?.textContent),
    );
    const phases = (JSON.parse(read('hostile/roadmap.json')) as { phases: { text: string }[] }).phases.map(({ text }) => text);
    expect(phases.some((text) => text.length === 5000)).toBe(true);
    expect(texts.sort()).toEqual(phases.sort());
  });

  it('lets no mark of direction turn what stands beside it', async () => {
    const page = await open('hostile/section-hostile.html');
    // The period stands after a text with an unclosed override: it must still read from left to right.
    const turned = await page.evaluate(
      () =>
        [...document.querySelectorAll('.bar > p, .list ol p, h1, .grid th span, .label')]
          .filter((one) => /[\u200F\u202A-\u202E\u2066-\u2069]/.test(one.textContent ?? ''))
          .filter((one) => getComputedStyle(one).unicodeBidi === 'normal' && getComputedStyle(one).display.startsWith('inline')).length,
    );
    expect(turned).toBe(0);
  });

  it('with a section of nothing says so, and shows neither columns nor filters without rows', async () => {
    const page = await open('hostile/section-empty.html');
    expect(await page.locator('.section').innerText()).toBe('該当なし');
    expect(await page.locator('main :is(table, form, fieldset)').count()).toBe(0);
    const whole = await open('hostile/all.html');
    expect(await whole.locator('.section', { hasNot: whole.locator('table') }).allInnerTexts()).toEqual([
      expect.stringMatching(/該当なし$/),
    ]);
  });

  it('of no phases and of forty years has its pages', async () => {
    const files = filesOf('hostile');
    expect(files).toContain('section-empty.html');
    expect(files).toContain('year-2060.html');
    const page = await open('hostile/section-hostile.html');
    expect(await page.locator('.timeline th.year').count()).toBe(40);
  });
});

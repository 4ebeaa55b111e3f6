import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';

const sites = inject('sites');
let browser: Browser;
const contexts: BrowserContext[] = [];

/** Connects the test file to the one browser, and closes what the tests have opened. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  // Pages that stay open slow down those after them.
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(() => browser.close());
}

/** Opens a page of a site, `ja/index.html`, by its file. */
export async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ja-JP', ...options });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(addressOf(path));
  return page;
}

/** Follows a link to another page, until that page is loaded: only then can the browser be sent back. */
export async function follow(page: Page, link: Locator): Promise<void> {
  const from = page.url();
  await link.click();
  await page.waitForURL(({ href }) => href !== from);
}

export function addressOf(path: string): string {
  const [file = '', rest = ''] = path.split(/(?=[?#])(.*)/s);
  return pathToFileURL(join(sites, file)).href + rest;
}

export function read(path: string): string {
  return readFileSync(join(sites, path), 'utf8');
}

/** The files of a site by their path in it, sorted. */
export function filesOf(site: string): string[] {
  return readdirSync(join(sites, site), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .sort();
}

/** Pages of a site, one a kind: the largest of those whose names differ in what follows the first hyphen. */
export function kindsOf(site: string): string[] {
  const largest = new Map<string, { name: string; size: number }>();
  for (const name of filesOf(site).filter((file) => file.endsWith('.html'))) {
    const kind = name.replace(/-.*|\.html$/, '');
    const size = read(`${site}/${name}`).length;
    if (size > (largest.get(kind)?.size ?? -1)) largest.set(kind, { name, size });
  }
  return [...largest.values()].map(({ name }) => `${site}/${name}`).sort();
}

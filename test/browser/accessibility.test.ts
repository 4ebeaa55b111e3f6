import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { kindsOf, open, useBrowser } from './site.js';

useBrowser();

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode(true).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`));
}

const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
} as const;

describe.each(Object.entries(looks))('axe finds no violation of WCAG A and AA in %s', (_, look) => {
  it.each(kindsOf('story'))('%s', async (path) => {
    expect(await violations(await open(path, look))).toEqual([]);
  });
});

describe('axe finds no violation of WCAG A and AA in the shipped roadmap', () => {
  // The pages that hold the whole plan are made of the same parts, and axe is slow on thousands of them.
  const paths = kindsOf('ja').filter((path) => !/\/(?:all|year-.*)\.html$/.test(path));
  it.each([...paths, 'ja/section-cards.html', ...kindsOf('slice'), 'en/index.html'])('%s', async (path) => {
    expect(await violations(await open(path))).toEqual([]);
  });
});

describe('axe finds no violation', () => {
  it('in the list of a narrow screen', async () => {
    for (const look of Object.values(looks)) {
      expect(await violations(await open('story/section-lights.html', { ...look, viewport: { width: 320, height: 640 } }))).toEqual([]);
    }
  });

  it('among the results of a search and with filters set', async () => {
    for (const look of Object.values(looks)) {
      const page = await open('story/section-lights.html?year=2023', look);
      await page.getByRole('searchbox').fill('灯台');
      await page.getByRole('search').getByRole('listitem').first().waitFor();
      expect(await violations(page)).toEqual([]);
    }
  });
});

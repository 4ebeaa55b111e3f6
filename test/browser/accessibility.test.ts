import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { kindsOf, open, useBrowser } from './site.js';

useBrowser();

const options: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'landmark-unique': { enabled: true } },
  // What passes is not written down: on a page of thousands of elements that takes as long as the rules.
  resultTypes: ['violations'],
};

const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** What axe finds on a page in each look, the look before it. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const all: string[] = [];
  for (const [name, look] of Object.entries(looks)) {
    await page.emulateMedia(look);
    const { violations: found } = await page.evaluate(
      (asked) => (window as unknown as { axe: typeof axe }).axe.run(document, asked),
      options,
    );
    for (const { id, nodes } of found)
      all.push(...nodes.map(({ target, failureSummary }) => `${name}: ${id} ${target.join(' ')} ${failureSummary}`));
  }
  return all;
}

const otherShapes = ['shapes/section-halves.html', 'shapes/section-window.html'];
const shipped = [...kindsOf('ja'), 'ja/section-cards.html', ...kindsOf('slice'), 'en/index.html', 'en/section-cards.html'];

describe('axe finds no violation of WCAG A and AA in light, dark and forced colours', () => {
  it.each([...kindsOf('story'), 'diff/index.html', 'draft/index.html', 'joined/index.html', ...otherShapes, ...shipped])(
    '%s',
    async (path) => {
      expect(await violations(await open(path))).toEqual([]);
    },
  );

  it('in the list of a narrow screen', async () => {
    expect(await violations(await open('story/section-lights.html', { viewport: { width: 320, height: 640 } }))).toEqual([]);
  });

  it('among the results of a search and with filters set', async () => {
    const page = await open('story/section-lights.html?year=2023');
    await page.getByRole('searchbox').fill('灯台');
    await page.getByRole('search').getByRole('listitem').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('and would: it sees what stands out too little in each look', async () => {
    const page = await open('story/departments.html');
    await page.addStyleTag({ content: 'main a { color: #777; background: #888; forced-color-adjust: none }' });
    const found = await violations(page);
    for (const name of Object.keys(looks)) expect(found.join('\n')).toContain(`${name}: color-contrast`);
  });
});

describe.each(Object.entries({ light: looks.light, dark: looks.dark }))('what axe cannot judge is legible in %s', (_, look) => {
  /** How the colours of some properties stand out from one another, by WCAG: the text of bars lies on fills that axe does not see. */
  const contrasts = (page: Page, pairs: readonly (readonly [string, string])[]) =>
    page.evaluate((wanted) => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
      const probe = document.body.appendChild(document.createElement('p'));
      const luminance = (name: string) => {
        probe.style.color = `var(${name})`;
        context.fillStyle = getComputedStyle(probe).color;
        context.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((one) =>
          one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      return wanted.map(([one, other]) => {
        const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
      });
    }, pairs);

  it('has texts of 4.5 to 1 on the fills of bars and cells, and on the page', async () => {
    const page = await open('ja/section-s6-5.html', look);
    const on = (ground: string, ...texts: string[]) => texts.map((text) => [text, ground] as const);
    const pairs = [
      ...on('--fill', '--ink', '--ink-2', '--key', '--why', '--link'),
      ...on('--paper', '--ink', '--ink-2', '--key', '--why', '--link', '--due'),
      ...on('--paper-2', '--ink', '--ink-2', '--key', '--why', '--link'),
      ...on('--tint', '--ink', '--ink-2', '--link'),
      ...['--tint-1', '--tint-2', '--tint-3', '--tint-4'].flatMap((ground) => on(ground, '--ink', '--link')),
    ];
    const found = await contrasts(page, pairs);
    const told = pairs.map((pair, index) => ({ pair: pair.join(' on '), contrast: found[index] ?? 0 }));
    expect(told.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
  });

  it('has edges of bars, fields and boxes of 3 to 1', async () => {
    const page = await open('ja/section-s6-5.html', look);
    const pairs = [
      ['--edge', '--paper'],
      ['--edge', '--fill'],
      ['--ink-2', '--paper'],
      ['--rule', '--paper'],
      ['--focus', '--paper'],
    ] as const;
    const found = await contrasts(page, pairs);
    expect(pairs.filter((__, index) => (found[index] ?? 0) < 3).map((pair) => pair.join(' on '))).toEqual([]);
  });
});

/** The names of what has one of these roles, as Chromium tells them to a screen reader. */
async function namesOf(page: Page, ...roles: string[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const asked = nodes.filter(({ ignored, role }) => !ignored && roles.includes(role?.value));
  return asked.map(({ name }) => String(name?.value ?? '').trim());
}

describe('a screen reader is told', () => {
  it('headings by their own words, without the link beside them', async () => {
    const inTable = await namesOf(await open('story/section-lights.html'), 'rowheader');
    const inList = await namesOf(await open('story/section-lights.html?view=list'), 'heading');
    const measures = ['(1) 遠隔監視の導入', '① 監視センターの整備', '② 灯火センサの更新', '(2) 光源のLED化'];
    expect(inTable).toEqual(measures);
    expect(inList.filter((name) => name !== 'このページのデータ').slice(1)).toEqual(measures);
  });

  it('what is folded and how a bar stands by their words, without the signs before them', async () => {
    const folded = await namesOf(await open('story/section-lights.html'), 'DisclosureTriangle');
    expect([...new Set(folded)].sort()).toEqual(['この節の施策', '経緯', '関係']);
    const texts = await namesOf(await open('story/year-2023.html'), 'StaticText');
    expect(texts).toContain('始まる');
    expect(texts.filter((text) => /[→▶■◆]/.test(text) && text.length < 3)).toEqual([]);
  });
});

it('the 新旧対照表 is a table for screen readers on a phone too, with the headers of its columns', async () => {
  const page = await open('diff/index.html', { viewport: { width: 360, height: 740 } });
  const table = page.getByRole('table', { name: '新旧対照表' });
  expect(await table.getByRole('columnheader').allTextContents()).toEqual(['改正後（令和5年6月）', '改正前（令和4年6月）', '備考']);
  const rows = table.getByRole('row');
  expect(await rows.count()).toBe(await page.locator('.comparison tr').count());
  // The roles are said and not left to a display that CSS has taken away.
  expect(await page.locator(':is(table, thead, tbody, tr, th, td):not([role])').count()).toBe(0);
});

import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { filesOf, kindsOf, open, read as readFile, useBrowser } from './site.js';

useBrowser();

/** What a bar says: its measure, its text, its first year and its last one, `-` where none is printed. */
type Fact = string;

/** Of each bar of the tables or steps of the lists: its measure, its text and its years in words, and the columns that it is drawn in. */
function read(page: Page, bars: '.timeline td.bar' | '.list ol > li') {
  return page.evaluate((selector) => {
    const own = (element: Element | null | undefined) => {
      const copy = element?.cloneNode(true) as Element | undefined;
      for (const other of copy?.querySelectorAll('.anchor') ?? []) other.remove();
      return copy?.textContent?.trim();
    };
    return [...document.querySelectorAll(selector)].map((bar) => {
      const headers = (bar.getAttribute('headers') ?? '').split(' ').flatMap((id) => document.getElementById(id) ?? []);
      const rowGroup = headers.findLast((header) => header.getAttribute('scope') === 'rowgroup')?.querySelector('div > span');
      const words = bar.querySelector('small')?.textContent ?? '';
      const years = words.split('（')[0]?.match(/\d{4}/g) ?? [];
      const last = words.includes('終わりの印字なし') ? '-' : years.at(-1);
      const table = [...(bar.closest('table')?.querySelectorAll('th.year') ?? [])];
      return {
        fact: [
          own(rowGroup ?? bar.closest('.item')?.querySelector(':is(h2, h3, h4, h5, h6) > span')),
          own(bar.querySelector('p')),
          years[0],
          last,
        ].join(' | '),
        first: Number(years[0]),
        last: last === '-' ? Number.POSITIVE_INFINITY : Number(last),
        drawn: headers.flatMap((header) => /^\s*\d{4}(?=年度)/.exec(header.textContent ?? '')?.map(Number) ?? []),
        edge: Number(/\d{4}/.exec(table.at(-1)?.textContent ?? '')?.[0]),
      };
    });
  }, bars);
}

/** The facts of the tables, once each bar is seen to be drawn in the columns of its years, those beyond the table in its last one. */
async function fromTimeline(page: Page): Promise<Fact[]> {
  const bars = await read(page, '.timeline td.bar');
  for (const { fact, first, last, drawn, edge } of bars)
    expect([drawn[0], drawn.at(-1)], `the columns of ${fact}`).toEqual([Math.min(first, edge), Math.min(last, edge)]);
  return bars.map(({ fact }) => fact).sort();
}

async function fromList(page: Page): Promise<Fact[]> {
  return (await read(page, '.list ol > li')).map(({ fact }) => fact).sort();
}

/** From the CSV that stands beside a page, and that the page leads to. */
async function fromOwnCsv(page: Page, site: string): Promise<Fact[]> {
  const link = await page.locator('.data-links a[href^="pages/"][href$=".csv"]').first().getAttribute('href');
  const rows = parse(readFile(`${site}/${link}`), { columns: true }) as Record<string, string>[];
  const inmost = (row: Record<string, string>) => Object.keys(row).filter((name) => /^measure_\d/.test(name) && row[name]);
  return rows
    .filter((row) => row['item_kind'] === 'phase')
    .map((row) => [row[inmost(row).at(-1) ?? ''], row['text'], row['start_fiscal_year'], row['end_fiscal_year'] || '-'].join(' | '))
    .sort();
}

/** From phases.csv and measures.csv. */
function fromCsv(site: string): { section: string; fact: Fact }[] {
  const rows = (name: string) => parse(readFile(`${site}/${name}.csv`), { columns: true }) as Record<string, string>[];
  const titles = new Map(rows('measures').map((row) => [row['measure_id'], row['title']]));
  return rows('phases').map((row) => ({
    section: row['section_id'] ?? '',
    fact: [titles.get(row['measure_id']), row['text'], row['start_fiscal_year'], row['end_fiscal_year'] || '-'].join(' | '),
  }));
}

describe('the page of a slice', () => {
  it('says what its own CSV says', async () => {
    const page = await open('slice/index.html');
    const facts = await fromTimeline(page);
    expect(facts.length).toBeGreaterThan(5);
    expect(await fromOwnCsv(page, 'slice')).toEqual(facts);
  });
});

describe.each(['ja', 'story'])('the timeline, the list and the CSV of %s say the same', (site) => {
  const facts = fromCsv(site);
  const sections = [...new Set(facts.map(({ section }) => section))];
  it.each(sections)('on the page of %s', async (section) => {
    const wanted = facts
      .filter((row) => row.section === section)
      .map(({ fact }) => fact)
      .sort();
    const page = await open(`${site}/section-${section}.html`);
    expect(await fromTimeline(page)).toEqual(wanted);
    expect(await fromList(page)).toEqual(wanted);
    expect(await fromOwnCsv(page, site)).toEqual(wanted);
  });
  it('on the whole document', async () => {
    const wanted = facts.map(({ fact }) => fact).sort();
    expect(wanted.length).toBeGreaterThan(20);
    const page = await open(`${site}/all.html`);
    expect(await fromTimeline(page)).toEqual(wanted);
    expect(await fromList(page)).toEqual(wanted);
    expect(await fromOwnCsv(page, site)).toEqual(wanted);
    expect(filesOf(site).filter((name) => name.startsWith('section-')).length).toBeGreaterThanOrEqual(sections.length);
  });
  const others = kindsOf(site).filter((path) => /\/(?:year|department|sheet)-/.test(path));
  it.each(others)('on %s and in its own CSV', async (path) => {
    const page = await open(path);
    const facts = await fromTimeline(page);
    expect(facts.length).toBeGreaterThan(0);
    expect(await fromList(page)).toEqual(facts);
    expect(await fromOwnCsv(page, site)).toEqual(facts);
  });
});

import type { FiscalYear } from '../../../model/fiscal-year.js';
import type { Roadmap } from '../../../model/roadmap.js';
import { phasesOf } from '../../../model/walk.js';
import type { Lang } from '../../../source/lang.js';
import { sliceRoadmap } from '../../../transform/slice-roadmap.js';
import { addressOf, paths } from '../../addresses.js';
import { yearsWords, yearWords } from '../../period-words.js';
import { own } from '../../told.js';
import { datedLines, isAhead } from '../lines.js';
import type { PageFiles } from '../page-files.js';
import { yearsTable } from '../page-tables.js';
import type { Link, Page, YearsPage } from '../site.js';
import { siteWordsOf } from '../site-words.js';
import { movesIn, yearNames, yearsOf } from '../years.js';
import { mainPage } from './main-page.js';
import { sheetPages, yearPage } from './year.js';

/** The fiscal years of the plan with how much moves in each. */
export function yearsPage(roadmap: Roadmap, lang: Lang, files: PageFiles): YearsPage {
  const words = siteWordsOf(lang);
  const phases = phasesOf(roadmap);
  const dated = datedLines(roadmap, lang).filter(isAhead);
  const rows = yearsOf(roadmap).map((year) => ({
    ...yearNames(year, lang),
    ...movesIn(phases, year),
    dates: dated.filter(({ fiscalYear }) => fiscalYear === year).length,
  }));
  return {
    kind: 'years',
    ...mainPage(paths.years, words.yearsTitle),
    rows,
    files: files.of(paths.years, yearsTable(rows, files.records)),
  };
}

/** The page of a year, and a sheet for each department where anything was reported for it. */
export function yearPages(
  roadmap: Roadmap,
  year: FiscalYear,
  lang: Lang,
  files: PageFiles,
  beside: { previous?: Link; next?: Link },
): Page[] {
  const slice = sliceRoadmap(roadmap, [year, year]);
  const place = { under: paths.years, address: addressOf, files };
  const trail = [{ ...own(siteWordsOf(lang).years), href: paths.years }];
  const here = { ...own(yearsWords([year, year], lang)), href: paths.year(year) };
  const reported = roadmap.reports.some(({ fy }) => fy === year);
  const parts = reported ? sheetPages(slice, lang, 'lead', () => ({ ...place, trail: [...trail, here] })) : undefined;
  return [
    yearPage(slice, lang, { ...place, ...beside, path: here.href, trail, ...(parts && { sheets: parts.sheets }) }),
    ...(parts?.pages ?? []),
  ];
}

/** The years before and after one of them. */
export function neighbourYears(years: readonly number[], index: number, lang: Lang): { previous?: Link; next?: Link } {
  const link = (year: number): Link => ({ ...own(yearWords(year, lang).seireki), href: paths.year(year) });
  const [before, after] = [years[index - 1], years[index + 1]];
  return { ...(before !== undefined && { previous: link(before) }), ...(after !== undefined && { next: link(after) }) };
}

import { type FiscalYears, fiscalYearOf, formatMonth, seirekiFiscalYear, shortWareki, warekiFiscalYear } from '../model/fiscal-year.js';
import { type Column, columnLabels, formatPart, monthsIn, type Period, seirekiPeriod } from '../model/period.js';
import type { Lang } from '../source/lang.js';

/** A period in the reader's language: `2022～2023年度`, `FY2022–2023`, `FY2022–` where no end is printed. */
export function periodWords(period: Period, lang: Lang): string {
  if (lang === 'ja') return seirekiPeriod(period);
  const first = formatPart(period.start, period.grain);
  if (period.end === null) return `FY${first}–`;
  const last = formatPart(period.end - monthsIn[period.grain] + 1, period.grain);
  return first === last ? `FY${first}` : `FY${first}–${last}`;
}

/** The two names of a column: `2023年度` or `FY2023`, and `令和5年度` in either language. */
export function columnWords(column: Column, lang: Lang): { seireki: string; wareki: string } {
  const labels = columnLabels(column);
  return lang === 'ja' ? labels : { ...labels, seireki: `FY${formatPart(column.start, column.grain)}${column.open ? '–' : ''}` };
}

/** The names of a column that is one of many, where each has room for a figure alone: `2023` and `R5`. */
export function shortColumnWords({ start, open }: Column): { seireki: string; wareki: string } {
  const [year, tail] = [fiscalYearOf(start), open ? '～' : ''];
  return { seireki: `${year}${tail}`, wareki: `${shortWareki(year)}${tail}` };
}

/** `2023年度`, `FY2023`. */
export function yearWords(year: number, lang: Lang): { seireki: string; wareki: string } {
  return { seireki: lang === 'ja' ? `${year}年度` : `FY${year}`, wareki: warekiFiscalYear(year) };
}

/** `2023年度（令和5年度）`, `2022～2023年度（令和4年度～令和5年度）`; `FY2023`, `FY2022–2023`. */
export function yearsWords([first, last]: FiscalYears, lang: Lang): string {
  if (lang === 'en') return first === last ? `FY${first}` : `FY${first}–${last}`;
  if (first === last) return `${seirekiFiscalYear(first)}（${warekiFiscalYear(first)}）`;
  return `${first}～${seirekiFiscalYear(last)}（${warekiFiscalYear(first)}～${warekiFiscalYear(last)}）`;
}

/** `2023年4月`, `2023-04`. */
export function monthWords(month: number, lang: Lang): string {
  const [year, number] = formatMonth(month).split('-').map(Number);
  return lang === 'ja' ? `${year}年${number}月` : formatMonth(month);
}

/** `2021年10月`, `2021年10月5日` of a stored date, the date itself in English; a year alone is a fiscal year. */
export function dateWords(date: string, lang: Lang): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return yearWords(year, lang).seireki;
  if (lang === 'en') return date;
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
}

/** A Japanese fiscal year, named by the calendar year it begins in: 2023 runs from 1 April 2023 to 31 March 2024 and is 令和5年度. */
export type FiscalYear = number;

/** A range of fiscal years, both included. */
export type FiscalYears = readonly [first: FiscalYear, last: FiscalYear];

/** A month counted from January of the year 0, so that months add and compare as integers. */
export type Month = number;

interface Era {
  name: string;
  letter: string;
  /** The Western year before the era's year 1. */
  offset: number;
  /** The first fiscal year that is called by this era: 令和元年度 is the whole of fiscal 2019, 平成元年度 is fiscal 1989. */
  firstFiscalYear: FiscalYear;
}

/** Newest first. 明治45年度 and 大正15年度 are the fiscal years in which those eras ended. */
export const eras: readonly Era[] = [
  { name: '令和', letter: 'R', offset: 2018, firstFiscalYear: 2019 },
  { name: '平成', letter: 'H', offset: 1988, firstFiscalYear: 1989 },
  { name: '昭和', letter: 'S', offset: 1925, firstFiscalYear: 1927 },
  { name: '大正', letter: 'T', offset: 1911, firstFiscalYear: 1913 },
  { name: '明治', letter: 'M', offset: 1867, firstFiscalYear: 1868 },
];

/** `令和5年度` of 2023; the first year of an era is 元. Years before 明治 keep their Western name. */
export function warekiFiscalYear(year: FiscalYear): string {
  const era = eras.find(({ firstFiscalYear }) => year >= firstFiscalYear);
  return era ? `${era.name}${eraYear(year - era.offset)}年度` : `${year}年度`;
}

/** `R5` of 2023: as short as a year can be told. */
export function shortWareki(year: FiscalYear): string {
  const era = eras.find(({ firstFiscalYear }) => year >= firstFiscalYear);
  return era ? `${era.letter}${year - era.offset}` : String(year);
}

/** `2023年度`. */
export function seirekiFiscalYear(year: FiscalYear): string {
  return `${year}年度`;
}

/** The Western year of an era year, 平成31 being the same as 令和元; undefined where there is no such era. */
export function westernYear(era: string, year: string): number | undefined {
  const known = eras.find(({ name, letter }) => name === era || letter === era.toUpperCase());
  const count = year === '元' ? 1 : Number(year);
  return known && Number.isInteger(count) && count >= 1 ? known.offset + count : undefined;
}

const fiscalYearForm = /^(?:FY)?(?:([1-9]\d{3})|(令和|平成|昭和|大正|明治|[RHSTM])(\d{1,2}|元))(?:年度)?$/i;
/** What `parseFiscalYear` reads, as a part of a pattern of JSON Schema, which knows no flags. */
export const fiscalYearPattern = '(?:[Ff][Yy])?(?:[1-9]\\d{3}|(?:令和|平成|昭和|大正|明治|[RHSTMrhstm])(?:\\d{1,2}|元))(?:年度)?';

/** Reads `2023`, `2023年度`, `FY2023`, `R5`, `令和5`, `令和5年度`, `平成元年度`. */
export function parseFiscalYear(text: string): FiscalYear | undefined {
  const match = fiscalYearForm.exec(text);
  if (!match) return undefined;
  const [, western, era, year] = match;
  return western ? Number(western) : westernYear(era ?? '', year ?? '');
}

/** The month `1` to `12` of a calendar year as a `Month`. */
export function monthOf(year: number, month: number): Month {
  return year * 12 + month - 1;
}

/** The fiscal year that holds a month: 2023-01 is fiscal 2022. */
export function fiscalYearOf(month: Month): FiscalYear {
  return Math.floor((month - 3) / 12);
}

/** `2023-04`. */
export function formatMonth(month: Month): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** April of a fiscal year. */
export function firstMonthOf(year: FiscalYear): Month {
  return monthOf(year, 4);
}

/** March at the end of a fiscal year. */
export function lastMonthOf(year: FiscalYear): Month {
  return monthOf(year + 1, 3);
}

function eraYear(year: number): string {
  return year === 1 ? '元' : String(year);
}

import {
  type FiscalYear,
  firstMonthOf,
  fiscalYearOf,
  fiscalYearPattern,
  type Month,
  parseFiscalYear,
  seirekiFiscalYear,
  warekiFiscalYear,
} from './fiscal-year.js';

/** How finely a period is told. 上期 (H1) is April to September; the first quarter (Q1) April to June. */
export type Grain = 'year' | 'half' | 'quarter';

/** From its first to its last month, both included. `end` is null where no end is printed. */
export interface Period {
  start: Month;
  end: Month | null;
  grain: Grain;
}

/** A column of a table: a period and, for `2023-`, the word that nothing closes it. */
export interface Column {
  start: Month;
  end: Month;
  grain: Grain;
  /** Printed as 2023年度～: what stands in it goes on. */
  open: boolean;
}

export const monthsIn: Record<Grain, number> = { year: 12, half: 6, quarter: 3 };

const part = `${fiscalYearPattern}(?:[Hh][12]|[Qq][1-4])?`;
const form = new RegExp(`^(${part})(?:(-)(${part})?)?$`);
/** What `parsePeriod` reads, for JSON Schema. */
export const periodPattern = form.source;
/** The same for years that have an end. */
export const closedPeriodPattern = `^(${part})(?:-(${part}))?$`;

const partForm = /^(.*?)(?:([HQ])([1-4]))?$/i;

/** Periods that were read before: a plan has few, and reads each of them many times. */
const known = new Map<string, Readonly<Period>>();
const manyPeriods = 1000;

/** Reads `2023`, `2022-2024`, `2022-` (no end printed), the same with eras, and `2023H1`, `2023Q3-2024Q2`. */
export function parsePeriod(text: string): Readonly<Period> | undefined {
  const before = known.get(text);
  if (before) return before;
  const period = readPeriod(text);
  if (period && known.size < manyPeriods) known.set(text, Object.freeze(period));
  return period;
}

function readPeriod(text: string): Period | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  const first = parsePart(match[1] ?? '');
  const last = match[3] ? parsePart(match[3]) : first;
  if (!first || !last) return undefined;
  const grain = monthsIn[first.grain] < monthsIn[last.grain] ? first.grain : last.grain;
  return { start: first.start, end: match[2] && !match[3] ? null : last.start + monthsIn[last.grain] - 1, grain };
}

/** Whether a key was meant as a period: it begins like a year, whatever its width. Every period does. */
export function looksLikePeriod(key: string): boolean {
  if (known.has(key)) return true;
  return /^(?:FY)?\s*(?:\d|令和|平成|昭和|大正|明治|[RHSTM](?:\d|元)|[~-])/i.test(key.normalize('NFKC'));
}

export function startFy(period: Pick<Period, 'start'>): FiscalYear {
  return fiscalYearOf(period.start);
}

export function endFy(period: Pick<Period, 'end'>): FiscalYear | null {
  return period.end === null ? null : fiscalYearOf(period.end);
}

/** Whether the year, half or quarter that a period begins with holds this month. */
export function beginsIn({ start, grain }: Period, month: Month): boolean {
  return start <= month && month < start + monthsIn[grain];
}

/** The period as the canonical key of a phase: `2022`, `2022-2024`, `2022-`, `2023H1`. */
export function formatPeriod({ start, end, grain }: Period): string {
  const first = formatPart(start, grain);
  if (end === null) return `${first}-`;
  const last = formatPart(end - monthsIn[grain] + 1, grain);
  return first === last ? first : `${first}-${last}`;
}

/** The part of a year that begins in `start`: `2022`, `2023H2`, `2023Q3`. */
export function formatPart(start: Month, grain: Grain): string {
  const year = fiscalYearOf(start);
  const index = Math.floor((start - firstMonthOf(year)) / monthsIn[grain]) + 1;
  return grain === 'year' ? String(year) : `${year}${grain === 'half' ? 'H' : 'Q'}${index}`;
}

/** `2022～2023年度`, `2022年度～`, `2023年度上期`: a period in words. */
export function seirekiPeriod(period: Period): string {
  return inWords(period, seirekiFiscalYear);
}

/** `令和4～令和5年度`: a period in words with Japanese years. */
export function warekiPeriod(period: Period): string {
  return inWords(period, warekiFiscalYear);
}

/** The name of a column's heading in both years: `2023年度`, `令和5年度`, with 上期 or 第1四半期 and ～ where it has them. */
export function columnLabels(column: Column): { seireki: string; wareki: string } {
  const tail = partWords(column.start, column.grain) + (column.open ? '～' : '');
  const year = fiscalYearOf(column.start);
  return { seireki: seirekiFiscalYear(year) + tail, wareki: warekiFiscalYear(year) + tail };
}

/** The columns of a table: one a year, half or quarter of the window, or as listed, where `2023-` is an open column. */
export function columnsOf(spec: Grain | readonly Period[], window: Period): Column[] {
  if (typeof spec !== 'string')
    return spec.map(({ start, end, grain }) => ({ start, end: end ?? start + monthsIn[grain] - 1, grain, open: end === null }));
  const last = window.end ?? window.start + 11;
  const columns: Column[] = [];
  for (let start = window.start; start <= last; start += monthsIn[spec])
    columns.push({ start, end: start + monthsIn[spec] - 1, grain: spec, open: false });
  return columns;
}

function parsePart(text: string): { start: Month; grain: Grain } | undefined {
  const [, name, letter, index] = partForm.exec(text) ?? [];
  // `H2` alone may be an era year: 平成2. A half always follows a year.
  const year = parseFiscalYear(name ?? '');
  if (year === undefined) {
    const whole = parseFiscalYear(text);
    return whole === undefined ? undefined : { start: firstMonthOf(whole), grain: 'year' };
  }
  const grain: Grain = letter ? (letter.toUpperCase() === 'H' ? 'half' : 'quarter') : 'year';
  return { start: firstMonthOf(year) + (Number(index ?? 1) - 1) * monthsIn[grain], grain };
}

function inWords({ start, end, grain }: Period, label: (year: FiscalYear) => string): string {
  const first = label(fiscalYearOf(start)) + partWords(start, grain);
  if (end === null) return `${first}～`;
  const lastStart = end - monthsIn[grain] + 1;
  const last = label(fiscalYearOf(lastStart)) + partWords(lastStart, grain);
  if (first === last) return first;
  return grain === 'year' ? `${first.replace(/年度$/, '')}～${last}` : `${first}～${last}`;
}

function partWords(start: Month, grain: Grain): string {
  if (grain === 'year') return '';
  const index = Math.floor((start - firstMonthOf(fiscalYearOf(start))) / monthsIn[grain]);
  return grain === 'half' ? (['上期', '下期'][index] ?? '') : `第${index + 1}四半期`;
}

import { describe, expect, it } from 'vitest';
import { fiscalYearOf, formatMonth, monthOf, parseFiscalYear, warekiFiscalYear } from '../../src/model/fiscal-year.js';

describe('fiscal years and eras', () => {
  it.each([
    [2018, '平成30年度'],
    [2019, '令和元年度'],
    [2020, '令和2年度'],
    [2023, '令和5年度'],
    [1989, '平成元年度'],
    [1988, '昭和63年度'],
  ])('%i is %s, and back', (year, label) => {
    expect(warekiFiscalYear(year)).toBe(label);
    expect(parseFiscalYear(label)).toBe(year);
  });

  it.each([
    ['平成31年度', 2019],
    ['R5', 2023],
    ['r5', 2023],
    ['FY2023', 2023],
    ['2023年度', 2023],
    ['令和5', 2023],
    ['H1', 1989],
  ])('reads %s as %i', (text, year) => expect(parseFiscalYear(text)).toBe(year));

  it.each(['', '23', '令和0年度', '慶応3年度', '2023年', '20233'])('does not read %s', (text) =>
    expect(parseFiscalYear(text)).toBeUndefined(),
  );

  it.each([
    [2023, 1, 2022],
    [2023, 3, 2022],
    [2023, 4, 2023],
    [2022, 12, 2022],
  ])('%i-%i falls in fiscal %i', (year, month, fy) => expect(fiscalYearOf(monthOf(year, month))).toBe(fy));

  it('writes months as 2023-01', () => expect(formatMonth(monthOf(2023, 1))).toBe('2023-01'));
});

import { describe, expect, it } from 'vitest';
import { formatMonth } from '../../src/model/fiscal-year.js';
import {
  columnLabels,
  columnsOf,
  formatPeriod,
  looksLikePeriod,
  type Period,
  parsePeriod,
  seirekiPeriod,
  warekiPeriod,
} from '../../src/model/period.js';

const read = (text: string) => parsePeriod(text) as Period;
const months = ({ start, end }: Period) => [formatMonth(start), end === null ? null : formatMonth(end)];

describe('periods', () => {
  it.each([
    ['2023', '2023-04', '2024-03'],
    ['2022-2024', '2022-04', '2025-03'],
    ['2022-', '2022-04', null],
    ['R5', '2023-04', '2024-03'],
    ['令和4年度-令和6年度', '2022-04', '2025-03'],
    ['R4-', '2022-04', null],
    ['2023H1', '2023-04', '2023-09'],
    ['2023H2', '2023-10', '2024-03'],
    ['2023Q3-2024Q2', '2023-10', '2024-09'],
    ['2023H1-2024', '2023-04', '2025-03'],
    ['H2', '1990-04', '1991-03'],
    ['2024-2022', '2024-04', '2023-03'],
  ])('%s runs from %s to %s', (text, start, end) => expect(months(read(text))).toEqual([start, end]));

  it.each(['', '2022～2023', '２０２３', '2023-04-01', '2023H3', '2023Q5', '-2023', '2022--', '検討', '2022 - 2023'])(
    '%s is none',
    (text) => expect(parsePeriod(text)).toBeUndefined(),
  );

  it.each(['2022～2023', '２０２３', '令和五', 'R5?', '2023-4'])('%s was meant as one', (text) => expect(looksLikePeriod(text)).toBe(true));
  it.each(['due', 'reason', 'related', 'note'])('%s was not', (text) => expect(looksLikePeriod(text)).toBe(false));

  it.each(['2023', '2022-2024', '2022-', '2023H1', '2023Q3-2024Q2'])('%s is written as it was', (text) =>
    expect(formatPeriod(read(text))).toBe(text),
  );

  it.each([
    ['2023', '2023年度', '令和5年度'],
    ['2022-2023', '2022～2023年度', '令和4～令和5年度'],
    ['2022-', '2022年度～', '令和4年度～'],
    ['2023H1', '2023年度上期', '令和5年度上期'],
    ['2023Q1-2023Q2', '2023年度第1四半期～2023年度第2四半期', '令和5年度第1四半期～令和5年度第2四半期'],
  ])('%s in words', (text, seireki, wareki) => {
    expect(seirekiPeriod(read(text))).toBe(seireki);
    expect(warekiPeriod(read(text))).toBe(wareki);
  });
});

describe('columns', () => {
  it('one a year of the window', () =>
    expect(columnsOf('year', read('2021-2025')).map((column) => columnLabels(column).wareki)).toEqual([
      '令和3年度',
      '令和4年度',
      '令和5年度',
      '令和6年度',
      '令和7年度',
    ]));
  it('two halves a year', () =>
    expect(columnsOf('half', read('2023')).map((column) => columnLabels(column).seireki)).toEqual(['2023年度上期', '2023年度下期']));
  it('a list, the last one open', () =>
    expect(columnsOf([read('2021'), read('2022'), read('2023-')], read('2021-2025')).map((column) => columnLabels(column).seireki)).toEqual(
      ['2021年度', '2022年度', '2023年度～'],
    ));
});

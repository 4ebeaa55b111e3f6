import { describe, expect, it } from 'vitest';
import { dueFiscalYear, findDates, parseDue } from '../../src/model/dates.js';
import { formatMonth } from '../../src/model/fiscal-year.js';

const due = (text: string) => {
  const { precision, from, to } = parseDue(text);
  return [precision, from === null ? null : formatMonth(from), to === null ? null : formatMonth(to), dueFiscalYear(parseDue(text))];
};

describe('promises of time', () => {
  it.each([
    ['令和8年度末', 'fiscal-year-end', '2027-03', '2027-03', 2026],
    ['令和6年度（2024年度）中', 'fiscal-year', '2024-04', '2025-03', 2024],
    ['令和7年（2025年）', 'year', '2025-01', '2025-12', 2025],
    ['令和7年末', 'year', '2025-12', '2025-12', 2025],
    ['令和5年春', 'season', '2023-03', '2023-05', 2023],
    ['令和4年度3月', 'month', '2023-03', '2023-03', 2022],
    ['令和4年度4月', 'month', '2022-04', '2022-04', 2022],
    ['令和5年1月', 'month', '2023-01', '2023-01', 2022],
    ['2020年代早期', 'decade', null, null, null],
    ['令和4年度上期', 'fiscal-year', '2022-04', '2022-09', 2022],
    ['令和4年度第4四半期', 'fiscal-year', '2023-01', '2023-03', 2022],
    ['2025年第1四半期', 'year', '2025-01', '2025-03', 2024],
    ['令和5年上半期', 'year', '2023-01', '2023-06', 2023],
    ['令和5年下期', 'year', '2023-07', '2023-12', 2023],
    ['令和5年度春', 'season', '2023-04', '2023-05', 2023],
    ['令和十二年度末', 'fiscal-year-end', '2031-03', '2031-03', 2030],
    ['FY2022', 'fiscal-year', '2022-04', '2023-03', 2022],
    ['2023/4/1', 'day', '2023-04', '2023-04', 2023],
    ['2023年の夏', 'season', '2023-06', '2023-08', 2023],
    ['令和 7 年度末', 'fiscal-year-end', '2026-03', '2026-03', 2025],
    ['令和 7 年 3 月 31 日', 'day', '2025-03', '2025-03', 2024],
    ['2025 年度', 'fiscal-year', '2025-04', '2026-03', 2025],
    ['R5.4', 'month', '2023-04', '2023-04', 2023],
    ['速やかに', null, null, null, null],
  ])('%s', (text, ...expected) => expect(due(text)).toEqual(expected));
});

describe('times in a text', () => {
  it('are found with what binds them', () =>
    expect(
      findDates('令和5年1月～、令和6年度中に、令和4年度までに、令和4年度（2022年度）以降の、令和7年度目途').map(({ text, bound }) => [
        text,
        bound,
      ]),
    ).toEqual([
      ['令和5年1月', 'from'],
      ['令和6年度中', 'within'],
      ['令和4年度', 'until'],
      ['令和4年度（2022年度）', 'from'],
      ['令和7年度', 'around'],
    ]));
  it('tell whether both names of a year agree', () =>
    expect(
      findDates('令和4年度（2023年度）と令和7年（2025年）と2023年（令和5年）と令和 4 年度（2023 年度）').map(
        ({ namesAgree }) => namesAgree,
      ),
    ).toEqual([false, true, true, false]));
  it('stand at their place', () =>
    expect(findDates('その後令和8年度末までに').map(({ index, text }) => [index, text])).toEqual([[3, '令和8年度末']]));
});

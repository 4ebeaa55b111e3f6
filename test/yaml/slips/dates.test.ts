import { describe, expect, it } from 'vitest';
import { section } from '../../support/plan.js';
import { expectSlip, read } from '../../support/slips.js';

const withDated = (line: string) =>
  section(`- id: m\n  title: 施策\n  tracks:\n  - id: r\n    milestones:\n    # 注\n    - ${line}\n    - 2022-10: 終了\n`);

describe('a dated text without the colon behind its date', () => {
  it.each([
    ['2021-10 開始', '2021-10: 開始'],
    ['2021-10　開始', '2021-10: 開始'],
    ['2021-10、開始', '2021-10: 開始'],
    ['2021-10-05 10周年', '2021-10-05: 10周年'],
    ['2021/10 開始', '2021-10: 開始'],
    ['2021-10 → 開始', '2021-10: 開始'],
    ['2021-10＝開始', '2021-10: 開始'],
    ['2021年4月：開始', '2021-04: 開始'],
    ['2021年10月5日：開始', '2021-10-05: 開始'],
  ])('is told by its date and mended: %s', (slip, right) =>
    expectSlip(withDated(slip), withDated(right), 'missing-colon', '11:7', 'の後にコロンがありません'),
  );

  it.each(['2021年10月 開始', '令和3年10月 開始', '令和3年10月：開始', '2021-10 以降に開始', '2021-13 開始'])(
    'is told and not mended where it may be a text: %s',
    (slip) => {
      expect(read(withDated(slip)).found.map(({ at, code }) => `${at} ${code}`)).toEqual(['11:7 missing-colon']);
      expect(read(withDated(slip)).mended).toBe(withDated(slip));
    },
  );

  it.each(['2021年10月以降に開始', '2021年10月 までに開始', '"2021年10月 開始"', '2021年度の開始', '第2期を開始'])(
    'is not told in a text: %s',
    (text) => expect(read(withDated(text)).found.filter(({ code }) => code !== 'space-between-japanese')).toEqual([]),
  );

  it('is told of what was completed, and of nothing behind such a list', () => {
    const text = section('- id: m\n  title: 施策\n  completed:\n  - 2020-07 開始\n  notes:\n  - 2020-07 開始\n');
    expect(read(text).found.map(({ at, code }) => `${at} ${code}`)).toEqual(['8:5 missing-colon']);
  });
});

it.each(['2021-10～: 開始', '2021-10-05 10:00: 開始'])(
  'what is no date before a colon is told once, as it is written, and not mended: %s',
  (slip) => {
    const { found, mended } = read(withDated(slip));
    expect(found.map(({ at, code, words }) => `${at} ${code} ${words}`)).toEqual([`11:7 bad-value ${slip.replace(': 開始', '')}`]);
    expect(mended).toBe(withDated(slip));
  },
);

import { expect, it } from 'vitest';
import { parseDue } from '../../src/model/dates.js';
import { type Period, parsePeriod } from '../../src/model/period.js';
import { clipTo, shiftOf } from '../../src/transform/diff/shift.js';

const period = (text: string) => parsePeriod(text) as Period;

it.each([
  ['2022-2023', '2021-2022', '前倒し'],
  ['2022-2023', '2021-2023', '前倒し'],
  ['2022-', '2021-', '前倒し'],
  ['2022-2023', '2023-2024', '後ろ倒し'],
  ['2022-2023', '2023', '後ろ倒し'],
  ['2022', '2023-', '後ろ倒し'],
  ['2022-2023', '2022-2024', '延長'],
  ['2022-2023', '2022-', '延長'],
  ['2022-2023', '2021-2024', '延長'],
  ['2022-2024', '2022-2023', '短縮'],
  ['2022-', '2022-2023', '短縮'],
  ['2021-2024', '2022-2023', '短縮'],
  ['2023H1', '2023H2', '後ろ倒し'],
  ['2022-2023', '令和4年度-R5', undefined],
])('%s → %s: %s', (before, after, shift) => expect(shiftOf(period(before), period(after))).toBe(shift));

it('does not take the edge of the paper for a beginning', () => {
  const { start: window } = period('2022-2026');
  expect(shiftOf(clipTo(window, period('2021-'), period('2022-')), period('2022-'))).toBeUndefined();
  expect(shiftOf(clipTo(window, period('2021-2023'), period('2022-2024')), period('2022-2024'))).toBe('延長');
  expect(shiftOf(clipTo(window, period('2021-'), period('2023-')), period('2023-'))).toBe('後ろ倒し');
  expect(shiftOf(clipTo(window, period('2021'), period('2022')), period('2022'))).toBe('後ろ倒し');
  expect(shiftOf(clipTo(window, period('2021'), period('2022'), [parseDue('令和4年度')]), period('2022'))).toBeUndefined();
  expect(shiftOf(clipTo(window, period('2021'), period('2022-2023'), [parseDue('令和4年度')]), period('2022-2023'))).toBe('延長');
  expect(shiftOf(clipTo(window, period('2021'), period('2022'), [parseDue('令和3年度')]), period('2022'))).toBe('後ろ倒し');
  expect(shiftOf(clipTo(window, period('2020-2021'), period('2022-2023')), period('2022-2023'))).toBe('後ろ倒し');
});

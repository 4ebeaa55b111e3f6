import { expect, it } from 'vitest';
import { readFiscalYears } from '../../../src/cli/arguments/read-options.js';
import { CallError } from '../../../src/cli/host.js';

it.each([
  ['2023', 2023, 2023],
  ['２０２３', 2023, 2023],
  ['R5', 2023, 2023],
  ['令和5年度', 2023, 2023],
  ['2022-2023', 2022, 2023],
  ['2022−2023', 2022, 2023],
  ['2022―2023', 2022, 2023],
  ['2022から2023', 2022, 2023],
  ['令和4年度～令和5年度', 2022, 2023],
  ['令和4～5年度', 2022, 2023],
  ['R4-5', 2022, 2023],
  ['令和元～3年度', 2019, 2021],
])('%s are fiscal years', (text, first, last) => expect(readFiscalYears(text)).toEqual([first, last]));

it.each(['5', '5年度', '令和4-5-6', '2023-2022', '2022-5', ''])('%s are none', (text) =>
  expect(() => readFiscalYears(text)).toThrow(CallError),
);

import { expect, it } from 'vitest';
import { countsInWords } from '../../src/report/site/counts.js';

it.each([
  ['en', 1, ['1 measure', '1 track', '1 phase']],
  ['en', 2, ['2 measures', '2 tracks', '2 phases']],
  ['ja', 1, ['1 施策', '1 行', '1 工程']],
] as const)('counts agree with their words: %s, %i', (lang, count, told) =>
  expect(countsInWords({ measures: count, tracks: count, phases: count }, lang).map(({ value, label }) => `${value} ${label}`)).toEqual(
    told,
  ),
);

import { kpisOf } from '../model/walk.js';
import { Location } from '../source/location.js';
import type { Rule } from './rule.js';

/** An actual figure is not dated after the day that it is told of (`asOf`). */
export const rule: Rule = {
  code: 'actuals-after-as-of',
  severity: 'warning',
  summary: { ja: '実績の日付は、時点（asOf）より後にならない', en: 'an actual figure is not dated after its `asOf`' },
  cure: { ja: '実績の日付か、時点（asOf）を直してください', en: 'mend the date of the figure, or `asOf`' },
  example: { bad: 'actuals: { 2023-03-31: 96.6 }\nasOf: 2022-12-31', good: 'actuals: { 2022-12-31: 96.6 }\nasOf: 2022-12-31' },
  *check(roadmap) {
    const holders = [
      ...kpisOf(roadmap).map((on) => ({ on, asOf: on.asOf, actuals: on.actuals })),
      ...roadmap.reports.map((on) => ({ on, asOf: on.asOf, actuals: on.actuals })),
    ];
    for (const { on, asOf, actuals } of holders) {
      for (const { date, location } of actuals) {
        if (asOf === undefined || !isAfter(date, asOf)) continue;
        yield {
          message: {
            ja: `実績の日付 \`${date}\` が、時点 \`${asOf}\` より後です`,
            en: `the figure of \`${date}\` is dated after \`${asOf}\`, the day it is told of`,
          },
          location: location.key(),
          related: [{ message: { ja: '時点はここです', en: 'the day' }, location: asOfPlace(on.location) }],
          on,
        };
      }
    }
  },
};

/** A report's day may stand at the head of its file, for all reports of it. */
function asOfPlace(location: Location): Location {
  const own = location.at('asOf');
  return own.span.start === location.span.start ? new Location(location.file, ['asOf']) : own;
}

/** Whether a date is surely after another: `2023-03` may be any day of its month. */
function isAfter(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
}

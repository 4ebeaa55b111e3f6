import type { Due } from '../../model/dates.js';
import type { Month } from '../../model/fiscal-year.js';
import { monthsIn, type Period } from '../../model/period.js';
import type { Shift } from './change.js';

type Span = Pick<Period, 'start' | 'end'>;

/**
 * Which way a period moved. Both ends earlier, or only the start: 前倒し. Both later, or only the start: 後ろ倒し. Only the end later: 延長;
 * only the end earlier: 短縮. An end that is not printed lies later than every printed one. A period that grew or shrank at both ends is 延長
 * or 短縮.
 */
export function shiftOf(before: Span, after: Span): Shift | undefined {
  const start = Math.sign(after.start - before.start);
  const end = Math.sign(endOf(after) - endOf(before)) || 0;
  if (start === 0) return end === 0 ? undefined : end > 0 ? '延長' : '短縮';
  if (end !== 0 && end !== start) return end > 0 ? '延長' : '短縮';
  return start < 0 ? '前倒し' : '後ろ倒し';
}

/** Which way a promise moved: an earlier last month is 前倒し, a later one 後ろ倒し. */
export function shiftOfDue(before: Pick<Due, 'to'>, after: Pick<Due, 'to'>): Shift | undefined {
  if (before.to === null || after.to === null || before.to === after.to) return undefined;
  return after.to < before.to ? '前倒し' : '後ろ倒し';
}

/**
 * The old period as the new edition's paper can show it, whose table begins in a month: what began before and reaches into it, with its bar or
 * with a promise, stands in the first column, which proves no beginning. So a bar that the table alone has cut is not a bar that was put back.
 */
export function clipTo(table: Month, before: Period, after: Period, dues: readonly Pick<Due, 'to'>[] = []): Period {
  if (before.start >= table || after.start !== table) return before;
  if (endOf(before) >= table) return { ...before, start: after.start };
  const pending = dues.some(({ to }) => to !== null && to >= table);
  return pending ? { ...before, start: after.start, end: after.start + monthsIn[after.grain] - 1 } : before;
}

// Two open ends are the same end: the difference of two infinities would be none.
function endOf({ end }: Span): number {
  return end ?? Number.MAX_SAFE_INTEGER;
}

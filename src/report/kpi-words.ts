import type { Kpi } from '../model/roadmap.js';
import type { Words } from './words.js';

/** The target in words: as printed where that is known, else value, unit and year. */
export function targetWords({ target, unit, printed }: Kpi, words: Words): string {
  if (printed) return printed;
  const value = target.value === null ? words.unset : `${target.value}${unit}`;
  return `${value}${words.opening}${target.fy === null ? words.noYear : `${target.fy}年度`}${words.closing}`;
}

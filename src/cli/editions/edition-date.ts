import { findDates } from '../../model/dates.js';
import { formatMonth } from '../../model/fiscal-year.js';
import type { Roadmap } from '../../model/roadmap.js';
import { buildDate } from '../building/build-date.js';
import type { Context } from '../command.js';

/** When an edition appeared: the month that it is named by, 令和4年6月, else the date of its data. */
export function editionDate({ host, lang }: Context, { plan }: Roadmap, place: string): string | undefined {
  const [named] = findDates(plan.edition);
  const day =
    named && ['day', 'month'].includes(named.precision)
      ? `${formatMonth(named.from)}-01`
      : buildDate(host, place, (words) => host.stderr.write(words[lang]));
  return day && `${day}T00:00:00+09:00`;
}

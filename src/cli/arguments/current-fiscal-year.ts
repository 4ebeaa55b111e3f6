import { type FiscalYears, fiscalYearOf, monthOf } from '../../model/fiscal-year.js';
import { endFy, startFy } from '../../model/period.js';
import type { Plan } from '../../model/roadmap.js';
import { sourceDate } from '../building/source-date.js';
import type { Context } from '../command.js';

/**
 * The fiscal year that a view in the terminal shows when none is asked for: that of SOURCE_DATE_EPOCH, else of today in Tokyo; outside the
 * plan's window the nearest year in it, which is then said. What is written to files never depends on this.
 */
export function currentFiscalYear({ host, lang }: Context, { window }: Plan): FiscalYears {
  const given = sourceDate(host);
  const tokyo = new Date((given === undefined ? host.now() : given * 1000) + 9 * 3_600_000);
  const today = fiscalYearOf(monthOf(tokyo.getUTCFullYear(), tokyo.getUTCMonth() + 1));
  const year = Math.min(Math.max(today, startFy(window)), endFy(window) ?? today);
  if (year !== today)
    host.stderr.write(
      lang === 'ja'
        ? `今年度（${today}年度）は表の外なので、最も近い${year}年度を示します（--fy で選べます）\n`
        : `fiscal ${today} lies outside the table; this is ${year}, the nearest year (choose with --fy)\n`,
    );
  return [year, year];
}

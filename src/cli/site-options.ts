import type { SiteOptions } from '../report/site/plan-site.js';
import { buildDate } from './build-date.js';
import type { Context } from './command.js';
import { readFiscalYears } from './names.js';
import { version } from './version.js';

/** What the pages say of their making: the tool, and the date of the data, which is never the clock's. */
export function siteOptions({ host }: Context, place: string, fiscalYear?: unknown, several = false): SiteOptions {
  const date = buildDate(host, place, several);
  return {
    tool: `roadmap ${version}`,
    ...(date && { date }),
    ...(typeof fiscalYear === 'string' && { fiscalYear: readFiscalYears(fiscalYear)[0] }),
  };
}

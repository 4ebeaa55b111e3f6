import type { SiteOptions } from '../../report/site/site.js';
import { readFiscalYears } from '../arguments/read-options.js';
import { version } from '../version.js';

/** What the pages say of their making: the tool, and the date of the data (`build-date.ts`), which is never the clock's. */
export function siteOptions(date: string | undefined, fiscalYear?: unknown): SiteOptions {
  return {
    tool: `roadmap ${version}`,
    ...(date && { date }),
    ...(typeof fiscalYear === 'string' && { fiscalYear: readFiscalYears(fiscalYear)[0] }),
  };
}

import type { FiscalYear } from '../../model/fiscal-year.js';
import { endFy, formatPeriod, seirekiPeriod, startFy } from '../../model/period.js';
import type { Plan } from '../../model/roadmap.js';
import type { Context } from '../command.js';

/** A year that the tables do not show has only what is open or goes on without an end. `where` begins the line. */
export function tellOutside({ host, lang }: Pick<Context, 'host' | 'lang'>, { window }: Plan, fy: FiscalYear, where = ''): void {
  if (fy >= startFy(window) && fy <= (endFy(window) ?? fy)) return;
  host.stderr.write(
    lang === 'ja'
      ? `${where}${fy}年度は工程表の外です（工程表が示す年度: ${seirekiPeriod(window)}）\n`
      : `${where}fiscal ${fy} lies outside the table, which shows ${formatPeriod(window)}\n`,
  );
}

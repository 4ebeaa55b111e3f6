import { type FiscalYear, fiscalYearOf } from '../../model/fiscal-year.js';
import { formatPeriod, seirekiPeriod } from '../../model/period.js';
import type { Roadmap } from '../../model/roadmap.js';
import { shownWindow } from '../../model/shown-window.js';
import type { Context } from '../command.js';

/** A year that the tables do not show has only what is open or goes on without an end. `where` begins the line. */
export function tellOutside({ host, lang }: Pick<Context, 'host' | 'lang'>, roadmap: Roadmap, fy: FiscalYear, where = ''): void {
  const window = shownWindow(roadmap);
  if (fy >= fiscalYearOf(window.start) && fy <= fiscalYearOf(window.end)) return;
  host.stderr.write(
    lang === 'ja'
      ? `${where}${fy}年度は工程表の外です（工程表が示す年度: ${seirekiPeriod(window)}）\n`
      : `${where}fiscal ${fy} lies outside the table, which shows ${formatPeriod(window)}\n`,
  );
}

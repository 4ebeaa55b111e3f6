import type { Roadmap } from '../../../model/roadmap.js';
import { kpisOf } from '../../../model/walk.js';
import type { Lang } from '../../../source/lang.js';
import { paths } from '../../addresses.js';
import { kpiLine } from '../../kpi-line.js';
import { wordsOf } from '../../words.js';
import type { PageFiles } from '../page-files.js';
import type { Page } from '../site.js';
import { siteWordsOf } from '../site-words.js';
import { mainPage } from './main-page.js';

/** All targets with what was reported of them. */
export function kpisPage(roadmap: Roadmap, lang: Lang, files: PageFiles): Page {
  const words = siteWordsOf(lang);
  const told = wordsOf(lang);
  return {
    kind: 'kpis',
    ...mainPage(paths.kpis, words.kpisTitle),
    codes: (['A', 'B', 'F', 'N'] as const).map((code) => `${code}: ${told[`standing${code}`]}`).join(told.comma),
    rows: kpisOf(roadmap).map((kpi) => kpiLine(kpi, lang)),
    files: [{ path: 'kpis.csv' }, { path: 'kpi_actuals.csv' }, ...files.json(paths.kpis, { kpis: files.records.kpis })],
  };
}

import type { Roadmap } from '../../../model/roadmap.js';
import type { Lang } from '../../../source/lang.js';
import { paths } from '../../addresses.js';
import { yearWords } from '../../period-words.js';
import { datedLines } from '../lines.js';
import type { PageFiles } from '../page-files.js';
import { datesTable } from '../page-tables.js';
import type { Page } from '../site.js';
import { siteWordsOf } from '../site-words.js';
import { mainPage } from './main-page.js';

/** Milestones, promises and targets by date (期限一覧). */
export function datesPage(roadmap: Roadmap, lang: Lang, files: PageFiles): Page {
  const words = siteWordsOf(lang);
  const dated = datedLines(roadmap, lang);
  const years = [...new Set(dated.map(({ fiscalYear }) => fiscalYear))];
  return {
    kind: 'dates',
    ...mainPage(paths.dates, words.datesTitle),
    files: files.of(paths.dates, datesTable(dated, files.records)),
    groups: years.map((year) => {
      const { seireki: heading, wareki } = year === null ? { seireki: words.undated, wareki: '' } : yearWords(year, lang);
      const rows = dated.filter(({ fiscalYear }) => fiscalYear === year).map(({ line }) => line);
      return { id: year === null ? '_undated' : `_${year}`, heading, wareki, rows };
    }),
  };
}

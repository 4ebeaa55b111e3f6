import type { Lang } from '../../../source/lang.js';
import type { EditionSeries } from '../../../transform/diff/edition-series.js';
import { sameButForNotation } from '../../../transform/diff/notation.js';
import { addressOf, paths } from '../../addresses.js';
import { promiseList } from '../../revision/edition-series.js';
import { own, plain, told } from '../../told.js';
import type { PageFiles } from '../page-files.js';
import { promisesTable } from '../page-tables.js';
import type { Page } from '../site.js';
import { siteWordsOf } from '../site-words.js';
import { mainPage } from './main-page.js';

/** The columns before those of the editions. */
const places = 2;

/** Each promise with its first date and every later one. */
export function promisesPage(series: EditionSeries, lang: Lang, files: PageFiles): Page {
  const { columns, rows, empty } = promiseList(series, lang);
  return {
    kind: 'promises',
    ...mainPage(paths.promises, siteWordsOf(lang).promisesTitle),
    files: files.of(paths.promises, promisesTable(series, files.records)),
    columns: columns.map((text, at) => (at < places ? own(text) : { text })),
    rows: rows.map((cells, index) => ({
      cells: cells.map((text, at) => ({
        text: told(text),
        label: columns[at] ?? '',
        moved: at > places && cells[at - 1] !== '―' && !sameButForNotation(plain(text), plain(cells[at - 1] ?? '')),
      })),
      ...(series.promises[index]?.present && { href: addressOf(series.promises[index].phase) }),
    })),
    empty,
  };
}

import type { Lang } from '../../source/lang.js';
import type { EditionSeries } from '../../transform/diff/edition-series.js';
import type { Past } from '../grid.js';
import type { ReportList } from '../lists.js';
import { placeName } from '../names.js';
import { periodWords } from '../period-words.js';
import { joined, own, type Told, told } from '../told.js';
import { labelOf } from './change-labels.js';
import { valueIn } from './change-values.js';
import { diffWordsOf } from './diff-words.js';

/** What the editions before say of the items of a plan. */
export function pastOf(series: EditionSeries, lang: Lang): Past {
  return {
    history: (id) => historyOf(id, series, lang),
    earlier(id) {
      const was = series.earlier.get(id);
      return was && { ...was, words: ghostWords(was.edition, periodWords(was.period, lang), lang) };
    },
  };
}

/** What changed in an item in each edition: `令和4年6月: 後ろ倒し（2022 → 2023）`. */
function historyOf(id: string, { events }: EditionSeries, lang: Lang): Told[] {
  const words = diffWordsOf(lang);
  return (events.get(id) ?? []).map(({ edition, item, changes, diff }) => {
    const lines = changes.map((change) => {
      const { before, after, reason } = change;
      const sides = (['before', 'after'] as const).map((side) => orDash(valueIn(change, side, item, diff, words)));
      return told(
        own(labelOf(change, words)),
        ...(before !== undefined && after !== undefined ? [own(words.opening), joined(sides, own(' → ')), own(words.closing)] : []),
        ...(reason === undefined ? [] : [own(`${lang === 'ja' ? '' : ' '}${words.reason}: `), reason]),
      );
    });
    return told(edition, own(': '), joined(lines, own(words.comma)));
  });
}

/** Each promise with its first date and every later one. */
export function promiseList({ editions, promises }: EditionSeries, lang: Lang): ReportList {
  const words = diffWordsOf(lang);
  return {
    id: 'promises',
    heading: words.promiseHistory,
    empty: words.none,
    columns: [words.item, words.place, ...editions],
    rows: promises.map(({ phase, present, dues }) => {
      const end = dues.findLastIndex(Boolean);
      return [
        phase.text,
        placeName(phase.track),
        ...dues.map((texts, index) => texts?.join(words.comma) ?? (index > end && !present ? [own(words.isGone)] : '―')),
      ];
    }),
  };
}

function ghostWords(edition: string, period: string, lang: Lang): Told {
  return lang === 'ja' ? told(edition, own(`では${period}`)) : told(own(`${period} in `), edition);
}

function orDash(value: Told): Told {
  return value.length > 0 ? value : [own('―')];
}

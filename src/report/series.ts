import { seirekiPeriod } from '../model/period.js';
import type { Phase } from '../model/roadmap.js';
import { heading } from '../model/walk.js';
import type { Lang } from '../source/lang.js';
import type { EditionSeries } from '../transform/diff/series.js';
import { labelOf } from './comparison.js';
import { diffWordsOf } from './diff-words.js';
import { columnsOfPeriod } from './grid.js';
import type { ReportList } from './report.js';

/** What a bar says of the editions before: where it stood, drawn as a ghost, and its history in words. */
export interface BarPast {
  ghost?: { from: number; span: number; text: string };
  history: string[];
}

/** The past of a phase, for the timeline and for its entry in the lists. */
export function pastOf(phase: Phase, series: EditionSeries, lang: Lang): BarPast {
  const id = phase.series ?? phase.id;
  const first = phase.series === undefined || phase.track.phases.find((other) => other.series === phase.series) === phase;
  const was = first ? series.earlier.get(id) : undefined;
  const range = was && columnsOfPeriod(was.period, phase.track.measure.section);
  return {
    ...(was &&
      range && {
        ghost: { from: range.from, span: range.to - range.from, text: ghostWords(was.edition, seirekiPeriod(was.period), lang) },
      }),
    history: first ? historyOf(id, series, lang) : [],
  };
}

/** What changed in an item in each edition: `令和4年6月: 後ろ倒し（2022 → 2023）`. */
export function historyOf(id: string, { events }: EditionSeries, lang: Lang): string[] {
  const words = diffWordsOf(lang);
  return (events.get(id) ?? []).map(({ edition, changes }) => {
    const told = changes.map((change) => {
      const { before, after, reason } = change;
      const values = before !== undefined && after !== undefined ? `（${[before, after].map((text) => text || '―').join(' → ')}）` : '';
      return labelOf(change, words) + values + (reason === undefined ? '' : `${words.reason}: ${reason}`);
    });
    return `${edition}: ${told.join('、')}`;
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
        heading(phase.track.measure),
        ...dues.map((texts, index) => texts?.join('、') ?? (index > end && !present ? words.isGone : '―')),
      ];
    }),
  };
}

function ghostWords(edition: string, period: string, lang: Lang): string {
  return lang === 'ja' ? `${edition}では${period}` : `${period} in ${edition}`;
}

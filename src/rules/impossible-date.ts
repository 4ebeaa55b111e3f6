import { findImpossibleDates } from '../model/impossible-dates.js';
import { writtenPhasesOf } from '../model/series.js';
import { type PlanText, textAt, textsWith } from '../model/texts.js';
import type { Rule } from './rule.js';

/** The years, months, days and quarters that a text names with a year exist. */
export const rule: Rule = {
  code: 'impossible-date',
  severity: 'warning',
  summary: { ja: '文にある年・月・日・四半期は実在する', en: 'a year, month, day or quarter that a text names exists' },
  cure: {
    ja: '元の文書と照らしてください。印字どおりなら、理由を `allow` に書いて残します',
    en: 'compare it with the source; where it is printed so, say why in `allow`',
  },
  example: { bad: '- 2022: 令和5年2月30日に運用を開始', good: '- 2022: 令和5年2月28日に運用を開始' },
  *check(roadmap) {
    for (const { text, location, on } of textsWithYears(roadmap)) {
      for (const { text: words, index, part } of findImpossibleDates(text)) {
        yield {
          message: {
            ja: `\`${words}\` という${names[part]}はありません`,
            en: `there is no such ${part}: \`${words}\``,
          },
          location: location.slice(index, words),
          on,
        };
      }
    }
  },
};

const names = { year: '年', month: '月', day: '日', quarter: '四半期' };

function* textsWithYears(roadmap: Parameters<Rule['check']>[0]): Iterable<PlanText> {
  yield* textsWith(roadmap, 'year');
  for (const phase of writtenPhasesOf(roadmap)) {
    const { text, corrected = text, dues } = phase;
    // What is said of the text is not said again of the words that are taken from it.
    for (const due of dues) if (!corrected.includes(due.text)) yield textAt(due.text, due.location, phase);
  }
}

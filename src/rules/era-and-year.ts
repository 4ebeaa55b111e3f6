import { findDates } from '../model/dates.js';
import { writtenPhasesOf } from '../model/series.js';
import { type PlanText, textAt, textsWith } from '../model/texts.js';
import type { Rule } from './rule.js';

/** Where a year is printed by its era and by its Western number, both name the same year, and both are 年 or both are 年度. */
export const rule: Rule = {
  code: 'era-and-year',
  severity: 'error',
  contradiction: true,
  summary: {
    ja: '和暦と西暦が並ぶときは、同じ年を指す',
    en: 'where the era and the Western year are both printed, they name the same year',
  },
  cure: { ja: 'どちらが正しいかを確かめて、一方を直してください', en: 'see which of the two is right, and mend the other' },
  example: { bad: '- 2022: 令和4年度（2023年度）の運用開始に向けた準備', good: '- 2022: 令和5年度（2023年度）の運用開始に向けた準備' },
  *check(roadmap) {
    for (const { text, location, on } of textsWithBothNames(roadmap)) {
      for (const mention of findDates(text)) {
        if (mention.namesAgree !== false) continue;
        yield {
          message: {
            ja: `\`${mention.text}\` の和暦と西暦が合いません`,
            en: `the two names of the year in \`${mention.text}\` do not agree`,
          },
          location: location.slice(mention.index, mention.text),
          on,
        };
      }
    }
  },
};

/** The texts that may name a year twice: the second name stands in brackets behind the first. */
function* textsWithBothNames(roadmap: Parameters<Rule['check']>[0]): Iterable<PlanText> {
  for (const of of textsWith(roadmap, 'yearBracket')) if (secondName.test(of.text)) yield of;
  for (const phase of writtenPhasesOf(roadmap))
    for (const due of phase.dues) if (secondName.test(due.text)) yield textAt(due.text, due.location, phase);
}

const secondName = /[0-9０-９元年度代月日末中内頭期半春夏秋冬.．]\s?[（(［[〔]\s?(?:西暦|令和|平成|昭和|[RHＲＨ]|19|20|１９|２０)/;

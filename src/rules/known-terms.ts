import type { Bilingual } from '../diagnostics/diagnostic.js';
import { didYouMean, suggest } from '../diagnostics/suggest.js';
import type { Rule } from './rule.js';

const fields: Record<'status' | 'verdict', Bilingual> = {
  status: { ja: '状況', en: 'status' },
  verdict: { ja: '評価', en: 'verdict' },
};

/** The status and the verdict of a report are words of the plan's vocabulary. */
export const rule: Rule = {
  code: 'known-terms',
  severity: 'error',
  summary: {
    ja: '進捗の状況と評価は、計画の語彙の語で書く',
    en: 'the status and the verdict of a report are words of the plan’s vocabulary',
  },
  cure: {
    ja: '語彙にある語に直すか、plan.yaml の vocabulary に語を加えてください',
    en: 'take a word of the vocabulary, or add the word to `vocabulary` in plan.yaml',
  },
  example: { bad: '- on: lost-property\n  status: 措置ずみ', good: '- on: lost-property\n  status: 措置済' },
  *check({ plan: { vocabulary }, reports }) {
    // A vocabulary that is not known has no words to hold anything against.
    if (vocabulary.status.length === 0) return;
    for (const report of reports) {
      for (const field of ['status', 'verdict'] as const) {
        const written = report[field];
        const terms = vocabulary[field].map(({ term }) => term);
        if (written === undefined || terms.includes(written)) continue;
        const meant = terms.find((term) => term === written.normalize('NFKC').trim()) ?? suggest(written, terms);
        yield {
          message: {
            ja: `\`${written}\` は${fields[field].ja}の語彙（${vocabulary.name}）にありません`,
            en: `\`${written}\` is not a ${fields[field].en} of the vocabulary ${vocabulary.name}`,
          },
          help: meant === undefined ? thoseThereAre(terms) : didYouMean(meant),
          ...(meant !== undefined && { suggestion: meant }),
          location: report.location.at(field),
          on: report,
        };
      }
    }
  },
};

function thoseThereAre(terms: readonly string[]): Bilingual {
  if (terms.length === 0)
    return { ja: 'plan.yaml の vocabulary に verdict の語を書いてください', en: 'give `vocabulary` in plan.yaml its words for `verdict`' };
  return { ja: `使える語: ${terms.join('、')}`, en: `there are: ${terms.join(', ')}` };
}

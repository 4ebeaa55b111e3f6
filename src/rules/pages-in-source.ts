import type { Bilingual } from '../diagnostics/diagnostic.js';
import { itemsOf, sectionsOf } from '../model/walk.js';
import type { Location } from '../source/location.js';
import type { Rule } from './rule.js';

/** A page is none behind the last one of the source, where the plan says how many pages that has. */
export const rule: Rule = {
  code: 'pages-in-source',
  severity: 'warning',
  summary: { ja: '`page` は出典のページ数を超えない', en: 'no `page` lies behind the last one of the source' },
  cure: {
    ja: 'ページを確かめてください。合っていれば、plan.yaml の `source` の `pages` を直します',
    en: 'check the page; where it is right, mend `pages` of `source` in plan.yaml',
  },
  example: { bad: '# source: { pages: 25 }\n- id: ports\n  page: 71', good: '- id: ports\n  page: 17' },
  *check(roadmap) {
    const { pages } = roadmap.plan.about.source ?? {};
    if (pages === undefined) return;
    const finding = (page: number, location: Location) => ({ message: message(page, pages), location });
    for (const section of sectionsOf(roadmap)) {
      const { page, location } = section;
      if (page !== undefined && page > pages) yield { ...finding(page, location.at('page')), on: section };
    }
    for (const on of itemsOf(roadmap)) {
      const { page, location } = on;
      const outer = on.kind === 'track' ? on.measure : (on.parent ?? on.section);
      // A page that is inherited is told where it is written.
      if (page !== undefined && page > pages && page !== outer.page) yield { ...finding(page, location.at('page')), on };
      if (on.kind === 'track') continue;
      for (const variant of on.variants) if (variant.page > pages) yield { ...finding(variant.page, variant.location.key()), on };
    }
  },
};

function message(page: number, pages: number): Bilingual {
  return {
    ja: `${page}ページは、出典のページ数 ${pages} を超えています`,
    en: `page ${page} is behind the last of the ${pages} pages of the source`,
  };
}

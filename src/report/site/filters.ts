import type { Department, Roadmap, Section } from '../../model/roadmap.js';
import { headingInPlan, holdsOwn, leadsOf } from '../../model/walk.js';
import type { Lang } from '../../source/lang.js';
import { yearsWords } from '../period-words.js';
import type { Filters } from './site.js';
import { siteWordsOf } from './site-words.js';
import { yearsOf } from './years.js';

/** What the filters of a page with these sections offer: nothing that would find nothing, and no choice of one. */
export function filtersOf(
  roadmap: Roadmap,
  lang: Lang,
  sections: readonly Section[],
  { years = true, departments = true, choosesSection = false } = {},
): Filters {
  const words = siteWordsOf(lang);
  const named = departments ? departmentsOf(sections) : new Set<Department>();
  return {
    years: years ? yearsOf(roadmap).map((year) => ({ value: String(year), text: yearsWords([year, year], lang) })) : [],
    standings: [
      { value: 'begins', text: words.beginning },
      { value: 'ends', text: words.ending },
    ],
    departments:
      named.size > 0
        ? roadmap.departments
            .filter((department) => named.has(department))
            .map((department) => ({ value: department.id, text: department.fullName }))
        : [],
    sections: choosesSection && sections.length > 1 ? sections.map((section) => ({ value: section.id, text: headingInPlan(section) })) : [],
  };
}

/** The departments that answer for the rows of sections, and for what their measures hold themselves, with those above them. */
function departmentsOf(sections: readonly Section[]): Set<Department> {
  const found = new Set<Department>();
  for (const { measures } of sections) {
    for (const measure of measures) {
      for (const item of holdsOwn(measure) ? [measure, ...measure.tracks] : measure.tracks) {
        for (const lead of leadsOf(item)) {
          for (let at: Department | undefined = lead; at && !found.has(at); at = at.parent) found.add(at);
        }
      }
    }
  }
  return found;
}

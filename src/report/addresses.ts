import type { FiscalYear, FiscalYears } from '../model/fiscal-year.js';
import type { Entity, Milestone, ProgressReport } from '../model/roadmap.js';
import { sectionOf } from '../model/walk.js';

/** The site's pages, all in one folder, so that every link is a plain name that works from a disk too. */
export const paths = {
  overview: 'index.html',
  sections: 'sections.html',
  years: 'years.html',
  departments: 'departments.html',
  kpis: 'kpis.html',
  dates: 'dates.html',
  changes: 'changes.html',
  feed: 'changes.atom',
  promises: 'promises.html',
  reading: 'reading.html',
  whole: 'all.html',
  data: 'data.html',
  section: (id: string) => `section-${id}.html`,
  year: (year: FiscalYear) => `year-${year}.html`,
  department: (id: string) => `department-${id}.html`,
  /** What a department answers for in a year, or a section holds in it. */
  sheet: (years: FiscalYears, id: string) => `sheet-${[...new Set(years)].join('-')}-${id.replace(/^_/, '')}.html`,
} as const;

/**
 * Whether the outputs of some plans have a file of that name and those of others have none: a page that stands for a section, a year or a
 * department, what compares editions, and what only reports, numbers in other documents or passed terms give; or the data of such a page.
 */
export function isFileOfSome(name: string): boolean {
  return [
    /^(?:section|year|department|sheet)-[^/]+\.html$/,
    /^pages\/(?:section|year|department|sheet|kpis|passed_terms|progress)-[^/]+\.(?:csv|json)$/,
    /^(?:changes\.(?:html|atom)|promises\.html|pages\/(?:changes|change_items|change_leads|diff|promises)\.(?:csv|json))$/,
    /^(?:numbers|passed_terms|progress|progress_evidence)\.csv$/,
  ].some((names) => names.test(name));
}

/** Where a thing stands in the site. The address stays the same while its id in the YAML does. */
export function addressOf(thing: Entity | Milestone | ProgressReport): string {
  switch (thing.kind) {
    case 'plan':
      return paths.overview;
    case 'chapter':
      return `${paths.sections}#${thing.id}`;
    case 'section':
      return paths.section(thing.id);
    case 'department':
      return paths.department(thing.id);
    case 'kpi':
      return `${paths.kpis}#${thing.id}`;
    case 'milestone':
    case 'report':
      return addressOf(thing.on);
    default:
      return `${paths.section(sectionOf(thing.kind === 'phase' ? thing.track : thing).id)}#${thing.id}`;
  }
}

/** The place of a report on the page that tells of its year. */
export function reportId({ on, fy }: ProgressReport): string {
  return `${on.id}.${fy}.report`;
}

/** How a site makes its links: undefined for what has no place in it. */
export type AddressOf = (thing: Parameters<typeof addressOf>[0]) => string | undefined;

/** The link to what has a place in the site. */
export function linked(href: string | undefined): { href?: string } {
  return href === undefined ? {} : { href };
}

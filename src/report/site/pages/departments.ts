import type { Department, Measure, Roadmap, Track } from '../../../model/roadmap.js';
import { leadsOf, measureOf, tracksOf } from '../../../model/walk.js';
import type { Lang } from '../../../source/lang.js';
import { paths } from '../../addresses.js';
import { chaptersOf } from '../../chapters.js';
import { chainOf } from '../../names.js';
import { own } from '../../told.js';
import { answeredItems } from '../answered-items.js';
import { countsOfItems } from '../counts.js';
import { filtersOf } from '../filters.js';
import type { PageFiles } from '../page-files.js';
import { departmentsTable } from '../page-tables.js';
import type { DepartmentNode, DepartmentPage, Page } from '../site.js';
import { siteWordsOf } from '../site-words.js';
import { mainPage } from './main-page.js';

/** The tree of departments with how many rows each answers for. */
export function departmentsPage(roadmap: Roadmap, lang: Lang, files: PageFiles): Page {
  const tracks = tracksOf(roadmap);
  const rowsOf = (department: Department) => [...answeredItems(roadmap, department)].filter(({ kind }) => kind === 'track').length;
  const rows = new Map(roadmap.departments.map((department) => [department.id, rowsOf(department)]));
  const node = (department: Department): DepartmentNode => ({
    name: department.name,
    href: paths.department(department.id),
    rows: rows.get(department.id) ?? 0,
    children: roadmap.departments.filter(({ parent }) => parent === department).map(node),
  });
  return {
    kind: 'departments',
    ...mainPage(paths.departments, siteWordsOf(lang).departmentsTitle),
    files: files.of(paths.departments, departmentsTable(roadmap.departments, rows, files.records)),
    tree: roadmap.departments.filter(({ parent }) => !parent).map(node),
    without: {
      rows: tracks.filter((track) => leadsOf(track).length === 0).length,
      all: tracks.length,
      href: `${paths.reading}#_without-leads`,
    },
  };
}

/** What a department and those below it answer for. */
export function departmentPage(department: Department, roadmap: Roadmap, lang: Lang, files: PageFiles): DepartmentPage {
  const words = siteWordsOf(lang);
  const items = answeredItems(roadmap, department);
  const keeps = (item: Measure | Track) => items.has(item);
  const sections = new Set([...items].map((item) => measureOf(item).section));
  const chapters = chaptersOf(roadmap, { lang, shows: ({ track }) => keeps(track), keeps, prune: true, among: sections });
  return {
    kind: 'department',
    path: paths.department(department.id),
    under: paths.departments,
    title: department.fullName,
    trail: [
      { ...own(words.departments), href: paths.departments },
      ...chainOf(department)
        .slice(1)
        .reverse()
        .map(({ id, name }) => ({ text: name, href: paths.department(id) })),
    ],
    counts: countsOfItems([...items], lang),
    below: roadmap.departments
      .filter(({ parent }) => parent === department)
      .map(({ id, name }) => ({ text: name, href: paths.department(id) })),
    chapters,
    files: files.ofChapters(paths.department(department.id), chapters),
    filters: filtersOf(roadmap, lang, [...sections], { departments: false, choosesSection: true }),
  };
}

import type { Lang } from '../../source/lang.js';

/**
 * What a file of data holds, in the words of a page. The tables are described in Japanese, in their data package, in the catalogue and here;
 * a page in English has words of its own.
 */
export function fileTitle({ path, title }: { path: string; title?: string }, lang: Lang): string | undefined {
  return lang === 'ja' ? title : (english[path] ?? title);
}

const english: Readonly<Record<string, string>> = {
  'phases.csv': 'Phases: a row for each bar of the roadmap',
  'sections.csv': 'Sections: the numbered headings below the chapters',
  'measures.csv': 'Measures: the tree of headings',
  'tracks.csv': 'Tracks: the rows that the bars stand in',
  'milestones.csv': 'Milestones and completed items',
  'kpis.csv': 'Targets (KPIs)',
  'kpi_actuals.csv': 'Actuals of the KPIs',
  'dues.csv': 'Due dates in the texts',
  'leads.csv': 'Leads: a row for each item and department',
  'departments.csv': 'The tree of departments',
  'notes.csv': 'Notes (※)',
  'relations.csv': 'Relations between items',
  'numbers.csv': 'Numbers in other documents and registers: a row for each item and number',
  'progress.csv': 'Progress reports: a row for each item and year',
  'progress_evidence.csv': 'Evidence for the reports',
  'passed_terms.csv': 'Terms passed before the range with no report, or reported as not done: a row for each term',
  'columns.csv': 'Data dictionary: what the columns mean',
  'codes.csv': 'Code table: what the codes mean',
  'datapackage.json': 'How the tables are made (Frictionless Data Package)',
  'roadmap.json': 'All of the tables in one, as records joined by ids',
  'slice.json': 'All of the tables in one, as records joined by ids',
  'changes.atom': 'Feed of the items that revisions changed (Atom)',
};

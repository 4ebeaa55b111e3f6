import type { Phase, PhaseDue, Roadmap } from '../model/roadmap.js';
import { promisesOf } from '../model/series.js';
import { kpisOf, measuresOf, milestonesOf, phasesOf, tracksOf } from '../model/walk.js';
import type { Lang } from '../source/lang.js';
import { paths } from './addresses.js';
import { chaptersOf } from './chapters.js';
import { datasetOf } from './dataset.js';
import { duesList, milestonesList } from './dated-lists.js';
import { kpiLine } from './kpi-line.js';
import { languageOf } from './language.js';
import type { ReportList } from './lists.js';
import { type Records, recordsOf } from './records.js';
import type { Report } from './report.js';
import { diffReport } from './revision/diff-report.js';
import { pastOf, promiseList } from './revision/edition-series.js';
import { feedOf } from './revision/feed.js';
import { planSite } from './site/plan-site.js';
import type { SiteOptions } from './site/site.js';
import { tablesOf } from './tables/plan-tables.js';
import { wordsOf } from './words.js';

/** The whole plan as a document. */
export function planReport(roadmap: Roadmap, lang: Lang, about: SiteOptions = {}): Report {
  const words = wordsOf(lang);
  const { plan } = roadmap;
  let records: Records | undefined;
  const recordsOnce = () => (records ??= recordsOf(roadmap));
  return {
    name: 'roadmap',
    title: plan.title,
    subtitle: plan.edition,
    lang,
    language: languageOf(plan),
    notes: plan.notes.map(({ text }) => text),
    summary: [
      { label: words.measures, value: String(measuresOf(roadmap).length) },
      { label: words.tracks, value: String(tracksOf(roadmap).length) },
      { label: words.phases, value: String(phasesOf(roadmap).length) },
    ],
    // Made when they are asked for: CSV and JSON, of what may be thousands of plans, need neither.
    chapters: () => chaptersOf(roadmap, { lang, ...(about.series && { past: pastOf(about.series, lang) }) }),
    lists: () => [
      duesList(duesOf(roadmap), lang),
      milestonesList(milestonesOf(roadmap), lang),
      kpiList(roadmap, lang),
      ...(about.series ? [promiseList(about.series, lang)] : []),
    ],
    ...revisionOf(about, lang),
    dataset: () => datasetOf(roadmap),
    site: () => planSite(roadmap, lang, about, recordsOnce()),
    data: recordsOnce,
    tables: () => tablesOf(roadmap, recordsOnce()),
  };
}

/** What changed since the edition before, where the plan names one. */
function revisionOf({ series, updated }: SiteOptions, lang: Lang): Pick<Report, 'revision' | 'feed'> {
  const { latest } = series ?? {};
  if (!latest) return {};
  return {
    revision: () => diffReport(latest, lang),
    ...(updated !== undefined && { feed: feedOf(latest, lang, updated, paths.changes) }),
  };
}

function duesOf(roadmap: Roadmap): { phase: Phase; due: PhaseDue }[] {
  return phasesOf(roadmap).flatMap((phase) => promisesOf(phase).map((due) => ({ phase, due })));
}

function kpiList(roadmap: Roadmap, lang: Lang): ReportList {
  const words = wordsOf(lang);
  return {
    id: 'kpis',
    heading: words.kpis,
    empty: words.nothing,
    columns: [words.name, words.target, words.base, words.actual, words.measure],
    rows: kpisOf(roadmap).map((kpi) => {
      const { name, target, base, actual, measure } = kpiLine(kpi, lang);
      return [name, target, base, actual, measure];
    }),
  };
}

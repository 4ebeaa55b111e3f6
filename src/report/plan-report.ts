import { seirekiPeriod } from '../model/period.js';
import type { Kpi, Roadmap } from '../model/roadmap.js';
import { heading, kpisOf, milestonesOf, phasesOf, sectionsOf } from '../model/walk.js';
import type { Lang } from '../source/lang.js';
import { datasetOf } from './dataset.js';
import { type GridOptions, gridOf } from './grid.js';
import { recordsOf } from './records.js';
import type { Report, ReportChapter, ReportList, ReportSection } from './report.js';
import { tablesOf } from './tables.js';
import { type Words, wordsOf } from './words.js';

/** The whole plan as a document. */
export function planReport(roadmap: Roadmap, lang: Lang): Report {
  const words = wordsOf(lang);
  const { plan } = roadmap;
  const measures = [...sectionsOf(roadmap)].flatMap((section) => section.measures);
  const tracks = measures.flatMap((measure) => measure.tracks);
  return {
    kind: 'plan',
    name: 'roadmap',
    title: plan.title,
    subtitle: plan.edition,
    lang,
    notes: plan.notes.map(({ text }) => text),
    summary: [
      { label: words.measures, value: String(measures.length) },
      { label: words.tracks, value: String(tracks.length) },
      { label: words.phases, value: String(tracks.reduce((sum, track) => sum + track.phases.length, 0)) },
    ],
    chapters: chaptersOf(roadmap),
    lists: [duesList(roadmap, words), milestonesList(roadmap, words), kpiList([...kpisOf(roadmap)], words)],
    dataset: () => datasetOf(roadmap),
    data: () => recordsOf(roadmap),
    tables: () => tablesOf(roadmap),
  };
}

export function chaptersOf(roadmap: Roadmap, options?: GridOptions): ReportChapter[] {
  return roadmap.chapters.map((chapter) => ({
    id: chapter.id,
    heading: heading(chapter)
      .replace(/^(第\d+)/, '$1 ')
      .replace(/ {2}/, ' '),
    sections: chapter.sections.map(
      (section): ReportSection => ({
        id: section.id,
        heading: heading(section),
        notes: section.notes.filter(({ column }) => !column).map(({ text }) => text),
        grid: gridOf(section, options),
      }),
    ),
  }));
}

export function duesList(roadmap: Roadmap, words: Words): ReportList {
  const rows = [...phasesOf(roadmap)].flatMap((phase) => phase.dues.map((due) => ({ phase, due })));
  return {
    id: 'dues',
    heading: words.dues,
    empty: words.nothing,
    columns: [words.due, words.text, words.period, words.section],
    rows: rows.map(({ phase, due }) => [due.text, phase.text, seirekiPeriod(phase.period), heading(phase.track.measure.section)]),
  };
}

function milestonesList(roadmap: Roadmap, words: Words): ReportList {
  return {
    id: 'milestones',
    heading: words.milestones,
    empty: words.nothing,
    columns: [words.date, words.text, words.measure],
    rows: [...milestonesOf(roadmap)].map(({ date, text, on }) => [date ?? '', text, heading(on.kind === 'track' ? on.measure : on)]),
  };
}

export function kpiList(kpis: readonly Kpi[], words: Words): ReportList {
  return {
    id: 'kpis',
    heading: words.kpis,
    empty: words.nothing,
    columns: [words.name, words.target, words.actual],
    rows: kpis.map((kpi) => [kpi.name, targetWords(kpi, words), actualWords(kpi, words)]),
  };
}

/** The target in words: as printed where that is known, else value, unit and year. */
export function targetWords({ target, unit, printed }: Kpi, words: Words): string {
  if (printed) return printed;
  const value = target.value === null ? words.unset : `${target.value}${unit}`;
  return `${value}（${target.fy === null ? words.noYear : `${target.fy}年度`}）`;
}

function actualWords({ actuals, unit }: Kpi, words: Words): string {
  const last = [...actuals].sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  return last ? `${last.value}${unit}（${last.date}）` : words.noActual;
}

import { seirekiFiscalYear, warekiFiscalYear } from '../model/fiscal-year.js';
import { seirekiPeriod } from '../model/period.js';
import { heading } from '../model/walk.js';
import type { Lang } from '../source/lang.js';
import type { FiscalYears, Slice } from '../transform/slice-roadmap.js';
import { type SlicePart, splitSlice } from '../transform/split-slice.js';
import { datasetOf } from './dataset.js';
import { chaptersOf } from './plan-report.js';
import { progressOf } from './progress.js';
import type { Report, ReportPart } from './report.js';
import { sliceLists } from './slice-lists.js';
import { sliceRecords } from './slice-records.js';
import { sliceTables } from './slice-tables.js';
import { type Words, wordsOf } from './words.js';

/** One fiscal year of a plan, or a range of them, as a document; `by` gives a part to each department or section. */
export function sliceReport(slice: Slice, lang: Lang, by?: SlicePart['by']): Report {
  const words = wordsOf(lang);
  const { roadmap, fiscalYears } = slice;
  const title = `${roadmap.plan.title} ${yearsInWords(fiscalYears)}`;
  const parts = by ? splitSlice(slice, by) : [];
  const { summary, chapters, lists, progress } = partOf(slice, words, { id: 'whole', heading: '' });
  return {
    kind: 'slice',
    name: 'slice',
    title,
    subtitle: roadmap.plan.edition,
    lang,
    notes: [...filterNotes(slice, words), ...(slice.hasReports ? [] : [words.noReports])],
    summary,
    chapters,
    lists,
    progress,
    ...(by && { parts: parts.map((part) => sheetOf(part, words)) }),
    sheets: () => splitSlice(slice, 'lead').map((part) => sheetOf(part, words)),
    dataset: () => datasetOf(roadmap, title, fiscalYears),
    data: () => sliceRecords(slice, parts),
    tables: () => sliceTables(slice),
  };
}

/** `2023年度（令和5年度）`, `2022～2023年度（令和4年度～令和5年度）`. */
export function yearsInWords([first, last]: FiscalYears): string {
  if (first === last) return `${seirekiFiscalYear(first)}（${warekiFiscalYear(first)}）`;
  return `${first}～${seirekiFiscalYear(last)}（${warekiFiscalYear(first)}～${warekiFiscalYear(last)}）`;
}

/** A part with only the lists that hold anything. */
function sheetOf(part: SlicePart, words: Words): ReportPart {
  const whole = partOf(part.slice, words, nameOf(part, words));
  return { ...whole, lists: whole.lists.filter(({ rows }) => rows.length > 0) };
}

function partOf(slice: Slice, words: Words, name: Pick<ReportPart, 'id' | 'heading'>): ReportPart {
  const { roadmap, phases } = slice;
  const byPhase = new Map(phases.map((sliced) => [sliced.phase, sliced]));
  const milestones = new Set(slice.milestones);
  const count = (standing: string) => phases.filter((sliced) => sliced.standing === standing).length;
  const chapters = chaptersOf(roadmap, {
    shows: (phase) => byPhase.has(phase),
    points: (milestone) => milestones.has(milestone),
    prune: true,
    extras: (phase) => {
      const sliced = byPhase.get(phase);
      if (!sliced) return {};
      const { standing, previous, next, context } = sliced;
      return {
        standing: words[standing],
        ...(previous && { previous: previous.text }),
        ...(next && { next: next.text }),
        context: context.map(({ text, period }) => ({ text, period: seirekiPeriod(period) })),
      };
    },
  });
  return {
    ...name,
    summary: (['begins', 'continues', 'ends', 'within'] as const).map((standing) => ({
      label: words[standing],
      value: String(count(standing)),
    })),
    chapters: chapters
      .map((chapter) => ({ ...chapter, sections: chapter.sections.filter(({ grid }) => grid.groups.length > 0) }))
      .filter(({ sections }) => sections.length > 0),
    lists: sliceLists(slice, words),
    progress: progressOf(slice),
  };
}

/** What the slice was narrowed to, so that nobody takes it for the whole. */
function filterNotes({ filter: { leads, statuses } }: Slice, words: Words): string[] {
  return [
    ...(leads ? [`${words.onlyLeads}: ${leads.map(({ fullName }) => fullName).join('、')}`] : []),
    ...(statuses ? [`${words.onlyStatuses}: ${statuses.map((status) => status ?? words.unreported).join('、')}`] : []),
  ];
}

function nameOf(part: SlicePart, words: Words): Pick<ReportPart, 'id' | 'heading'> {
  if (part.by === 'section') return { id: part.section.id, heading: heading(part.section) };
  return part.department ? { id: part.department.id, heading: part.department.fullName } : { id: 'no-lead', heading: words.noLead };
}

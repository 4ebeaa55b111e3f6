import type { Lang } from '../../source/lang.js';
import type { Slice } from '../../transform/slice-roadmap.js';
import { type SlicePart, splitSlice } from '../../transform/split-slice.js';
import { datasetOf } from '../dataset.js';
import { languageOf } from '../language.js';
import { yearsWords } from '../period-words.js';
import { progressOf } from '../progress.js';
import { recordsOf } from '../records.js';
import type { Report, ReportPart } from '../report.js';
import type { SiteOptions } from '../site/site.js';
import { sliceSite } from '../site/slice-site.js';
import { sliceTables } from '../tables/slice-tables.js';
import { plain } from '../told.js';
import { wordsOf } from '../words.js';
import { chaptersOfSlice, partName } from './slice-chapters.js';
import { sliceLists, sliceNotes } from './slice-lists.js';
import { sliceRecords } from './slice-records.js';
import { standingCounts } from './told-standing.js';

/** One fiscal year of a plan, or a range of them, as a document; `by` gives a part to each department or section. */
export function sliceReport(slice: Slice, lang: Lang, by?: SlicePart['by'], about: SiteOptions = {}): Report {
  const { roadmap, fiscalYears } = slice;
  const title = `${roadmap.plan.title} ${yearsWords(fiscalYears, lang)}`;
  const parts = by ? splitSlice(slice, by) : [];
  const { summary, chapters, lists, progress } = partOf(slice, lang);
  return {
    name: 'slice',
    title,
    subtitle: roadmap.plan.edition,
    lang,
    language: languageOf(roadmap.plan),
    notes: sliceNotes(slice, lang).map(plain),
    summary,
    chapters,
    lists,
    progress,
    ...(by && { parts: parts.map((part) => sheetOf(part, lang)) }),
    dataset: () => datasetOf(roadmap, title, fiscalYears),
    site: () => sliceSite(slice, lang, about, recordsOf(roadmap), by),
    data: () => sliceRecords(slice, parts),
    tables: () => sliceTables(slice),
  };
}

/** A part with only the lists that hold anything. */
function sheetOf(part: SlicePart, lang: Lang): ReportPart {
  const whole = partOf(part.slice, lang);
  return { ...whole, heading: partName(part, lang).name.text, lists: () => whole.lists().filter(({ rows }) => rows.length > 0) };
}

function partOf(slice: Slice, lang: Lang): Omit<ReportPart, 'heading'> {
  return {
    summary: standingCounts(slice.phases, wordsOf(lang)),
    chapters: () => chaptersOfSlice(slice, lang),
    lists: () => sliceLists(slice, lang),
    progress: progressOf(slice, lang),
  };
}

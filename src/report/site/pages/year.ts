import type { Section } from '../../../model/roadmap.js';
import type { Lang } from '../../../source/lang.js';
import type { Slice } from '../../../transform/slice-roadmap.js';
import { type SlicePart, splitSlice } from '../../../transform/split-slice.js';
import { type AddressOf, paths } from '../../addresses.js';
import { kpiLine } from '../../kpi-line.js';
import { asOfWords } from '../../kpi-words.js';
import type { ReportList } from '../../lists.js';
import { dueId, targetId } from '../../part-ids.js';
import { yearsWords } from '../../period-words.js';
import { progressOf } from '../../progress.js';
import { chaptersOfSlice, partName } from '../../slice/slice-chapters.js';
import { sliceLists, sliceNotes } from '../../slice/slice-lists.js';
import { standingCounts } from '../../slice/told-standing.js';
import { own, type Piece, told } from '../../told.js';
import { wordsOf } from '../../words.js';
import { sectionsHere } from '../contents.js';
import { filtersOf } from '../filters.js';
import { datedLines, isAhead } from '../lines.js';
import type { PageFiles } from '../page-files.js';
import type { Link, YearPage } from '../site.js';
import { siteWordsOf } from '../site-words.js';

export interface YearPlace {
  path: string;
  under: string;
  trail: Link[];
  address: AddressOf;
  files: PageFiles;
  /** The name of the department or section that it is narrowed to. */
  part?: Piece;
  sheets?: YearPage['sheets'];
  previous?: Link;
  next?: Link;
}

/**
 * One fiscal year, or a range of them: what begins, goes on and ends, what falls due, what was not reported. `written`: its data is that of
 * the whole build.
 */
export function yearPage(slice: Slice, lang: Lang, { address, files, ...place }: YearPlace, written = false): YearPage {
  const words = wordsOf(lang);
  const { roadmap, fiscalYears } = slice;
  const [, last] = fiscalYears;
  const years = yearsWords(fiscalYears, lang);
  const dates = new Set([
    ...slice.milestones.map(({ id }) => id),
    ...slice.dues.map(({ phase, due }) => dueId(phase, due)),
    ...slice.kpis.map(({ kpi }) => targetId(kpi)),
  ]);
  const sections = roadmap.chapters
    .flatMap((chapter): Section[] => chapter.sections)
    .filter((section) => slice.phases.some(({ phase }) => phase.track.measure.section === section));
  const chapters = chaptersOfSlice(slice, lang, address);
  const lists = sliceLists(slice, lang, address).filter(({ id }) => !toldOtherwise.includes(id));
  return {
    kind: 'year',
    sheets: { title: '', links: [], folded: false },
    title: place.part ? `${years} ${place.part.text}` : years,
    ...place,
    range: [...new Set(fiscalYears)].join('-'),
    years,
    counts: standingCounts(slice.phases, words),
    notes: sliceNotes(slice, lang),
    chapters,
    contents: sectionsHere(chapters, lang),
    files: files.ofSlice(place.path, slice, chapters, written),
    dates: datedLines(roadmap, lang, address)
      .filter((dated) => isAhead(dated) && dates.has(dated.line.id))
      .map(({ line }) => line),
    kpis: slice.kpis.map(({ kpi }) => kpiLine(kpi, lang, address, last)),
    kpisNote: asOfWords(
      slice.kpis.map(({ kpi }) => kpi),
      last,
      lang,
    ),
    progress: progressOf(slice, lang, address),
    lists,
    reported: reportedCounts(slice, lists, lang),
    filters: filtersOf(roadmap, lang, sections, { years: false, choosesSection: true }),
  };
}

/** The statuses with their counts, how many passed terms each list has, and how many reports there are. */
function reportedCounts(slice: Slice, lists: readonly ReportList[], lang: Lang): YearPage['reported'] {
  if (!slice.hasReports) return [];
  const words = wordsOf(lang);
  return [
    { label: [own(words.statusCounts)], href: '#_statuses' },
    ...slice.statuses.map(({ status, count }) => ({ label: told(status ?? own(words.unreported)), value: String(count) })),
    ...lists
      .filter(({ id }) => id === 'unreported' || id === 'overdue')
      .map(({ id, heading, rows }) => ({ label: [own(heading)], value: String(rows.length), href: `#_${id}` })),
    ...(slice.reports.length > 0 ? [{ label: [own(words.reports)], value: String(slice.reports.length), href: '#_progress' }] : []),
  ];
}

/** The lists that the page tells with links. */
const toldOtherwise = ['dues', 'milestones', 'kpis'];

/** More links than these would push what the page is about out of sight. */
const manySheets = 8;

/**
 * A page for each department or section that the slice holds anything of: what a ministry is sent, and prints. Where there is one part
 * only it would be the same page again, so there is none.
 */
export function sheetPages(
  slice: Slice,
  lang: Lang,
  by: SlicePart['by'],
  place: (part: Slice) => Omit<YearPlace, 'path'>,
): { sheets: YearPage['sheets']; pages: YearPage[] } {
  const parts = splitSlice(slice, by);
  const words = siteWordsOf(lang);
  const title = by === 'lead' ? words.sheetsByLead : words.sheetsBySection;
  if (parts.length < 2) return { sheets: { title, links: [], folded: false }, pages: [] };
  const sheets = parts.map((part) => {
    const { id, name } = partName(part, lang);
    const path = paths.sheet(slice.fiscalYears, id);
    const page = yearPage(part.slice, lang, { ...place(part.slice), path, part: name });
    const lists = page.lists.filter(({ rows }) => rows.length > 0);
    return { link: { ...name, href: path }, page: { ...page, lists, reported: reportedCounts(part.slice, lists, lang) } };
  });
  const folded = sheets.length > manySheets;
  return { sheets: { title, links: sheets.map(({ link }) => link), folded }, pages: sheets.map(({ page }) => page) };
}

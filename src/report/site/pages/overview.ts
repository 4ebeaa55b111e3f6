import { type FiscalYear, firstMonthOf, fiscalYearOf, formatMonth, lastMonthOf, type Month } from '../../../model/fiscal-year.js';
import type { Phase, Roadmap, Section } from '../../../model/roadmap.js';
import { heading, kpisOf, measuresOf, phasesOf, sectionsOf, tracksOf } from '../../../model/walk.js';
import type { Lang } from '../../../source/lang.js';
import { paths } from '../../addresses.js';
import { kpiLine } from '../../kpi-line.js';
import { latestWords } from '../../kpi-words.js';
import { languageOf } from '../../language.js';
import { monthWords } from '../../period-words.js';
import { phaseRecord } from '../../records.js';
import { plain } from '../../told.js';
import { countsInWords } from '../counts.js';
import { datedLines, eventLine, isAhead } from '../lines.js';
import type { PageFiles } from '../page-files.js';
import { type MatrixRow, matrixTable } from '../page-tables.js';
import type { Folded, Matrix, OverviewPage } from '../site.js';
import { siteWordsOf } from '../site-words.js';
import { begins, ends, movesIn, yearNames, yearsOf } from '../years.js';
import { mainPage } from './main-page.js';
import { readingCounts } from './reading.js';

export interface Focus {
  /** The month of the data: of `SOURCE_DATE_EPOCH` or of the last commit. */
  month?: Month;
  /** The fiscal year asked for. */
  fiscalYear?: FiscalYear;
}

/** What moves in one fiscal year, what falls due, the plan at a glance, and what it does not say. */
export function overviewPage(roadmap: Roadmap, lang: Lang, focus: Focus, files: PageFiles): OverviewPage {
  const words = siteWordsOf(lang);
  const { year, why } = focusYear(roadmap, focus);
  const phases = phasesOf(roadmap);
  const starts = phases.filter((phase) => begins(phase, year));
  // No other language has these words.
  const tellsService = /^ja\b/i.test(languageOf(roadmap.plan));
  const service = new Set(starts.filter(putsIntoService));
  const ending = phases.filter((phase) => ends(phase, year));
  const closing = ending.map((phase) => eventLine(phase, lang));
  const names = yearNames(year, lang);
  const from = focus.month !== undefined && fiscalYearOf(focus.month) === year ? focus.month : firstMonthOf(year);
  const due = datedLines(roadmap, lang).filter(
    (dated) => isAhead(dated) && dated.month !== null && dated.month >= from && dated.month <= from + 11,
  );
  const honest = readingCounts(roadmap, lang);
  const cells = new Map(sectionsOf(roadmap).map((section) => [section, cellsOf(section, yearsOf(roadmap))]));
  const matrix = matrixOf(roadmap, cells, lang, year);
  return {
    kind: 'overview',
    ...mainPage(paths.overview, words.overview),
    year: { ...names, why: words[why] },
    counts: countsInWords({ measures: measuresOf(roadmap).length, tracks: tracksOf(roadmap).length, phases: phases.length }, lang),
    starts: {
      intoService: tellsService,
      rows: folded(
        (tellsService ? [...service] : starts).map((phase) => eventLine(phase, lang)),
        many,
      ),
      others: tellsService ? starts.filter((phase) => !service.has(phase)).map((phase) => eventLine(phase, lang)) : [],
    },
    ends: folded(closing, 8),
    due: {
      span: `${monthWords(from, lang)}${words.to}${monthWords(from + 11, lang)}`,
      ...folded(
        due.map(({ line }) => line),
        many,
      ),
    },
    matrix,
    kpis: folded(
      kpisOf(roadmap).map((kpi) => kpiLine(kpi, lang)),
      many,
    ),
    kpisNote: latestWords(kpisOf(roadmap), year, lang),
    honest,
    files: files.of(paths.overview, matrixTable(matrixRows(cells), files.records), {
      fiscalYear: year,
      starts: starts.map((phase) => ({ ...phaseRecord(phase), ...(tellsService && { intoService: service.has(phase) }) })),
      ends: ending.map(phaseRecord),
      fallsDue: due.map(({ line: { id, text, when }, kind, on, month }) => ({
        id,
        kind,
        on,
        text: plain(text),
        when: plain(when),
        lastMonth: formatMonth(month ?? 0),
      })),
      kpis: files.records.kpis,
      unknown: honest.map(({ label, value }) => ({ label, value })),
    }),
  };
}

/** More of one kind than these would push what follows out of sight. */
const many = 20;

function folded<T>(rows: readonly T[], shown: number): Folded<T> {
  return { count: rows.length, first: rows.slice(0, shown), rest: rows.slice(shown) };
}

/** The year asked for, else that of the data, held to the years that the plan shows, else the first of them. */
function focusYear(
  roadmap: Roadmap,
  { month, fiscalYear }: Focus,
): { year: FiscalYear; why: 'focusAsked' | 'focusDate' | 'focusLast' | 'focusFirst' } {
  if (fiscalYear !== undefined) return { year: fiscalYear, why: 'focusAsked' };
  const years = yearsOf(roadmap);
  const [first = 0, last = first] = [years[0], years.at(-1)];
  if (month === undefined || month < firstMonthOf(first)) return { year: first, why: 'focusFirst' };
  return month > lastMonthOf(last) ? { year: last, why: 'focusLast' } : { year: fiscalYearOf(month), why: 'focusDate' };
}

/**
 * Whether a phase's words say that something can be used from then on: not that it is prepared, tried or aimed at. No edition prints this; the
 * page says that it was told by words.
 */
export function putsIntoService({ text }: Pick<Phase, 'text'>): boolean {
  const plain = text.replace(/[（(][^）)]*[）)]/g, '').trim();
  return [...plain.matchAll(intoService)].some(({ index }) => !/までの間|に向け|目指|検討|できるよう/.test(plain.slice(index)));
}

const intoService = new RegExp(
  [
    '(?<!(?:検討|実証|試行|試験|実験|調査|研究|開発|準備|整備|構築|設計|議論|作業|工事|事業)(?:を|の)?(?:順次|随時|一部)?)開始',
    '本格(?:的な|的に|的)?(?:運用|稼働|実施|導入)',
    '(?:実現|実装|交付|提供|導入|稼働)$',
  ].join('|'),
  'g',
);

type Cells = ReadonlyMap<Section, ReturnType<typeof cellsOf>>;

function matrixOf(roadmap: Roadmap, cells: Cells, lang: Lang, focus: FiscalYear): Matrix {
  const years = yearsOf(roadmap);
  const most = Math.max(1, ...[...cells.values()].flatMap((row) => row.map(({ active }) => active)));
  return {
    years: years.map((year) => ({ ...yearNames(year, lang), current: year === focus })),
    width: years.length + 1,
    crowded: years.length > 8,
    chapters: roadmap.chapters.map((chapter) => ({
      heading: heading(chapter),
      // A chapter that is one section of the same heading is told once.
      alone: chapter.sections.length === 1 && chapter.sections.every((section) => heading(section) === heading(chapter)),
      rows: chapter.sections.map((section) => ({
        heading: heading(section),
        href: paths.section(section.id),
        cells: (cells.get(section) ?? []).map((cell) => ({ ...cell, level: Math.ceil((cell.active / most) * 4) })),
      })),
    })),
  };
}

function matrixRows(cells: Cells): MatrixRow[] {
  return [...cells].flatMap(([section, row]) => row.map((cell) => ({ section: section.id, heading: heading(section), ...cell })));
}

function cellsOf(section: Section, years: readonly FiscalYear[]) {
  const phases = section.measures.flatMap((measure) => measure.tracks.flatMap((track) => track.phases));
  return years.map((year) => ({
    year,
    ...movesIn(phases, year),
    href: `${paths.year(year)}#${section.id}`,
    beginsHref: `${paths.year(year)}?show=begins&section=${section.id}#${section.id}`,
    endsHref: `${paths.year(year)}?show=ends&section=${section.id}#${section.id}`,
  }));
}

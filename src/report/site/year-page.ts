import type { Kpi, Section } from '../../model/roadmap.js';
import type { Lang } from '../../source/lang.js';
import type { Slice } from '../../transform/slice-roadmap.js';
import { yearWords } from '../period-words.js';
import { progressOf } from '../progress.js';
import { chaptersOfSlice, yearsInWords } from '../slice-chapters.js';
import { sliceLists } from '../slice-lists.js';
import { type Words, wordsOf } from '../words.js';
import type { AddressOf } from './addresses.js';
import { filtersOf } from './filters.js';
import { datedLines, kpiLine } from './lines.js';
import type { Fact, Link, YearPage } from './site.js';

export interface YearPlace {
  path: string;
  under: string;
  trail: Link[];
  address: AddressOf;
  previous?: Link;
  next?: Link;
}

/** One fiscal year, or a range of them: what begins, goes on and ends, what falls due, what was not reported. */
export function yearPage(slice: Slice, lang: Lang, { address, ...place }: YearPlace): YearPage {
  const words = wordsOf(lang);
  const { roadmap, fiscalYears, hasReports } = slice;
  const [first, last] = fiscalYears;
  const milestones = new Set(slice.milestones.map(({ id }) => id));
  const dues = new Set(slice.dues.map(({ phase, due }) => `${phase.id}.due${phase.dues.indexOf(due) + 1}`));
  const sections = roadmap.chapters
    .flatMap((chapter): Section[] => chapter.sections)
    .filter((section) => slice.phases.some(({ phase }) => phase.track.measure.section === section));
  return {
    kind: 'year',
    ...place,
    title: first === last ? titleOf(first, lang) : yearsInWords(fiscalYears),
    ownTitle: true,
    year: first,
    counts: countsOf(slice, words),
    notes: hasReports ? [] : [words.noReports],
    chapters: chaptersOfSlice(slice, lang, address),
    dates: datedLines(roadmap, lang, address)
      .filter(({ line }) => milestones.has(line.id) || dues.has(line.id))
      .map(({ line }) => line),
    kpis: slice.kpis.map(({ kpi }: { kpi: Kpi }) => kpiLine(kpi, lang, address)),
    progress: progressOf(slice),
    lists: sliceLists(slice, words).filter(({ id }) => !toldOtherwise.includes(id)),
    filters: filtersOf(roadmap, lang, sections, { years: false, choosesSection: true }),
  };
}

/** The lists that the page tells with links. */
const toldOtherwise = ['dues', 'milestones', 'kpis'];

function titleOf(year: number, lang: Lang): string {
  const { seireki, wareki } = yearWords(year, lang);
  return lang === 'ja' ? `${seireki}（${wareki}）` : seireki;
}

function countsOf({ phases }: Slice, words: Words): Fact[] {
  return (['begins', 'continues', 'ends', 'within'] as const).map((standing) => ({
    label: words[standing],
    value: String(phases.filter((sliced) => sliced.standing === standing).length),
  }));
}

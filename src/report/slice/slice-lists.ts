import { fiscalYearOf } from '../../model/fiscal-year.js';
import type { ProgressReport } from '../../model/roadmap.js';
import { shownWindow } from '../../model/shown-window.js';
import { heading, leadsOf, sectionOf } from '../../model/walk.js';
import type { Lang } from '../../source/lang.js';
import type { PassedTerm, Slice } from '../../transform/slice-roadmap.js';
import type { AddressOf } from '../addresses.js';
import { duesList, milestonesList } from '../dated-lists.js';
import { kpiLine } from '../kpi-line.js';
import type { ReportList } from '../lists.js';
import { placeName } from '../names.js';
import { periodWords, yearWords } from '../period-words.js';
import { joined, own, type Told, told } from '../told.js';
import { type Words, wordsOf } from '../words.js';

/** What stands beside the tables of a year: what falls due in it, how far the targets are, and what was due before. */
export function sliceLists(slice: Slice, lang: Lang, address: AddressOf = () => undefined): ReportList[] {
  const words = wordsOf(lang);
  return [
    duesList(slice.dues, lang),
    milestonesList(slice.milestones, lang),
    kpisList(slice, lang),
    ...(slice.targetsToSet.length > 0 ? [targetsToSetList(slice, words, address)] : []),
    ...(slice.hasReports
      ? [
          statusesList(slice, words),
          ...(slice.verdicts.length > 0 ? [verdictsList(slice, words)] : []),
          passedList('unreported', words.unreportedTerms, slice.unreported, lang, address),
          passedList('overdue', words.overdue, slice.overdue, lang, address),
        ]
      : []),
  ];
}

/** What the slice was narrowed to, so that nobody takes it for the whole, and what it cannot tell. */
export function sliceNotes(slice: Slice, lang: Lang): Told[] {
  const words = wordsOf(lang);
  const { leads, statuses } = slice.filter;
  return [
    ...(leads
      ? [
          told(
            own(`${words.onlyLeads}: `),
            joined(
              leads.map((lead) => lead?.fullName ?? [own(words.noLead)]),
              words.comma,
            ),
          ),
        ]
      : []),
    ...(statuses
      ? [
          told(
            own(`${words.onlyStatuses}: `),
            joined(
              statuses.map(({ as, word }) => word ?? [own(words[as === 'status' ? 'unreported' : 'unjudged'])]),
              words.comma,
            ),
          ),
        ]
      : []),
    ...missingNotes(slice, lang),
  ];
}

/** What the figures and lists cannot show: years outside the table, a year before that is in another edition, reports where there are none. */
export function missingNotes({ fiscalYears: [first, last], roadmap, hasReports, earlierEdition }: Slice, lang: Lang): Told[] {
  const words = wordsOf(lang);
  const window = shownWindow(roadmap);
  const isOutside = first > fiscalYearOf(window.end) || last < fiscalYearOf(window.start);
  return [
    ...(isOutside ? [[own(`${words.outsideTable}: ${periodWords(window, lang)}`)]] : []),
    ...(hasReports ? [] : [[own(words.noReports)]]),
    ...(hasReports && earlierEdition !== undefined ? [told(own(`${words.yearBeforeIn}: `), earlierEdition)] : []),
  ];
}

/** How many rows have which status, and how many more or fewer than the year before. */
function statusesList({ statuses }: Slice, words: Words): ReportList {
  const compares = statuses.some(({ before }) => before !== null);
  return {
    id: 'statuses',
    heading: words.statusCounts,
    empty: words.nothing,
    columns: [words.status, words.rowCount, ...(compares ? [words.yearBefore, words.change] : [])],
    rows: statuses.map(({ status, count, before }) => [
      status ?? [own(words.unreported)],
      String(count),
      ...(compares ? [before === null ? '' : String(before), before === null ? '' : signed(count - before)] : []),
    ]),
  };
}

/** How many rows have which verdict, and how many are still to be judged. */
function verdictsList({ verdicts }: Slice, words: Words): ReportList {
  return {
    id: 'verdicts',
    heading: words.verdictCounts,
    empty: words.nothing,
    columns: [words.verdict, words.rowCount],
    rows: verdicts.map(({ verdict, count }) => [verdict ?? [own(words.unjudged)], String(count)]),
  };
}

function kpisList({ kpis, fiscalYears: [, last] }: Slice, lang: Lang): ReportList {
  const words = wordsOf(lang);
  return {
    id: 'kpis',
    heading: words.kpis,
    empty: words.nothing,
    columns: [words.name, words.target, words.base, words.latest, words.computed, words.declared],
    rows: kpis.map(({ kpi }) => {
      const { name, target, base, actual, standing, declared } = kpiLine(kpi, lang, undefined, last);
      return [name, target, base, actual, [own(standing)], declared];
    }),
  };
}

function targetsToSetList({ targetsToSet }: Slice, words: Words, address: AddressOf): ReportList {
  return {
    id: 'targets-to-set',
    heading: words.targetsToSet,
    empty: words.nothing,
    columns: [words.name, words.unit, words.section],
    links: { column: 0, hrefs: targetsToSet.map(address) },
    rows: targetsToSet.map(({ name, unit, on }) => [name, unit, heading(sectionOf(on))]),
  };
}

function passedList(id: string, title: string, terms: readonly PassedTerm[], lang: Lang, address: AddressOf): ReportList {
  const words = wordsOf(lang);
  return {
    id,
    heading: title,
    empty: words.nothing,
    columns: [words.due, words.text, words.measure, words.leads, ...(id === 'overdue' ? [words.status] : [])],
    links: { column: 1, hrefs: terms.map(({ phase }) => address(phase) ?? address(phase.track)) },
    rows: terms.map((term) => {
      const { phase, report } = term;
      const leads = leadsOf(phase.track).map(({ fullName }) => fullName);
      return [
        passedWords(term, lang),
        phase.text,
        placeName(phase.track),
        leads.length > 0 ? leads.join(words.comma) : [own(words.noLead)],
        ...(id === 'overdue' ? [report ? reportedWords(report, lang) : ''] : []),
      ];
    }),
  };
}

/** The status, its year, and whether it speaks of the whole measure: then of this row only with the others. */
function reportedWords({ status, fy, on }: ProgressReport, lang: Lang): Told {
  const words = wordsOf(lang);
  const more = on.kind === 'measure' ? words.comma + words.onMeasure : '';
  return told(status ?? '', own(words.opening + yearWords(fy, lang).seireki + more + words.closing));
}

/** When it was due: the promises as printed, else the year of the printed end. */
function passedWords({ end, dues }: PassedTerm, lang: Lang): Told {
  return joined(
    [...(end === undefined ? [] : [[own(yearWords(end, lang).seireki)]]), ...dues.map(({ text }) => text)],
    wordsOf(lang).comma,
  );
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : change === 0 ? '±0' : `−${-change}`;
}

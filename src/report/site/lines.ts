import { dueFiscalYear } from '../../model/dates.js';
import { type FiscalYear, fiscalYearOf, lastMonthOf, type Month } from '../../model/fiscal-year.js';
import type { Department, Kpi, Milestone, Phase, PhaseDue, Roadmap } from '../../model/roadmap.js';
import { promisesOf } from '../../model/series.js';
import { kpisOf, leadsOf, milestonesOf, phasesOf } from '../../model/walk.js';
import type { Lang } from '../../source/lang.js';
import { type AddressOf, addressOf } from '../addresses.js';
import { kpiLine } from '../kpi-line.js';
import { placeName } from '../names.js';
import { dueId, targetId } from '../part-ids.js';
import { dateWords, periodWords } from '../period-words.js';
import { own, plain, type Told, told } from '../told.js';
import { wordsOf } from '../words.js';
import type { DateLine, EventLine } from './site.js';
import { siteWordsOf } from './site-words.js';

export function eventLine(phase: Phase, lang: Lang, address: AddressOf = addressOf): EventLine {
  return {
    text: phase.text,
    href: address(phase),
    period: periodWords(phase.period, lang),
    finer: phase.period.grain !== 'year',
    measure: placeName(phase.track),
    lead: leadInShort(leadsOf(phase.track), lang),
  };
}

/** A dated thing with the last month that it can mean; null where its words name none. */
export interface Dated {
  line: DateLine;
  kind: 'milestone' | 'completed' | 'due' | 'kpi';
  /** The id of what it belongs to, and its date or promise as printed. */
  on: string;
  printed: string;
  month: Month | null;
  fiscalYear: FiscalYear | null;
}

/** Milestones, promises and targets, earliest first, those without a month at the end; document order within a month. */
export function datedLines(roadmap: Roadmap, lang: Lang, address: AddressOf = addressOf): readonly Dated[] {
  const before = known.get(roadmap);
  if (before?.lang === lang && before.address === address) return before.lines;
  const lines = linesOf(roadmap, lang, address);
  known.set(roadmap, { lang, address, lines });
  return lines;
}

/** Of each roadmap, its lines as they were told last: several pages tell them. */
const known = new WeakMap<Roadmap, { lang: Lang; address: AddressOf; lines: readonly Dated[] }>();

function linesOf(roadmap: Roadmap, lang: Lang, address: AddressOf): Dated[] {
  const dues = phasesOf(roadmap).flatMap((phase) => promisesOf(phase).map((due) => datedDue(phase, due, lang, address)));
  const targets = kpisOf(roadmap).flatMap((kpi) => (kpi.target.fy === null ? [] : [datedKpi(kpi, lang, address)]));
  // A target whose words are a promise of the same year is told once.
  const words = ({ line, fiscalYear }: Dated) => JSON.stringify([plain(line.text), line.measure, fiscalYear]);
  const promised = new Set(dues.map(words));
  const all = [
    ...milestonesOf(roadmap).map((milestone) => datedMilestone(milestone, lang, address)),
    ...dues,
    ...targets.filter((target) => !promised.has(words(target))),
  ];
  return all.sort((a, b) => (a.month ?? Number.POSITIVE_INFINITY) - (b.month ?? Number.POSITIVE_INFINITY) || 0);
}

/** Whether it is one of the 期限・節目: what is done already is not. */
export function isAhead({ kind }: Dated): boolean {
  return kind !== 'completed';
}

function datedMilestone(milestone: Milestone, lang: Lang, address: AddressOf): Dated {
  const { id, text, month, completed, on } = milestone;
  const words = siteWordsOf(lang);
  return {
    line: {
      id,
      when: [own(milestone.date ? dateWords(milestone.date, lang) : words.noDates)],
      kind: completed ? words.kindCompleted : words.kindMilestone,
      mark: completed ? '✓' : '▲',
      text: told(text),
      href: address(milestone),
      measure: placeName(on),
      ...leadWords(leadsOf(on), lang),
    },
    kind: completed ? 'completed' : 'milestone',
    on: on.id,
    printed: milestone.date ?? '',
    month: month ?? null,
    fiscalYear: month === undefined ? null : fiscalYearOf(month),
  };
}

function datedDue(phase: Phase, due: PhaseDue, lang: Lang, address: AddressOf): Dated {
  const { text, href, measure } = eventLine(phase, lang, address);
  return {
    line: {
      id: dueId(phase, due),
      when: told(due.text),
      kind: siteWordsOf(lang).kindDue,
      mark: '●',
      text: told(text),
      href,
      measure,
      ...leadWords(leadsOf(phase.track), lang),
    },
    kind: 'due',
    on: phase.id,
    printed: due.text,
    month: due.to,
    fiscalYear: dueFiscalYear(due),
  };
}

function datedKpi(kpi: Kpi, lang: Lang, address: AddressOf): Dated {
  const fy = kpi.target.fy ?? 0;
  const line = kpiLine(kpi, lang, address);
  return {
    line: {
      id: targetId(kpi),
      when: [own(periodWords({ start: lastMonthOf(fy) - 11, end: lastMonthOf(fy), grain: 'year' }, lang))],
      kind: siteWordsOf(lang).kindKpi,
      mark: '◎',
      text: plain(line.target).includes(line.name) ? line.target : told(`${line.name} `, line.target),
      href: address(kpi),
      measure: line.measure,
      ...leadWords(kpi.on.kind === 'section' ? [] : leadsOf(kpi.on), lang),
    },
    kind: 'kpi',
    on: kpi.on.id,
    printed: '',
    month: lastMonthOf(fy),
    fiscalYear: fy,
  };
}

function leadWords(leads: readonly Department[], lang: Lang): Pick<DateLine, 'lead' | 'leads'> {
  return { lead: leadInShort(leads, lang), leads: leads.map(({ fullName }) => fullName) };
}

/** One or two by name; of more, the first and how many others. */
function leadInShort(leads: readonly Department[], lang: Lang): Told {
  const names = leads.map(({ fullName }) => fullName);
  if (names.length <= 2) return told(names.join(wordsOf(lang).comma));
  return told(names[0] ?? '', lang === 'ja' ? own(`ほか${names.length - 1}`) : ` (+${names.length - 1})`);
}

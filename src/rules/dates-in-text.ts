import type { Bilingual } from '../diagnostics/diagnostic.js';
import { type Claim, claimsOf } from '../model/claims.js';
import type { DateMention } from '../model/dates.js';
import { claimsOfPhase, hasFalseTwin, phasesNamingTimes, unmatchedDues } from '../model/due-claims.js';
import { fiscalYearOf, formatMonth, type Month, seirekiFiscalYear, warekiFiscalYear } from '../model/fiscal-year.js';
import { monthsIn } from '../model/period.js';
import type { Phase, Roadmap } from '../model/roadmap.js';
import { readingOf } from '../model/texts.js';
import { kpisOf, milestonesOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/**
 * The times that a text names agree with the period of the phase that carries it, with the date of a milestone and with the year of a
 * target. まで and 中に must not lie before the beginning or behind the printed end, から and 以降 are the beginning, and what only dates a
 * thing (令和2年改正法, 令和8年度以降の方針を検討) is no time of the phase. The table's edges prove nothing.
 */
export const rule: Rule = {
  code: 'dates-in-text',
  severity: 'warning',
  contradiction: true,
  yieldsTo: ['phase-order', 'phases-in-window', 'no-overlapping-phases'],
  summary: {
    ja: '文にある年や月が、工程の期間、▲の日付、目標の年度と合っている',
    en: 'the times that a text names agree with the period, the date or the target beside it',
  },
  cure: {
    ja: '文の印字と年度の列を見比べて、写し違いを直してください。印字どおりなら、理由を `allow` に書いて残します',
    en: 'compare the printed words and columns and mend what was miscopied; if it is printed so, say why in `allow`',
  },
  example: { bad: '- 2023-: 運用開始 (令和5年1月～)', good: '- 2022-: 運用開始 (令和5年1月～)\n  basis: text' },
  options: {
    names: {
      summary: { ja: '年のすぐ後にあると、期日でなく物の名前になる語', en: 'words that, right behind a year, make it the name of a thing' },
      kind: 'words',
      default: [],
    },
  },
  *check(roadmap, options) {
    const names = [options['names'] ?? []].flat();
    for (const phase of phasesNamingTimes(roadmap)) yield* checkPhase(roadmap, phase, names);
    for (const milestone of milestonesOf(roadmap)) {
      const { text, month, date, location } = milestone;
      const mentions = claimsOf(text, names).flatMap(({ kind, mention }) => (kind === 'name' || kind === 'toward' ? [] : [mention]));
      const [first] = mentions;
      if (month === undefined || !first || mentions.some((one) => hasFalseTwin(one) || (one.from <= month && month <= one.to))) continue;
      yield {
        message: {
          ja: `文の \`${first.text}\` が、日付 \`${date}\` と合いません`,
          en: `\`${first.text}\` in the text does not agree with the date \`${date}\``,
        },
        location: location.slice(first.index, first.text),
        related: [{ message: { ja: '日付はここです', en: 'the date' }, location: location.key() }],
        on: milestone,
      };
    }
    for (const kpi of kpisOf(roadmap)) {
      const { printed, target } = kpi;
      const claim = printed ? claimsOf(printed, names).find(({ promise }) => promise) : undefined;
      if (!claim || target.fy === null || hasFalseTwin(claim.mention)) continue;
      const { from, to, text, index } = claim.mention;
      if (fiscalYearOf(from) <= target.fy && target.fy <= fiscalYearOf(to)) continue;
      yield {
        message: {
          ja: `目標の文の \`${text}\` が、目標の年度（${seirekiFiscalYear(target.fy)}）と合いません`,
          en: `\`${text}\` in the target's words does not agree with ${target.fy}, the year of the target`,
        },
        location: kpi.location.at('printed').slice(index, text),
        related: [{ message: { ja: '目標はここです', en: 'the target' }, location: kpi.location.at('target') }],
        on: kpi,
      };
    }
  },
};

function* checkPhase(roadmap: Roadmap, phase: Phase, names: readonly string[]): ReturnType<Rule['check']> {
  const claims = claimsOfPhase(roadmap, phase, names);
  if (claims.length === 0) return;
  // A date that its due date does not follow is another finding.
  const disputed = new Set(unmatchedDues(phase, claims).map(({ claim }) => claim));
  for (const claim of claims) {
    if (claim.kind === 'name' || disputed.has(claim) || hasFalseTwin(claim.mention)) continue;
    const clash = clashOf(claim, phase);
    if (!clash) continue;
    yield {
      message: clash.message,
      location: claim.location,
      related: clash.before
        ? [{ message: { ja: '前の工程はここです', en: 'the phase before' }, location: clash.before.location.key(clash.before.written) }]
        : [{ message: { ja: '工程の期間はここです', en: 'the period of the phase' }, location: phase.location.key(phase.written) }],
      on: phase,
    };
  }
}

interface Clash {
  message: Bilingual;
  before?: Phase;
}

/** How a time of the text contradicts the period of its phase; undefined where it does not. */
function clashOf(claim: Claim, phase: Phase): Clash | undefined {
  const { start, end } = phase.period;
  if (end !== null && end < start) return undefined;
  const { text, from, to } = claim.mention;
  if (claim.kind === 'from' && phase.startBasis === 'text') return overlapByDate(phase, claim.mention);
  const fault = faultOf(claim, phase);
  if (!fault) return undefined;
  const year = yearsOf(from, to);
  const told = messages[fault];
  const bar = `\`${phase.written}\``;
  return { message: { ja: told.ja(`\`${text}\`（${year}）`, bar), en: told.en(`\`${text}\` (${year})`, bar) } };
}

/** What is said of a time and a bar that contradict one another. */
const messages = {
  isBefore: {
    ja: (time: string, bar: string) => `文の ${time}は、工程の始まり ${bar} より前です`,
    en: (time: string, bar: string) => `${time} is before ${bar} begins`,
  },
  isAfter: {
    ja: (time: string, bar: string) => `文の ${time}は、工程 ${bar} の終わりより後です`,
    en: (time: string, bar: string) => `${time} is after ${bar} ends`,
  },
  beginsBefore: {
    ja: (time: string, bar: string) => `工程 ${bar} は、文の ${time}より前に始まっています`,
    en: (time: string, bar: string) => `${bar} begins before ${time}`,
  },
  beginsAfter: {
    ja: (time: string, bar: string) => `工程 ${bar} は、文の ${time}を過ぎてから始まっています`,
    en: (time: string, bar: string) => `${bar} begins when ${time} has passed`,
  },
  endsBefore: {
    ja: (time: string, bar: string) => `工程 ${bar} は、文の ${time}より前に終わっています`,
    en: (time: string, bar: string) => `${bar} ends before ${time}`,
  },
  goesOn: {
    ja: (time: string, bar: string) => `工程 ${bar} は、文の ${time}を過ぎても続いています`,
    en: (time: string, bar: string) => `${bar} goes on behind ${time}`,
  },
};

function faultOf({ kind, mention, first, last, aside, promise }: Claim, phase: Phase): keyof typeof messages | undefined {
  const { columns } = phase.track.measure.section;
  const { start, end, grain } = phase.period;
  const { text, from, to, index, precision } = mention;
  const edge = columns.at(-1);
  // What reaches the table's edge proves no beginning and no end.
  const openStart = start <= (columns[0]?.start ?? start);
  const openEnd = end === null || (edge !== undefined && !edge.open && end >= edge.end);
  const isBefore = to < start;
  const isAfter = !openEnd && from > end;
  switch (kind) {
    case 'from':
      if (isBefore && !openStart) return 'isBefore';
      if (isAfter) return 'isAfter';
      return first && from >= start + monthsIn[grain] ? 'beginsBefore' : undefined;
    case 'until':
    case 'within':
    case 'goal': {
      if (isBefore && (promise || !openStart)) return 'beginsAfter';
      if (isAfter) return 'endsBefore';
      // Where the whole text is the promise, the bar has nothing left to do.
      const isAll = kind !== 'goal' && first && last && !aside;
      return isAll && end !== null && end - monthsIn[grain] >= to && (!edge || end < edge.end) ? 'goesOn' : undefined;
    }
    case 'toward':
      return isBefore ? 'beginsAfter' : undefined;
    default: {
      // A time that a phase speaks of in passing (2020年の調査) may lie before it; one in which something is done may not.
      const inPassing = precision === 'decade' || readingOf(phase).text.startsWith('の', index + text.length);
      if (isBefore && !openStart && !inPassing) return 'isBefore';
      return isAfter ? 'isAfter' : undefined;
    }
  }
}

/**
 * A beginning that the text dates into the last year of the phase before: the columns, which never overlap, say otherwise. Whether the text
 * bears the period out is another rule's matter.
 */
function overlapByDate(phase: Phase, { text, from, to }: DateMention): Clash | undefined {
  const { start, grain } = phase.period;
  if (to < start || from > start + monthsIn[grain] - 1) return undefined;
  const { phases } = phase.track;
  const before = phases
    .slice(
      0,
      phases.findIndex(({ id }) => id === phase.id),
    )
    .find(({ period }) => period.end !== null && period.start < phase.period.start && period.end >= phase.period.start);
  if (!before) return undefined;
  const year = yearsOf(from, to);
  return {
    message: {
      ja: `文の \`${text}\`（${year}）による始まりは、前の工程 \`${before.written}\` の最後の年度と重なり、列の印字と違います`,
      en: `\`${text}\` (${year}) puts the beginning into the last year of \`${before.written}\`, so the columns say otherwise`,
    },
    before,
  };
}

/** `2022年度（令和4年度）`, or the range where the words cover more than one fiscal year. */
function yearsOf(from: Month, to: Month): string {
  const [first, last] = [fiscalYearOf(from), fiscalYearOf(to)];
  if (first === last) return `${seirekiFiscalYear(first)}・${warekiFiscalYear(first)}`;
  return `${formatMonth(from)}～${formatMonth(to)}`;
}

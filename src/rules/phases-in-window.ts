import { didYouMean } from '../diagnostics/suggest.js';
import { eras } from '../model/fiscal-year.js';
import { type Column, formatPeriod, type Period, parsePeriod } from '../model/period.js';
import type { Phase, Plan } from '../model/roadmap.js';
import { writtenPhasesOf } from '../model/series.js';
import type { Rule } from './rule.js';

/** A phase lies inside the columns of its section's table. */
export const rule: Rule = {
  code: 'phases-in-window',
  severity: 'error',
  summary: { ja: '工程は、表の年度の中にある', en: 'a phase lies inside the fiscal years that its table shows' },
  cure: {
    ja: '年度を確かめるか、plan.yaml の window（節の columns）を広げてください。表の右端に達して終わりの印字がない工程は `2022-` と書きます',
    en: 'check the year, or widen `window` in plan.yaml (`columns` of the section); a bar that reaches the edge without a printed end is `2022-`',
  },
  example: { bad: '# window: 2021-2025\n- 2024-2027: 検討', good: '- 2024-: 検討' },
  *check(roadmap) {
    const outside = new Map<string, Phase[]>();
    for (const phase of writtenPhasesOf(roadmap)) {
      const { start, end } = phase.period;
      const { columns } = phase.track.measure.section;
      const [first, last] = [columns[0], columns.at(-1)];
      if (!first || !last || (end !== null && end < start)) continue;
      if (!isOutside(phase.period, first, last)) continue;
      const window = formatPeriod({ start: first.start, end: last.end, grain: first.grain });
      const side = `${window} ${start < first.start ? 'before' : 'behind'}`;
      outside.set(side, [...(outside.get(side) ?? []), phase]);
    }
    for (const [side, phases] of outside) {
      const [window = ''] = side.split(' ');
      if (phases.length < many) for (const phase of phases) yield outsideOf(window, phase);
      else yield narrowWindow(roadmap.plan, window, phases);
    }
  },
};

function isOutside({ start, end }: Period, first: Column, last: Column): boolean {
  return start < first.start || (!last.open && ((end ?? start) > last.end || start > last.end));
}

/** The period with another era, where that is the one that falls inside the table: `H3` may be a slip for `R3`. */
function ofOtherEra(phase: Phase): string | undefined {
  const { columns } = phase.track.measure.section;
  const [first, last] = [columns[0] as Column, columns.at(-1) as Column];
  const inside = eras
    .map(({ name, letter }) => phase.written.replace(eraForm, (word) => (word.length === 1 ? letter : name)))
    .filter((written) => {
      const period = parsePeriod(written);
      return written !== phase.written && period && !isOutside(period, first, last);
    });
  return inside.length === 1 ? inside[0] : undefined;
}

const eraForm = new RegExp(`(?:${eras.map(({ name, letter }) => `${name}|${letter}`).join('|')})(?=\\d|元)`, 'gi');

/** From this many phases outside on one side it is the window that is wrong. */
const many = 6;

function outsideOf(window: string, phase: Phase) {
  const meant = ofOtherEra(phase);
  return {
    message: {
      ja: `期間 \`${phase.written}\` は、表の年度 ${window} からはみ出しています`,
      en: `the period \`${phase.written}\` reaches outside ${window}, the years of the table`,
    },
    location: phase.location.key(phase.written),
    ...(meant !== undefined && { help: didYouMean(meant), suggestion: meant }),
    on: phase,
  };
}

function narrowWindow(plan: Plan, window: string, phases: readonly Phase[]) {
  const own = plan.location.at('window');
  const [first] = phases;
  const section = first?.track.measure.section;
  const isPlans = window === formatPeriod(plan.window) || !section;
  return {
    message: {
      ja: `${phases.length}の工程が、表の年度 ${window} からはみ出しています`,
      en: `${phases.length} phases reach outside ${window}, the years of the table`,
    },
    location: isPlans ? own : section.location.at('columns'),
    related: phases.slice(0, 3).map((phase) => ({
      message: { ja: 'はみ出した工程', en: 'a phase outside' },
      location: phase.location.key(phase.written),
    })),
    on: isPlans ? plan : section,
  };
}

import { extentOf, phasesBelow } from '../model/extent.js';
import { fold } from '../model/fold.js';
import { formatPeriod, type Period } from '../model/period.js';
import type { Entity, Phase, Relation } from '../model/roadmap.js';
import { isFirstOfSeries } from '../model/series.js';
import { relationsOf } from '../model/walk.js';
import type { Rule } from './rule.js';

/**
 * What stands in two places (`same`) has the same years in both: phases of one text are compared with each other; where no text is shared,
 * the whole of one with the whole of the other. A bar without a printed end may end in any year.
 */
export const rule: Rule = {
  code: 'related-years',
  severity: 'warning',
  contradiction: true,
  yieldsTo: ['phase-order', 'phases-in-window', 'no-overlapping-phases', 'track-gaps', 'dates-in-text'],
  summary: { ja: '`same` で結んだものの年度は、二か所で同じ', en: 'what stands in two places (`same`) has the same years in both' },
  cure: {
    ja: '年度を確かめてください。別のものなら `same` を `see` に、印字のとおりなら理由を `allow` に書きます',
    en: 'check the years; make it `see` where they are two things, or say in `allow` why the print stays as it is',
  },
  example: {
    bad: '- id: port-a\n  related: [{ same: port-b }]\n  phases:\n  - 2023-: 一体での運用\n- id: port-b\n  phases:\n  - 2024-: 一体での運用',
    good: '- id: port-a\n  related: [{ same: port-b }]\n  phases:\n  - 2024-: 一体での運用\n- id: port-b\n  phases:\n  - 2024-: 一体での運用',
  },
  *check(roadmap) {
    const seen = new Set<string>();
    for (const { relation, on } of relationsOf(roadmap)) {
      if (relation.kind !== 'same') continue;
      const pair = [on.id, relation.target.id].sort().join(' ');
      if (seen.has(pair) || on === relation.target) continue;
      seen.add(pair);
      yield* compare(on, relation);
    }
  },
};

function* compare(on: Entity, { target }: Relation): ReturnType<Rule['check']> {
  const [ours, theirs] = [written(on), written(target)];
  const shared = ours.flatMap((phase) => {
    const twins = theirs.filter((other) => fold(other.text) === fold(phase.text));
    return twins.length > 0 ? [{ phase, twins }] : [];
  });
  for (const { phase, twins } of shared) {
    const [twin] = twins;
    if (!twin || twins.some((other) => isEqual(phase.period, other.period))) continue;
    yield finding(phase, twin);
  }
  if (shared.length > 0) return;
  const [a, b] = [extentOf(on), extentOf(target)];
  if (!a || !b) return;
  if (a.start !== b.start) yield finding(a.first, b.first);
  else if (!endsAgree(a.end, b.end)) yield finding(a.last, b.last);
}

/** The later one of the document is blamed, the earlier one shown. */
function finding(one: Phase, other: Phase) {
  const [blamed, shown] = comesAfter(one, other) ? [one, other] : [other, one];
  return {
    message: {
      ja: `同じものの年度が二か所で違います: ここは \`${formatPeriod(blamed.period)}\`、\`${shown.track.id}\` は \`${formatPeriod(shown.period)}\``,
      en: `the same thing has other years elsewhere: \`${formatPeriod(blamed.period)}\` here, \`${formatPeriod(shown.period)}\` in \`${shown.track.id}\``,
    },
    location: blamed.location.key(blamed.written),
    related: [{ message: { ja: 'もう一か所はここです', en: 'the other place' }, location: shown.location.key(shown.written) }],
    on: blamed,
    against: [shown],
  };
}

function comesAfter(one: Phase, other: Phase): boolean {
  if (one.track === other.track) return one.track.phases.indexOf(one) > one.track.phases.indexOf(other);
  const [a, b] = [one.track.measure, other.track.measure];
  if (a === b) return a.tracks.indexOf(one.track) > a.tracks.indexOf(other.track);
  if (a.section === b.section) return a.section.measures.indexOf(a) > b.section.measures.indexOf(b);
  const order = (phase: Phase) => phase.track.measure.section.chapter.sections.indexOf(phase.track.measure.section);
  if (a.section.chapter === b.section.chapter) return order(one) > order(other);
  return a.section.chapter.location.span.start > b.section.chapter.location.span.start;
}

function written(entity: Entity): Phase[] {
  return phasesBelow(entity).filter(isFirstOfSeries);
}

function isEqual(a: Period, b: Period): boolean {
  return a.start === b.start && endsAgree(a.end, b.end);
}

/** An end that is not printed disagrees with none. */
function endsAgree(a: Period['end'], b: Period['end']): boolean {
  return a === null || b === null || a === b;
}

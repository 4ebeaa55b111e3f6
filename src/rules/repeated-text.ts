import { bitsOf } from '../model/characters.js';
import type { Phase, Roadmap } from '../model/roadmap.js';
import { seriesOf } from '../model/series.js';
import { folded, markOf, type PhaseText, phaseTextsOf, readingOf } from '../model/texts.js';
import { measurePath, relationsOf } from '../model/walk.js';
import type { Rule } from './rule.js';

const usualLength = '20';

/**
 * A long text stands once, or its places are related. Short texts such as システム開発 are no repeats, nor is a phase that its own row prints
 * again in another year.
 */
export const rule: Rule = {
  code: 'repeated-text',
  severity: 'warning',
  contradiction: true,
  yieldsTo: ['no-overlapping-phases'],
  summary: { ja: '長い文は一度だけ現れるか、関係で結ばれている', en: 'a long text stands once, or its places are related' },
  cure: {
    ja: '写し違いなら直し、同じものなら `related: [{ same: … }]`、関わるものなら `see` で結んでください',
    en: 'mend it if it was copied by mistake; else relate the places by `same` or `see`',
  },
  example: {
    bad: '- id: a\n  phases:\n  - 2022: 三分野一体での運用体制の確立に向けた検討\n- id: b\n  phases:\n  - 2022: 三分野一体での運用体制の確立に向けた検討',
    good: '- id: a\n  related: [{ same: b }]\n  phases:\n  - 2022: 三分野一体での運用体制の確立に向けた検討\n- id: b\n  phases:\n  - 2022: 三分野一体での運用体制の確立に向けた検討',
  },
  options: {
    length: {
      summary: { ja: 'この字数から長い文とみる', en: 'from how many characters a text is long' },
      kind: 'number',
      default: usualLength,
    },
  },
  *check(roadmap, options) {
    if (!roadmap.complete) return;
    const length = Number(options['length'] ?? usualLength);
    const places = new Map<string, Phase[]>();
    let known: Targets | undefined;
    for (const of of oftenMarked(phaseTextsOf(roadmap).filter((one) => !isSurelyShort(one, length)))) {
      const { on: phase } = of;
      const text = folded(of);
      if (lengthOf(text) < length) continue;
      const before = places.get(text);
      if (!before) {
        places.set(text, [phase]);
        continue;
      }
      known ??= targetsOf(roadmap);
      const targets = known;
      const twin = before.find((other) => !mayRepeat(other, phase, targets));
      before.push(phase);
      if (!twin) continue;
      yield {
        message: {
          ja: `同じ文が \`${twin.id}\` にもあり、関係で結ばれていません`,
          en: `the same text stands in \`${twin.id}\`, and nothing relates the two`,
        },
        location: of.location,
        related: [{ message: { ja: '最初はここです', en: 'first here' }, location: readingOf(twin).location }],
        on: phase,
      };
    }
  },
};

/** Whether a text is known to be short without being folded. */
function isSurelyShort({ text, kinds }: PhaseText, length: number): boolean {
  return text.length < length && (kinds & unfolded) === 0;
}

const unfolded = bitsOf('unfolded');

/** The texts that may be the same as another one. */
function oftenMarked(texts: readonly PhaseText[]): PhaseText[] {
  const marks = new Int32Array(texts.length);
  for (let index = 0; index < marks.length; index += 1) marks[index] = markOf(texts[index] as PhaseText);
  const sorted = marks.slice().sort();
  const often = new Set<number>();
  for (let at = 1; at < sorted.length; at += 1) if (sorted[at] === sorted[at - 1]) often.add(sorted[at] as number);
  return often.size === 0 ? [] : texts.filter((_, index) => often.has(marks[index] as number));
}

/** In characters: a surrogate pair is one. */
function lengthOf(text: string): number {
  return /[\uD800-\uDBFF]/.test(text) ? [...text].length : text.length;
}

/** By the id of each thing that is related to others, the ids of those. */
type Targets = ReadonlyMap<string, readonly string[]>;

function targetsOf(roadmap: Roadmap): Targets {
  const targets = new Map<string, string[]>();
  for (const { relation, on } of relationsOf(roadmap)) {
    const known = targets.get(on.id);
    if (known) known.push(relation.target.id);
    else targets.set(on.id, [relation.target.id]);
  }
  return targets;
}

/** Whether one row prints both in different years, or they are related: one to the other, or both to a third thing. */
function mayRepeat(one: Phase, other: Phase, targets: Targets): boolean {
  if (one.track === other.track) return one.period.start !== other.period.start;
  const [ids, others] = [idsAround(one), idsAround(other)];
  const theirs = new Set(others.flatMap((id) => targets.get(id) ?? []));
  return ids.some((id) => theirs.has(id) || targets.get(id)?.some((target) => theirs.has(target) || others.includes(target)));
}

/** The phase, its series, its row and its measures: a relation of any of them is one of the phase. */
function idsAround(phase: Phase): string[] {
  return [...seriesOf(phase), phase.track, ...measurePath(phase.track.measure)].map(({ id }) => id);
}

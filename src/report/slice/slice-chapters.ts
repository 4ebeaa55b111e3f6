import type { Phase } from '../../model/roadmap.js';
import { heading } from '../../model/walk.js';
import type { Lang } from '../../source/lang.js';
import type { Slice } from '../../transform/slice-roadmap.js';
import type { SlicePart } from '../../transform/split-slice.js';
import type { AddressOf } from '../addresses.js';
import { chaptersOf } from '../chapters.js';
import type { ReportChapter } from '../document.js';
import { periodWords } from '../period-words.js';
import { own, type Piece } from '../told.js';
import { wordsOf } from '../words.js';
import { toldStanding } from './told-standing.js';

/** The tables of the plan with what the slice holds; each bar says how it stands and what is beside it. */
export function chaptersOfSlice(slice: Slice, lang: Lang, address?: AddressOf): ReportChapter[] {
  const words = wordsOf(lang);
  const milestones = new Set(slice.milestones);
  const byPhase = new Map(slice.phases.map((sliced) => [sliced.phase, sliced]));
  return chaptersOf(slice.roadmap, {
    lang,
    ...(address && { address }),
    shows: (phase) => byPhase.has(phase),
    points: (milestone) => milestones.has(milestone),
    prune: true,
    extras: (phase) => {
      const sliced = byPhase.get(phase);
      if (!sliced) return {};
      const { previous, next, context } = sliced;
      const standing = toldStanding(sliced);
      return {
        standing: words[standing],
        standingCode: standing,
        previous: besideText(previous),
        next: besideText(next),
        context: context.map(({ text, period }) => ({ text, period: periodWords(period, lang) })),
      };
    },
  });
}

/** The texts of phases that stand side by side, as one; none where there are none. */
export function besideText(phases: readonly Phase[]): string | undefined {
  return phases.length > 0 ? phases.map(({ text }) => text).join('／') : undefined;
}

/** The id and the name of a part: the section's, or the department's; 担当の記載なし where none is printed. */
export function partName(part: SlicePart, lang: Lang): { id: string; name: Piece } {
  if (part.by === 'section') return { id: part.section.id, name: { text: heading(part.section) } };
  const { department } = part;
  // An id begins with a letter, so this one is nobody's.
  return department ? { id: department.id, name: { text: department.fullName } } : { id: '_no-lead', name: own(wordsOf(lang).noLead) };
}

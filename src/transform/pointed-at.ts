import type { Phase, Relation } from '../model/roadmap.js';
import { neighbours, tracksBelow } from '../model/walk.js';

/**
 * The phases that a phase's cell points to (`see`, 「左記」) and that are not among those shown: without them its words hang in the air.
 * Of a track or measure it is the phase nearest before, and none where the reader sees any of it.
 */
export function pointedAt(phase: Phase, shown: ReadonlySet<Phase>): Phase[] {
  const found = new Set<Phase>();
  const relations = [...phase.related, ...phase.track.related].filter(({ kind }) => kind === 'see');
  for (const { target } of relations) for (const one of phasesMeant(target, phase, shown)) found.add(one);
  if (relations.length === 0 && /左記/.test(phase.text)) {
    for (const one of neighbours(phase).previous) found.add(one);
  }
  return [...found].filter((one) => !shown.has(one));
}

function phasesMeant(target: Relation['target'], from: Phase, shown: ReadonlySet<Phase>): Phase[] {
  if (target.kind === 'phase') return [target];
  const tracks = target.kind === 'track' ? [target] : target.kind === 'measure' ? tracksBelow(target) : [];
  if (tracks.some((track) => track.phases.some((phase) => shown.has(phase)))) return [];
  return tracks.flatMap(({ phases }) => phases.findLast(({ period }) => period.start <= from.period.start) ?? phases[0] ?? []);
}

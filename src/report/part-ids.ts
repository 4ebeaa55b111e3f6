import type { Kpi, Phase, PhaseDue } from '../model/roadmap.js';

// The ids of what has none of its own in the data: they are made of the id of the thing that it belongs to.

/** `lost-property.2022.due1`: the first promise of a phase. */
export function dueId(phase: Phase, due: PhaseDue): string {
  return `${phase.id}.due${phase.dues.indexOf(due) + 1}`;
}

/** `coverage.target`. */
export function targetId(kpi: Kpi): string {
  return `${kpi.id}.target`;
}

/** `lost-property.note2`; `position` counts from 1. */
export function noteId(of: string, position: number): string {
  return `${of}.note${position}`;
}

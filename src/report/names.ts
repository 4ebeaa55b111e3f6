import type { Department, Entity, Measure, Milestone, Track } from '../model/roadmap.js';
import { heading, measureOf } from '../model/walk.js';

/** The words that name a thing: the heading of a measure, the text of a phase. */
export function nameOf(thing: Entity | Milestone): string {
  switch (thing.kind) {
    case 'plan':
      return thing.title;
    case 'phase':
    case 'milestone':
      return thing.text;
    case 'department':
      return thing.fullName;
    case 'kpi':
      return thing.name;
    case 'track':
      return thing.label ?? nameOfTrack(thing);
    default:
      return heading(thing);
  }
}

/** The heading that what a row holds stands under, with the label that tells the row from others there: `①管路の調査／北地区`. */
export function placeName(item: Measure | Track): string {
  return item.kind === 'track' && item.label ? `${heading(item.measure)}／${item.label}` : heading(measureOf(item));
}

/** A row without a label is known by its heading and its first phase. */
function nameOfTrack({ measure, phases }: Track): string {
  const first = phases[0]?.text;
  return first ? `${heading(measure)}「${first}」` : heading(measure);
}

/** A department and those above it, from the inside. */
export function chainOf(department: Department): Department[] {
  return department.parent ? [department, ...chainOf(department.parent)] : [department];
}

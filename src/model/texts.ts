import type { Location } from '../source/location.js';
import type { Phase, Roadmap } from './roadmap.js';
import { itemsOf, kpisOf, milestonesOf, notesOf, phasesOf, sectionsOf } from './walk.js';

/** A text of the plan as a reader sees it: where a correction is given, the corrected reading. */
export interface PlanText {
  text: string;
  location: Location;
  /** The thing whose `allow` answers for it. */
  on: { readonly allow: Readonly<Record<string, string>> };
}

/** Every printed text of the plan, in document order by kind: titles, labels, phases, notes, milestones, figures, departments, reports. */
export function textsOf(roadmap: Roadmap): readonly PlanText[] {
  let texts = known.get(roadmap);
  if (!texts) {
    texts = [...collectTexts(roadmap)];
    known.set(roadmap, texts);
  }
  return texts;
}

/** A roadmap does not change, and many rules read its texts. */
const known = new WeakMap<Roadmap, readonly PlanText[]>();

function* collectTexts(roadmap: Roadmap): Iterable<PlanText> {
  const { plan } = roadmap;
  yield { text: plan.title, location: plan.location.at('title'), on: plan };
  yield { text: plan.edition, location: plan.location.at('edition'), on: plan };
  for (const chapter of roadmap.chapters) yield { text: chapter.title, location: chapter.location.at('title'), on: chapter };
  for (const section of sectionsOf(roadmap)) yield { text: section.title, location: section.location.at('title'), on: section };
  for (const item of itemsOf(roadmap)) {
    if (item.kind === 'measure') {
      if (item.corrected) yield { text: item.corrected, location: item.location.at('corrected'), on: item };
      else yield { text: item.title, location: item.location.at('title'), on: item };
      for (const { text, location } of item.variants) yield { text, location, on: item };
    } else if (item.label) yield { text: item.label, location: item.location.at('label'), on: item };
  }
  for (const phase of writtenPhasesOf(roadmap)) yield readingOf(phase);
  for (const { note, on } of writtenNotesOf(roadmap)) yield { text: note.text, location: note.location, on };
  for (const milestone of milestonesOf(roadmap)) yield { text: milestone.text, location: milestone.location, on: milestone };
  for (const kpi of kpisOf(roadmap)) {
    yield { text: kpi.name, location: kpi.location.at('name'), on: kpi };
    if (kpi.printed) yield { text: kpi.printed, location: kpi.location.at('printed'), on: kpi };
    if (kpi.base?.text) yield { text: kpi.base.text, location: kpi.location.at('base'), on: kpi };
  }
  for (const department of roadmap.departments) {
    yield { text: department.name, location: department.location.at('name'), on: department };
  }
  for (const report of roadmap.reports) {
    for (const key of ['done', 'obstacles', 'next', 'verdictReason'] as const) {
      const text = report[key];
      if (text) yield { text, location: report.location.at(key), on: report };
    }
  }
}

/** The text of a phase as it is to be read. */
export function readingOf(phase: Phase): PlanText {
  const { text, corrected, location, written } = phase;
  return { text: corrected ?? text, location: corrected ? location.at('corrected') : location.at(written), on: phase };
}

/** Each phase as it is written: one that is printed once a year comes once, as the first of its series with the whole period. */
export function* writtenPhasesOf(roadmap: Roadmap): Iterable<Phase> {
  for (const phase of phasesOf(roadmap)) if (isWrittenFirst(phase)) yield wholeSeries(phase);
}

/** The phase with the period from the first to the last of its series; one that is no series is itself. */
export function wholeSeries(phase: Phase): Phase {
  const last = phase.series && phase.track.phases.findLast(({ series }) => series === phase.series);
  return last ? { ...phase, period: { ...phase.period, end: last.period.end } } : phase;
}

/** Whether a phase is no series or the first of one. */
export function isWrittenFirst({ series, id, track }: Phase): boolean {
  return series === undefined || track.phases.find((other) => other.series === series)?.id === id;
}

function* writtenNotesOf(roadmap: Roadmap): ReturnType<typeof notesOf> {
  for (const entry of notesOf(roadmap)) if (!('kind' in entry.on && entry.on.kind === 'phase') || isWrittenFirst(entry.on)) yield entry;
}

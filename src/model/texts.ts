import type { Location } from '../source/location.js';
import { ofLast } from './of-last.js';
import type { Allow, Phase, Roadmap } from './roadmap.js';
import { itemsOf, kpisOf, milestonesOf, notesOf, phasesOf, sectionsOf } from './walk.js';

/** A text of the plan as a reader sees it: where a correction is given, the corrected reading. */
export interface PlanText {
  text: string;
  location: Location;
  /** The thing whose `allow` answers for it. */
  on: { readonly allow: Allow };
}

/** Where a pattern matches in a text of the plan. */
export interface TextMatch {
  of: PlanText;
  words: string;
  /** Offset in the text, in UTF-16 units. */
  index: number;
}

/** Every printed text of the plan, in document order by kind: titles, labels, phases, notes, milestones, figures, departments, reports. */
export function textsOf(roadmap: Roadmap): readonly PlanText[] {
  return readingsOf(roadmap).texts;
}

/** All texts of the plan, a line each: one search in it tells whether any of them holds something. */
export function wholeTextOf(roadmap: Roadmap): string {
  return readingsOf(roadmap).whole;
}

/**
 * Every match of a global pattern in the texts of the plan, in their order. All texts are searched at once, a line each: `^` and `$` need
 * the flag `m`, and a pattern must not match a line break.
 */
export function matchTexts(roadmap: Roadmap, pattern: RegExp): TextMatch[] {
  const { texts, whole, starts } = readingsOf(roadmap);
  const matches: TextMatch[] = [];
  let at = 0;
  for (const { 0: words, index } of whole.matchAll(pattern)) {
    while ((starts[at + 1] ?? Number.POSITIVE_INFINITY) <= index) at += 1;
    matches.push({ of: texts[at] as PlanText, words, index: index - (starts[at] as number) });
  }
  return matches;
}

interface Readings {
  texts: readonly PlanText[];
  whole: string;
  /** Where each text begins in the whole. */
  starts: readonly number[];
}

/** A roadmap does not change, and many rules read its texts. */
const readingsOf = ofLast((roadmap: Roadmap): Readings => {
  const texts = collectTexts(roadmap);
  const starts: number[] = [];
  let start = 0;
  for (const { text } of texts) {
    starts.push(start);
    start += text.length + 1;
  }
  return { texts, whole: texts.map(({ text }) => text).join('\n'), starts };
});

/** A text at a key of what holds it: its place is made when it is asked for. */
class TextAt implements PlanText {
  constructor(
    readonly text: string,
    readonly on: PlanText['on'],
    private readonly holder: Location,
    private readonly key: string,
  ) {}

  get location(): Location {
    return this.holder.at(this.key);
  }
}

function collectTexts(roadmap: Roadmap): PlanText[] {
  const texts: PlanText[] = [];
  const add = (text: string, on: PlanText['on'] & { location: Location }, key: string) => {
    texts.push(new TextAt(text, on, on.location, key));
  };
  const { plan } = roadmap;
  add(plan.title, plan, 'title');
  add(plan.edition, plan, 'edition');
  for (const chapter of roadmap.chapters) add(chapter.title, chapter, 'title');
  for (const section of sectionsOf(roadmap)) add(section.title, section, 'title');
  for (const item of itemsOf(roadmap)) {
    if (item.kind === 'measure') {
      if (item.corrected) add(item.corrected, item, 'corrected');
      else add(item.title, item, 'title');
      for (const { text, location } of item.variants) texts.push({ text, location, on: item });
    } else if (item.label) add(item.label, item, 'label');
  }
  for (const phase of writtenPhasesOf(roadmap)) texts.push(readingOf(phase));
  for (const { note, on } of notesOf(roadmap)) {
    if ('kind' in on && on.kind === 'phase' && !isWrittenFirst(on)) continue;
    texts.push({ text: note.text, location: note.location, on });
  }
  for (const milestone of milestonesOf(roadmap)) texts.push({ text: milestone.text, location: milestone.location, on: milestone });
  for (const kpi of kpisOf(roadmap)) {
    add(kpi.name, kpi, 'name');
    if (kpi.printed) add(kpi.printed, kpi, 'printed');
    if (kpi.base?.text) add(kpi.base.text, kpi, 'base');
  }
  for (const department of roadmap.departments) add(department.name, department, 'name');
  for (const report of roadmap.reports) {
    for (const key of ['done', 'obstacles', 'next', 'verdictReason'] as const) {
      const text = report[key];
      if (text) add(text, report, key);
    }
  }
  return texts;
}

/** The text of a phase as it is to be read. */
export function readingOf(phase: Phase): PlanText {
  const { text, corrected, location, written } = phase;
  return corrected === undefined ? new TextAt(text, phase, location, written) : new TextAt(corrected, phase, location, 'corrected');
}

/** Each phase as it is written: one that is printed once a year comes once, as the first of its series with the whole period. */
export const writtenPhasesOf = ofLast((roadmap: Roadmap): readonly Phase[] => phasesOf(roadmap).filter(isWrittenFirst).map(wholeSeries));

/** The phase with the period from the first to the last of its series; one that is no series is itself. */
export function wholeSeries(phase: Phase): Phase {
  const last = phase.series && phase.track.phases.findLast(({ series }) => series === phase.series);
  return last ? { ...phase, period: { ...phase.period, end: last.period.end } } : phase;
}

/** Whether a phase is no series or the first of one. */
export function isWrittenFirst({ series, id, track }: Phase): boolean {
  return series === undefined || track.phases.find((other) => other.series === series)?.id === id;
}

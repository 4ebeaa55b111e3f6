import { ofLast } from './of-last.js';
import type { Department, Kpi, Measure, Milestone, Note, Phase, Relation, Roadmap, Section, Track } from './roadmap.js';

// Arrays and plain loops, made once: many rules and reports walk the whole plan.

export const sectionsOf = ofLast((roadmap: Roadmap): readonly Section[] => {
  return roadmap.chapters.flatMap(({ sections }) => sections);
});

export const measuresOf = ofLast((roadmap: Roadmap): readonly Measure[] => {
  const measures: Measure[] = [];
  for (const section of sectionsOf(roadmap)) for (const measure of section.measures) measures.push(measure);
  return measures;
});

export const tracksOf = ofLast((roadmap: Roadmap): readonly Track[] => {
  const tracks: Track[] = [];
  for (const measure of measuresOf(roadmap)) for (const track of measure.tracks) tracks.push(track);
  return tracks;
});

export const phasesOf = ofLast((roadmap: Roadmap): readonly Phase[] => {
  const phases: Phase[] = [];
  for (const track of tracksOf(roadmap)) for (const phase of track.phases) phases.push(phase);
  return phases;
});

/** Measures and tracks, each measure before its tracks. */
export const itemsOf = ofLast((roadmap: Roadmap): readonly (Measure | Track)[] => {
  const items: (Measure | Track)[] = [];
  for (const measure of measuresOf(roadmap)) {
    items.push(measure);
    for (const track of measure.tracks) items.push(track);
  }
  return items;
});

/** Dated points and completed things. */
export const milestonesOf = ofLast((roadmap: Roadmap): readonly Milestone[] => {
  const milestones: Milestone[] = [];
  for (const { completed, milestones: points } of itemsOf(roadmap)) milestones.push(...completed, ...points);
  return milestones;
});

export const kpisOf = ofLast((roadmap: Roadmap): readonly Kpi[] => {
  const kpis: Kpi[] = [];
  for (const section of sectionsOf(roadmap)) {
    kpis.push(...section.kpis);
    for (const measure of section.measures) {
      kpis.push(...measure.kpis);
      for (const track of measure.tracks) kpis.push(...track.kpis);
    }
  }
  return kpis;
});

type Noted = Roadmap['plan'] | Section | Measure | Track | Phase | Kpi;

/** Every note with the thing it explains. */
export const notesOf = ofLast((roadmap: Roadmap): readonly { note: Note; on: Noted }[] => {
  const found: { note: Note; on: Noted }[] = [];
  const add = (on: Noted) => {
    for (const note of on.notes) found.push({ note, on });
  };
  add(roadmap.plan);
  for (const section of sectionsOf(roadmap)) {
    add(section);
    for (const measure of section.measures) {
      add(measure);
      for (const track of measure.tracks) {
        add(track);
        for (const phase of track.phases) add(phase);
      }
    }
  }
  for (const kpi of kpisOf(roadmap)) add(kpi);
  return found;
});

type Related = Section | Measure | Track | Phase;

/** Every relation with the thing that declares it. */
export const relationsOf = ofLast((roadmap: Roadmap): readonly { relation: Relation; on: Related }[] => {
  const found: { relation: Relation; on: Related }[] = [];
  const add = (on: Related) => {
    for (const relation of on.related) found.push({ relation, on });
  };
  for (const section of sectionsOf(roadmap)) {
    add(section);
    for (const measure of section.measures) {
      add(measure);
      for (const track of measure.tracks) {
        add(track);
        for (const phase of track.phases) add(phase);
      }
    }
  }
  return found;
});

/** The departments that answer for an item: its own, else those of the nearest measure around it. */
export function leadsOf(item: Measure | Track): readonly Department[] {
  if (item.leads.length > 0) return item.leads;
  const outer = item.kind === 'track' ? item.measure : item.parent;
  return outer ? leadsOf(outer) : [];
}

/** Whether a measure holds something itself, beside its tracks and what stands below it: dated points, completed things or targets. */
export function holdsOwn({ completed, milestones, kpis }: Measure): boolean {
  return completed.length > 0 || milestones.length > 0 || kpis.length > 0;
}

/** The measure that a row stands in, or the measure itself. */
export function measureOf(item: Measure | Track): Measure {
  return item.kind === 'track' ? item.measure : item;
}

/** The section that a thing of its table stands in, or the section itself. */
export function sectionOf(thing: Section | Measure | Track): Section {
  return thing.kind === 'section' ? thing : measureOf(thing).section;
}

/** Whether a department is the other one or stands below it. */
export function isWithin(inner: Department, outer: Department): boolean {
  return inner === outer || (inner.parent !== undefined && isWithin(inner.parent, outer));
}

/** The rows of a measure, and of the measures below it. */
export function tracksBelow(measure: Measure): Track[] {
  return [...measure.tracks, ...measure.children.flatMap(tracksBelow)];
}

/** The measures from the outermost to this one. */
export function measurePath(measure: Measure): Measure[] {
  return measure.parent ? [...measurePath(measure.parent), measure] : [measure];
}

/**
 * The phases just before and just after in the same track; several where they begin together, side by side in one cell. What is printed once a year
 * has its own years beside it, and what else the row holds before the first of them and after the last.
 */
export function neighbours({ track, series, period: { start } }: Phase): { previous: Phase[]; next: Phase[] } {
  const years = series === undefined ? [] : track.phases.filter((phase) => phase.series === series);
  const beside = (isBeside: (first: number) => boolean, nearest: (...firsts: number[]) => number) => {
    const some =
      [years, track.phases].map((phases) => phases.filter(({ period }) => isBeside(period.start))).find(({ length }) => length > 0) ?? [];
    const first = nearest(...some.map(({ period }) => period.start));
    return some.filter(({ period }) => period.start === first);
  };
  return { previous: beside((one) => one < start, Math.max), next: beside((one) => one > start, Math.min) };
}

/**
 * A heading with its printed number: `(4) マイナンバーカードの普及及び利用の推進`, `第1章 総則`. A sign that brings room of its own, as `①` and `（1）`,
 * stands beside its title.
 */
export function heading({ number, title }: { number?: string | undefined; title: string }): string {
  if (!number) return title;
  return bringsRoom(number) ? `${number}${title}` : `${number} ${title}`;
}

/** The heading of a section behind the number of its chapter, since sections are numbered anew in each: `第6 1. 国民に対する行政サービスのデジタル化`. */
export function headingInPlan({ chapter, number, title }: Section): string {
  return `${number && chapter.number ? `${chapter.number} ` : ''}${heading({ number, title })}`;
}

/** An enclosed number or letter, or a full-width bracket or stop, at the end. */
function bringsRoom(number: string): boolean {
  return /(?!\p{ASCII})[\p{No}\p{So}\p{P}]$/u.test(number);
}

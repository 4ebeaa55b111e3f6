import type { Department, Kpi, Measure, Milestone, Note, Phase, Relation, Roadmap, Section, Track } from './roadmap.js';

export function* sectionsOf(roadmap: Roadmap): Iterable<Section> {
  for (const chapter of roadmap.chapters) yield* chapter.sections;
}

export function* measuresOf(roadmap: Roadmap): Iterable<Measure> {
  for (const section of sectionsOf(roadmap)) yield* section.measures;
}

export function* tracksOf(roadmap: Roadmap): Iterable<Track> {
  for (const measure of measuresOf(roadmap)) yield* measure.tracks;
}

export function* phasesOf(roadmap: Roadmap): Iterable<Phase> {
  for (const track of tracksOf(roadmap)) yield* track.phases;
}

/** Measures and tracks, each measure before its tracks. */
export function* itemsOf(roadmap: Roadmap): Iterable<Measure | Track> {
  for (const measure of measuresOf(roadmap)) {
    yield measure;
    yield* measure.tracks;
  }
}

/** Dated points and completed things. */
export function* milestonesOf(roadmap: Roadmap): Iterable<Milestone> {
  for (const item of itemsOf(roadmap)) {
    yield* item.completed;
    yield* item.milestones;
  }
}

export function* kpisOf(roadmap: Roadmap): Iterable<Kpi> {
  for (const section of sectionsOf(roadmap)) {
    yield* section.kpis;
    for (const measure of section.measures) {
      yield* measure.kpis;
      for (const track of measure.tracks) yield* track.kpis;
    }
  }
}

/** Every note with the thing it explains. */
export function* notesOf(roadmap: Roadmap): Iterable<{ note: Note; on: Roadmap['plan'] | Section | Measure | Track | Phase | Kpi }> {
  for (const note of roadmap.plan.notes) yield { note, on: roadmap.plan };
  for (const section of sectionsOf(roadmap)) {
    for (const note of section.notes) yield { note, on: section };
    for (const measure of section.measures) {
      for (const note of measure.notes) yield { note, on: measure };
      for (const track of measure.tracks) {
        for (const note of track.notes) yield { note, on: track };
        for (const phase of track.phases) for (const note of phase.notes) yield { note, on: phase };
      }
    }
  }
  for (const kpi of kpisOf(roadmap)) for (const note of kpi.notes) yield { note, on: kpi };
}

/** Every relation with the thing that declares it. */
export function* relationsOf(roadmap: Roadmap): Iterable<{ relation: Relation; on: Section | Measure | Track | Phase }> {
  for (const section of sectionsOf(roadmap)) {
    for (const relation of section.related) yield { relation, on: section };
    for (const measure of section.measures) {
      for (const relation of measure.related) yield { relation, on: measure };
      for (const track of measure.tracks) {
        for (const relation of track.related) yield { relation, on: track };
        for (const phase of track.phases) for (const relation of phase.related) yield { relation, on: phase };
      }
    }
  }
}

/** The departments that answer for an item: its own, else those of the nearest measure around it. */
export function leadsOf(item: Measure | Track): readonly Department[] {
  if (item.leads.length > 0) return item.leads;
  const outer = item.kind === 'track' ? item.measure : item.parent;
  return outer ? leadsOf(outer) : [];
}

/** The measures from the outermost to this one. */
export function measurePath(measure: Measure): Measure[] {
  return measure.parent ? [...measurePath(measure.parent), measure] : [measure];
}

/** The phases just before and just after in the same track: what ended last before it begins, and what begins first after it ends. */
export function neighbours(phase: Phase): { previous?: Phase; next?: Phase } {
  const { phases } = phase.track;
  const at = phases.indexOf(phase);
  const previous = phases.slice(0, at).findLast((other) => other.period.start < phase.period.start);
  const next = phases.slice(at + 1).find((other) => other.period.start > phase.period.start);
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** A heading with its printed number: `(4) マイナンバーカードの普及及び利用の推進`, `①教育`. */
export function heading({ number, title }: { number?: string; title: string }): string {
  if (!number) return title;
  return /[A-Za-z0-9.)]$/.test(number) ? `${number} ${title}` : `${number}${title}`;
}

import { dueFiscalYear } from '../model/dates.js';
import { type FiscalYear, fiscalYearOf, formatMonth, warekiFiscalYear } from '../model/fiscal-year.js';
import { endFy, startFy } from '../model/period.js';
import type { Department, Kpi, Measure, Milestone, Phase, PhaseDue, ProgressReport, Roadmap, Section, Track } from '../model/roadmap.js';
import { promisesOf } from '../model/series.js';
import {
  kpisOf,
  leadsOf,
  measurePath,
  measuresOf,
  milestonesOf,
  notesOf,
  phasesOf,
  relationsOf,
  sectionsOf,
  tracksOf,
} from '../model/walk.js';
import { declaredStanding, kpiStanding } from '../transform/kpi-standing.js';
import { dueId, noteId } from './part-ids.js';

/** The version of the layout of roadmap.json, slice.json and diff.json. */
export const schemaVersion = 1;

/** A roadmap as flat records joined by ids, in document order: the content of roadmap.json, from which the CSV tables are made too. */
export function recordsOf(roadmap: Roadmap) {
  return {
    schemaVersion,
    plan: planRecord(roadmap),
    sections: sectionsOf(roadmap).map(sectionRecord),
    measures: measuresOf(roadmap).map(measureRecord),
    tracks: tracksOf(roadmap).map(trackRecord),
    phases: phaseRecordsOf(roadmap),
    milestones: milestonesOf(roadmap).map(milestoneRecord),
    kpis: kpisOf(roadmap).map((kpi) => kpiRecord(kpi)),
    departments: roadmap.departments.map(departmentRecord),
    notes: noteRecords(roadmap),
    relations: relationsOf(roadmap).map(({ relation, on }) => ({ from: on.id, kind: relation.kind, to: relation.to })),
    dues: phasesOf(roadmap).flatMap((phase) => promisesOf(phase).map((due) => dueRecord(phase, due))),
    ...(roadmap.reports.length > 0 && { reports: roadmap.reports.map(reportRecord) }),
  };
}

export type Records = ReturnType<typeof recordsOf>;

function planRecord({ plan, chapters }: Roadmap) {
  return {
    id: plan.id,
    title: plan.title,
    edition: plan.edition,
    window: [startFy(plan.window), endFy(plan.window)],
    ...plan.about,
    chapters: chapters.map(({ id, number, title, sections }) => ({
      id,
      ...(number && { number }),
      title,
      sections: sections.map((section) => section.id),
    })),
  };
}

function sectionRecord({ id, number, title, refs, chapter, columns }: Section) {
  return {
    id,
    ...(number && { number }),
    title,
    refs: someRefs(refs),
    chapter: chapter.id,
    columns: columns.map(({ start, end, open }) => ({ start: formatMonth(start), end: open ? null : formatMonth(end) })),
  };
}

// Of what an item lacks its record says `undefined`, and its JSON nothing: records of one form are quicker to make and to write, also
// where each says for itself what all items have.

function measureRecord(measure: Measure) {
  const { id, page, refs, judged, was, from, changed, number, title, corrected, parent, section, variants } = measure;
  return {
    id,
    page: page ?? null,
    leads: leadNames(measure),
    refs: someRefs(refs),
    judged,
    was,
    from: from.length > 0 ? from : undefined,
    changed,
    number,
    title,
    corrected,
    variants: variants.length > 0 ? variants.map(({ page, text }) => ({ page, text })) : undefined,
    section: section.id,
    parent: parent?.id ?? null,
  };
}

function trackRecord(track: Track) {
  const { id, page, refs, judged, was, from, changed, label, measure } = track;
  return {
    id,
    page: page ?? null,
    leads: leadNames(track),
    refs: someRefs(refs),
    judged,
    was,
    from: from.length > 0 ? from : undefined,
    changed,
    label,
    section: measure.section.id,
    measure: measure.id,
  };
}

function leadNames(item: Measure | Track): string[] {
  return leadsOf(item).map(({ fullName }) => fullName);
}

function someRefs(refs: Measure['refs']): Measure['refs'] | undefined {
  for (const _ in refs) return refs;
  return undefined;
}

function phaseRecordsOf(roadmap: Roadmap): PhaseRecord[] {
  const records: PhaseRecord[] = [];
  for (const track of tracksOf(roadmap)) {
    const place = placeOf(track);
    for (const phase of track.phases) records.push(recordOfPhase(phase, place));
  }
  return records;
}

/** The record of a phase, which stands in the files of several pages. */
export function phaseRecord(phase: Phase): PhaseRecord {
  const known = phaseRecords.get(phase) ?? recordOfPhase(phase, placeOf(phase.track));
  phaseRecords.set(phase, known);
  return known;
}

type PhaseRecord = ReturnType<typeof recordOfPhase>;

const phaseRecords = new WeakMap<Phase, PhaseRecord>();

function recordOfPhase(phase: Phase, { page, section, measure, measurePath, track, leads }: ReturnType<typeof placeOf>) {
  const { id, text, corrected, period, startBasis, endBasis, reason, series, shownToFy } = phase;
  return {
    id,
    text,
    corrected,
    startFy: startFy(period),
    endFy: endFy(period),
    start: formatMonth(period.start),
    end: period.end === null ? null : formatMonth(period.end),
    shownToFy,
    startBasis,
    endBasis,
    reason,
    series,
    page,
    section,
    measure,
    measurePath,
    track,
    leads,
  };
}

/** What all phases of a track have in common. */
function placeOf(track: Track) {
  const { id, page, measure } = track;
  return {
    page: page ?? null,
    section: measure.section.id,
    measure: measure.id,
    measurePath: measurePath(measure).map(({ title }) => title),
    track: id,
    leads: leadNames(track),
  };
}

export function milestoneRecord({ id, text, date, month, completed, on }: Milestone) {
  return {
    id,
    text,
    date: date ?? null,
    fy: month === undefined ? null : fiscalYearOf(month),
    completed,
    on: on.id,
    page: on.page ?? null,
  };
}

/** A KPI with all its actuals; how it stands is told as seen at the end of a fiscal year, or with all that is known. */
export function kpiRecord(kpi: Kpi, asOf?: FiscalYear) {
  const { id, name, unit, printed, target, base, actuals, better, measureFrom, on } = kpi;
  const declared = declaredStanding(kpi, asOf);
  return {
    id,
    name,
    unit,
    ...(printed && { printed }),
    target: { value: target.value, fy: target.fy, ...(target.undetermined && { undetermined: true, setIn: target.undetermined.setIn }) },
    ...(base && { base }),
    actuals: actuals.map(({ date, value }) => ({ date, value })),
    better,
    ...(measureFrom && { measureFrom }),
    ...(declared && { declared }),
    standing: kpiStanding(kpi, asOf).standing,
    on: on.id,
  };
}

function departmentRecord({ id, name, fullName, parent }: Department) {
  return { id, name, fullName, parent: parent?.id ?? null };
}

function noteRecords(roadmap: Roadmap) {
  const counts = new Map<string, number>();
  return notesOf(roadmap).map(({ note, on }) => {
    const count = (counts.get(on.id) ?? 0) + 1;
    counts.set(on.id, count);
    return { id: noteId(on.id, count), on: on.id, text: note.text, ...(note.column && { columnFy: startFy(note.column) }) };
  });
}

export function dueRecord(phase: Phase, due: PhaseDue) {
  return {
    id: dueId(phase, due),
    phase: phase.id,
    text: due.text,
    precision: due.precision,
    from: due.from === null ? null : formatMonth(due.from),
    to: due.to === null ? null : formatMonth(due.to),
    fy: dueFiscalYear(due),
  };
}

export function reportRecord(report: ProgressReport) {
  const { fy, on, status, done, obstacles, next, evidence, asOf, by, verdict, verdictReason, actuals, declared } = report;
  return {
    fy,
    on: on.id,
    status: status ?? null,
    ...(done && { done }),
    ...(obstacles && { obstacles }),
    ...(next && { next }),
    ...(evidence.length > 0 && { evidence }),
    ...(asOf && { asOf }),
    by: by?.fullName ?? null,
    verdict: verdict ?? null,
    ...(verdictReason && { verdictReason }),
    ...(actuals.length > 0 && { actuals: actuals.map(({ kpi, date, value }) => ({ kpi: kpi.id, date, value })) }),
    ...(declared.length > 0 && { declared: declared.map(({ kpi, standing }) => ({ kpi: kpi.id, standing })) }),
  };
}

/** `令和5年度` of 2023; of no year none. */
export function warekiOf(year: number | null): string | null {
  return year === null ? null : warekiFiscalYear(year);
}

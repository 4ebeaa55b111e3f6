import type { Phase } from '../../model/roadmap.js';
import { leadsOf } from '../../model/walk.js';
import type { PassedTerm, Slice, SlicedPhase } from '../../transform/slice-roadmap.js';
import type { SlicePart } from '../../transform/split-slice.js';
import { dueId } from '../part-ids.js';
import { dueRecord, kpiRecord, milestoneRecord, phaseRecord, reportRecord, schemaVersion } from '../records.js';
import { besideText } from './slice-chapters.js';

/** The content of slice.json. With `parts` it also says which ids belong to which department or section. */
export function sliceRecords(slice: Slice, parts: readonly SlicePart[] = []) {
  const [, last] = slice.fiscalYears;
  return {
    schemaVersion,
    plan: { id: slice.roadmap.plan.id, title: slice.roadmap.plan.title, edition: slice.roadmap.plan.edition },
    fiscalYears: [...slice.fiscalYears],
    phases: slice.phases.map(slicedRecord),
    context: contextOf(slice).map(phaseRecord),
    milestones: slice.milestones.map(milestoneRecord),
    dues: slice.dues.map(({ phase, due }) => ({ ...dueRecord(phase, due), phaseText: phase.text })),
    kpis: slice.kpis.map(({ kpi, standing }) => ({ ...kpiRecord(kpi, last), ...standing })),
    targetsToSet: slice.targetsToSet.map((kpi) => kpiRecord(kpi, last)),
    reports: slice.reports.map(reportRecord),
    statuses: slice.statuses,
    ...(slice.verdicts.length > 0 && { verdicts: slice.verdicts }),
    unreported: slice.unreported.map(passedRecord),
    overdue: slice.overdue.map(passedRecord),
    ...(parts.length > 0 && { parts: parts.map(partRecord) }),
  };
}

/** The record of a phase with how it stands: field by field, since V8 is slow to make a copy that grows. */
function slicedRecord({ phase, standing, previous, next, context }: SlicedPhase) {
  const record = phaseRecord(phase);
  return {
    id: record.id,
    text: record.text,
    corrected: record.corrected,
    startFy: record.startFy,
    endFy: record.endFy,
    start: record.start,
    end: record.end,
    shownToFy: record.shownToFy,
    startBasis: record.startBasis,
    endBasis: record.endBasis,
    reason: record.reason,
    series: record.series,
    page: record.page,
    section: record.section,
    measure: record.measure,
    measurePath: record.measurePath,
    track: record.track,
    leads: record.leads,
    standing,
    previous: besideText(previous) ?? null,
    next: besideText(next) ?? null,
    context: context.length > 0 ? context.map(({ id }) => id) : undefined,
  };
}

function passedRecord({ phase, end, dues, fiscalYear, report }: PassedTerm) {
  return {
    phase: phase.id,
    text: phase.text,
    fy: fiscalYear,
    end: end ?? null,
    dues: dues.map(({ text }) => text),
    section: phase.track.measure.section.id,
    measure: phase.track.measure.id,
    track: phase.track.id,
    leads: leadsOf(phase.track).map(({ fullName }) => fullName),
    ...(report && { status: report.status ?? null, reportedFy: report.fy, reportedOn: report.on.id }),
  };
}

function partRecord(part: SlicePart) {
  const { slice } = part;
  const ids = (list: readonly { phase: Phase }[]) => list.map(({ phase }) => phase.id);
  return {
    ...(part.by === 'lead' ? { lead: part.department?.fullName ?? null } : { section: part.section.id }),
    phases: ids(slice.phases),
    milestones: slice.milestones.map(({ id }) => id),
    dues: slice.dues.map(({ phase, due }) => dueId(phase, due)),
    kpis: slice.kpis.map(({ kpi }) => kpi.id),
    reports: slice.reports.map(({ on, fy }) => ({ on: on.id, fy })),
    statuses: slice.statuses,
    ...(slice.verdicts.length > 0 && { verdicts: slice.verdicts }),
    unreported: ids(slice.unreported),
    overdue: ids(slice.overdue),
  };
}

/** The phases outside the slice that those in it point to, each once. */
function contextOf({ phases }: Slice): Phase[] {
  return [...new Set(phases.flatMap(({ context }) => context))];
}

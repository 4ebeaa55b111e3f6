import type { Department, Measure, Section, Track } from '../model/roadmap.js';
import { isWithin, leadsOf, sectionOf, sectionsOf } from '../model/walk.js';
import { countStatuses, countVerdicts, type Slice } from './slice-roadmap.js';

/** A part of a slice: what one department answers for (undefined: where none is printed), or what stands in one section. */
export type SlicePart = { slice: Slice } & ({ by: 'lead'; department: Department | undefined } | { by: 'section'; section: Section });

export const partitions = ['lead', 'section'] as const;

/** The parts of a slice that hold anything: departments in the order of their list, sections in document order. Joint leads share items. */
export function splitSlice(slice: Slice, by: (typeof partitions)[number]): SlicePart[] {
  return partsOf(slice, by).filter((part) => !isEmpty(part.slice));
}

/** Every part, also those that hold nothing. */
export function partsOf(slice: Slice, by: (typeof partitions)[number]): SlicePart[] {
  return by === 'section'
    ? sectionsOf(slice.roadmap).map((section) => ({
        by,
        section,
        slice: restrict(slice, (on) => sectionOf(on) === section),
      }))
    : [...departmentsOf(slice), undefined].map((department) => ({
        by,
        department,
        slice: restrict(slice, (on) => {
          const leads = on.kind === 'section' ? [] : leadsOf(on);
          return department ? leads.includes(department) : leads.length === 0;
        }),
      }));
}

/** The departments that a slice can hold something of: those it was narrowed to, with those below them. */
function departmentsOf({ roadmap, filter: { leads } }: Slice): Department[] {
  return leads ? roadmap.departments.filter((one) => leads.some((lead) => lead && isWithin(one, lead))) : roadmap.departments;
}

function restrict(slice: Slice, keeps: (on: Measure | Track | Section) => boolean): Slice {
  const tracks = slice.tracks.filter(({ track }) => keeps(track));
  const tracksBefore = slice.tracksBefore?.filter(({ track }) => keeps(track));
  return {
    ...slice,
    phases: slice.phases.filter(({ phase }) => keeps(phase.track)),
    milestones: slice.milestones.filter(({ on }) => keeps(on)),
    dues: slice.dues.filter(({ phase }) => keeps(phase.track)),
    kpis: slice.kpis.filter(({ kpi }) => keeps(kpi.on)),
    targetsToSet: slice.targetsToSet.filter(({ on }) => keeps(on)),
    reports: slice.reports.filter(({ on }) => keeps(on)),
    tracks,
    ...(tracksBefore && { tracksBefore }),
    statuses: countStatuses(slice.roadmap, tracks, tracksBefore),
    verdicts: countVerdicts(slice.roadmap, tracks),
    unreported: slice.unreported.filter(({ phase }) => keeps(phase.track)),
    overdue: slice.overdue.filter(({ phase }) => keeps(phase.track)),
  };
}

function isEmpty({ phases, milestones, dues, kpis, targetsToSet, reports, unreported, overdue, hasReports }: Slice): boolean {
  const due = hasReports ? [...unreported, ...overdue] : [];
  return [phases, milestones, dues, kpis, targetsToSet, reports, due].every(({ length }) => length === 0);
}

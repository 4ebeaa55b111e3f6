import type { ProgressReport } from '../model/roadmap.js';
import { heading, measurePath } from '../model/walk.js';
import type { Slice } from '../transform/slice-roadmap.js';
import type { ProgressEntry, ProgressGroup } from './lists.js';
import type { AddressOf } from './site/addresses.js';
import { dated } from './slice/slice-lists.js';

/** What was reported in the years of a slice, by section in document order. */
export function progressOf({ roadmap, reports }: Slice, address: AddressOf = () => undefined): ProgressGroup[] {
  if (reports.length === 0) return [];
  return roadmap.chapters.flatMap(({ sections }) =>
    sections.flatMap((section): ProgressGroup[] => {
      const entries = section.measures.flatMap((measure) =>
        [measure, ...measure.tracks].flatMap((item) =>
          reports.filter(({ on }) => on === item).map((report) => ({ ...entryOf(report), ...linked(address(report)) })),
        ),
      );
      return entries.length > 0 ? [{ id: section.id, heading: heading(section), entries }] : [];
    }),
  );
}

function linked(href: string | undefined): { href?: string } {
  return href === undefined ? {} : { href };
}

function entryOf({
  fy,
  on,
  status,
  done,
  obstacles,
  next,
  evidence,
  asOf,
  by,
  verdict,
  verdictReason,
  actuals,
}: ProgressReport): ProgressEntry {
  const measure = on.kind === 'track' ? on.measure : on;
  return {
    id: `${on.id}.${fy}.report`,
    on: on.id,
    heading: measurePath(measure).map(heading).join(' ＞ '),
    row:
      on.kind === 'measure'
        ? []
        : on.label
          ? [on.label]
          : on.phases.filter(({ series, id }) => !series || series === id).map(({ text }) => text),
    fiscalYear: fy,
    ...(status && { status }),
    ...(done && { done }),
    ...(obstacles && { obstacles }),
    ...(next && { next }),
    evidence: evidence.map((text) => ({ text, ...(/^https?:\/\//i.test(text) && { href: text }) })),
    ...(asOf && { asOf }),
    ...(by && { by: by.fullName }),
    ...(verdict && { verdict }),
    ...(verdictReason && { verdictReason }),
    actuals: actuals.map(({ kpi, date, value }) => `${kpi.name} ${dated({ value, date }, kpi.unit)}`),
  };
}

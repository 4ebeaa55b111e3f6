import type { Allow } from '../model/roadmap.js';

/** The rules whose findings say that the document does not agree with itself; what is acknowledged of the others is no contradiction. */
export const contradictionRules: readonly string[] = [
  'actuals-agree',
  'dates-in-text',
  'era-and-year',
  'heading-variants',
  'needs-circle',
  'needs-order',
  'no-overlapping-phases',
  'phase-order',
  'related-years',
  'repeated-number',
  'repeated-text',
];

/** What was acknowledged of a thing, told apart: contradictions and all else. */
export function acknowledgedOf({ allow }: { allow: Allow }) {
  return Object.entries(allow).flatMap(([code, reasons]) =>
    [reasons].flat().map((reason) => ({ contradiction: contradictionRules.includes(code), reason })),
  );
}

import { rule as actualsAgree } from './actuals-agree.js';
import { rule as datesInText } from './dates-in-text.js';
import { rule as eraAndYear } from './era-and-year.js';
import { rule as headingVariants } from './heading-variants.js';
import { rule as knownTerms } from './known-terms.js';
import { rule as needsCircle } from './needs-circle.js';
import { rule as needsOrder } from './needs-order.js';
import { rule as noOverlappingPhases } from './no-overlapping-phases.js';
import { rule as oneReport } from './one-report.js';
import { rule as phaseOrder } from './phase-order.js';
import { rule as phasesInWindow } from './phases-in-window.js';
import { rule as relatedYears } from './related-years.js';
import { rule as repeatedNumber } from './repeated-number.js';
import { rule as repeatedText } from './repeated-text.js';
import { rule as reportFolder } from './report-folder.js';
import type { Rule } from './rule.js';
import { rule as unrecordedPromise } from './unrecorded-promise.js';

/** Every rule, in the order in which the docs list them. A new rule is a file and a line here. */
export const rules: readonly Rule[] = [
  phaseOrder,
  phasesInWindow,
  noOverlappingPhases,
  datesInText,
  unrecordedPromise,
  eraAndYear,
  relatedYears,
  needsOrder,
  needsCircle,
  repeatedText,
  headingVariants,
  repeatedNumber,
  knownTerms,
  oneReport,
  actualsAgree,
  reportFolder,
];

import { rule as actualsAfterAsOf } from './actuals-after-as-of.js';
import { rule as actualsAgree } from './actuals-agree.js';
import { rule as basisInText } from './basis-in-text.js';
import { rule as bracketPairs } from './bracket-pairs.js';
import { rule as columnOrder } from './column-order.js';
import { rule as cp932Text } from './cp932-text.js';
import { rule as datesInText } from './dates-in-text.js';
import { rule as dueInText } from './due-in-text.js';
import { rule as emptyMeasures } from './empty-measures.js';
import { rule as emptyYears } from './empty-years.js';
import { rule as eraAndYear } from './era-and-year.js';
import { rule as garbledText } from './garbled-text.js';
import { rule as headingVariants } from './heading-variants.js';
import { rule as impossibleDate } from './impossible-date.js';
import { rule as invisibleCharacters } from './invisible-characters.js';
import { rule as knownTerms } from './known-terms.js';
import { rule as kpiFigures } from './kpi-figures.js';
import { rule as kpiTarget } from './kpi-target.js';
import { rule as leftReference } from './left-reference.js';
import { rule as lookAlikeCharacters } from './look-alike-characters.js';
import { rule as milestoneDates } from './milestone-dates.js';
import { rule as missingLead } from './missing-lead.js';
import { rule as mixedWidth } from './mixed-width.js';
import { rule as needsCircle } from './needs-circle.js';
import { rule as needsOrder } from './needs-order.js';
import { rule as nfcText } from './nfc-text.js';
import { rule as noOverlappingPhases } from './no-overlapping-phases.js';
import { rule as oneReport } from './one-report.js';
import { rule as oneTimeInDue } from './one-time-in-due.js';
import { rule as pagesInSource } from './pages-in-source.js';
import { rule as phaseOrder } from './phase-order.js';
import { rule as phasesInWindow } from './phases-in-window.js';
import { rule as progressYears } from './progress-years.js';
import { rule as relatedYears } from './related-years.js';
import { rule as remarkInText } from './remark-in-text.js';
import { rule as repeatedEntry } from './repeated-entry.js';
import { rule as repeatedMark } from './repeated-mark.js';
import { rule as repeatedNumber } from './repeated-number.js';
import { rule as repeatedText } from './repeated-text.js';
import { rule as reportFolder } from './report-folder.js';
import type { Rule } from './rule.js';
import { rule as selfRelation } from './self-relation.js';
import { rule as spaceBetweenJapanese } from './space-between-japanese.js';
import { rule as straySpaces } from './stray-spaces.js';
import { rule as trackGaps } from './track-gaps.js';
import { rule as unexplainedMark } from './unexplained-mark.js';
import { rule as unlistedFiles } from './unlisted-files.js';
import { rule as unrecordedPromise } from './unrecorded-promise.js';
import { rule as unusedDepartments } from './unused-departments.js';
import { rule as webAddresses } from './web-addresses.js';

/** Every rule, in the order in which the docs list them. A new rule is a file and a line here. */
export const rules: readonly Rule[] = [
  phaseOrder,
  phasesInWindow,
  noOverlappingPhases,
  trackGaps,
  datesInText,
  dueInText,
  oneTimeInDue,
  milestoneDates,
  basisInText,
  unrecordedPromise,
  eraAndYear,
  impossibleDate,
  leftReference,
  relatedYears,
  needsOrder,
  needsCircle,
  selfRelation,
  repeatedEntry,
  repeatedText,
  headingVariants,
  repeatedNumber,
  emptyMeasures,
  unexplainedMark,
  repeatedMark,
  missingLead,
  unusedDepartments,
  kpiTarget,
  kpiFigures,
  actualsAfterAsOf,
  progressYears,
  knownTerms,
  oneReport,
  actualsAgree,
  reportFolder,
  pagesInSource,
  emptyYears,
  unlistedFiles,
  webAddresses,
  mixedWidth,
  bracketPairs,
  lookAlikeCharacters,
  nfcText,
  columnOrder,
  remarkInText,
  garbledText,
  cp932Text,
  straySpaces,
  spaceBetweenJapanese,
  invisibleCharacters,
];

import { rule as noOverlappingPhases } from './no-overlapping-phases.js';
import { rule as phaseOrder } from './phase-order.js';
import { rule as phasesInWindow } from './phases-in-window.js';
import type { Rule } from './rule.js';

/** Every rule, in the order in which the docs list them. A new rule is a file and a line here. */
export const rules: readonly Rule[] = [phaseOrder, phasesInWindow, noOverlappingPhases];

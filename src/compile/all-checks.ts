import type { Check } from '../diagnostics/check.js';
import { rules } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { checks as shapeChecks } from '../schema/checks.js';
import { checks as yamlChecks } from '../yaml/checks.js';
import { checks as bindChecks } from './checks.js';

/** Every code that a finding can have, in the order of the compiler's stages: YAML, shape, binding, rules. */
export const allChecks: readonly (Check | Rule)[] = [
  ...Object.values<Check>(yamlChecks),
  ...Object.values<Check>(shapeChecks),
  ...Object.values<Check>(bindChecks),
  ...rules,
];

import type { Check } from '../diagnostics/check.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import type { Roadmap } from '../model/roadmap.js';

/** The author's options for a rule in `plan.yaml`, by name. */
export type RuleOptions = Readonly<Record<string, string | readonly string[]>>;

/** Something that holds in every good plan, and the places where it does not. One rule a file, named by its code. */
export interface Rule extends Omit<Check, 'severity'> {
  /** `off` for a rule that a plan asks for. */
  severity: Check['severity'] | 'off';
  /** The options a plan may set, and what each means. */
  options?: Readonly<Record<string, Check['summary']>>;
  check(roadmap: Roadmap, options: RuleOptions): Iterable<Finding>;
}

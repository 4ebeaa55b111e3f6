import type { Check } from '../diagnostics/check.js';
import type { Bilingual, Finding } from '../diagnostics/diagnostic.js';
import type { Roadmap } from '../model/roadmap.js';

/** The author's options for a rule in `plan.yaml`, by name. Every value is of the kind that the rule declares. */
export type RuleOptions = Readonly<Record<string, string | readonly string[]>>;

/** An option that a plan may set for a rule. */
export interface RuleOption {
  summary: Bilingual;
  /** `number`: a whole number; `words`: one word or a list of them. */
  kind: 'number' | 'words';
  /** What holds where the plan sets nothing. */
  default: string | readonly string[];
}

/** Something that holds in every good plan, and the places where it does not. One rule a file, named by its code. */
export interface Rule extends Omit<Check, 'severity'> {
  /** `off` for a rule that a plan asks for. */
  severity: Check['severity'] | 'off';
  options?: Readonly<Record<string, RuleOption>>;
  /** What it finds are places where the document does not agree with itself: pages tell what is acknowledged of them as contradictions. */
  contradiction?: boolean;
  /**
   * Codes that tell of the same fault better: where one of them is found on the row of a finding, or of what it
   * is held against, the finding is dropped.
   */
  yieldsTo?: readonly string[];
  check(roadmap: Roadmap, options: RuleOptions): Iterable<Finding>;
}

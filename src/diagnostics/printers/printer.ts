import type { Lang } from '../../source/lang.js';
import type { Check } from '../check.js';
import type { Diagnostic, Severity } from '../diagnostic.js';

export interface PrintOptions {
  lang: Lang;
  color: boolean;
  /** The version of the tool. */
  version: string;
  /** Every code that a finding can have. */
  checks: readonly KnownCheck[];
}

/** A check, or a rule that a plan may leave off. */
export type KnownCheck = Omit<Check, 'severity'> & { severity: Severity | 'off' };

/** One style of output for findings: a pure function from findings to a text that ends with a line break, or is empty. */
export interface Printer {
  /** Whether a machine reads it: then nothing else may stand on standard output. */
  machine: boolean;
  print(diagnostics: readonly Diagnostic[], options: PrintOptions): string;
  /** One text of those of several plans; without it they are put behind one another. */
  join?(texts: readonly string[]): string;
}

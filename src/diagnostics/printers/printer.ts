import type { Lang } from '../../source/lang.js';
import type { Diagnostic } from '../diagnostic.js';

export interface PrintOptions {
  lang: Lang;
  color: boolean;
}

/** One style of output for findings: a pure function from findings to a text that ends with a line break, or is empty. */
export interface Printer {
  name: string;
  /** Whether a machine reads it: then nothing else may stand on standard output. */
  machine: boolean;
  print(diagnostics: readonly Diagnostic[], options: PrintOptions): string;
}

import type { Bilingual, Severity } from './diagnostic.js';

/** What is known of a kind of finding: the entry that `roadmap rules` prints, and the docs and SARIF take over. */
export interface Check {
  code: string;
  severity: Severity;
  /** A sentence that states what holds. */
  summary: Bilingual;
  /** What a finding says where it has nothing of its own to say. */
  message?: Bilingual;
  /** How to cure a finding. */
  cure: Bilingual;
  /** A few lines of YAML that break it, and that keep it. */
  example?: { bad: string; good: string };
}

/** Checks by their codes, each with its own. */
export function byCode<const T extends Record<string, Omit<Check, 'code'>>>(checks: T): { [C in keyof T]: T[C] & { code: C } } {
  return Object.fromEntries(Object.entries(checks).map(([code, check]) => [code, { code, ...check }])) as ReturnType<typeof byCode<T>>;
}

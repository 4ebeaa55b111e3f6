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

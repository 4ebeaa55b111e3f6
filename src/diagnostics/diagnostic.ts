import { byCodeUnits } from '../source/by-code-units.js';
import type { Lang } from '../source/lang.js';
import type { Location } from '../source/location.js';
import type { Span } from '../source/source-file.js';

/** A sentence for people in both languages of the tool. The author's words stand in backticks. */
export type Bilingual = Record<Lang, string>;

export type Severity = 'error' | 'warning' | 'info';

/** Where a finding points: a span, or anything that finds one when it is printed. */
export type Place = Location | { readonly span: Span };

/** A replacement of a span of the source. */
export interface TextEdit {
  span: Span;
  text: string;
}

export interface Related {
  message: Bilingual;
  location: Place;
}

/** Something to tell the author about a place in a file. */
export interface Diagnostic {
  code: string;
  severity: Severity;
  message: Bilingual;
  location: Place;
  related: Related[];
  /** How to cure it. */
  help?: Bilingual;
  /** The edits that mend it, where there is one right answer. */
  fix?: TextEdit[];
  /** What the words at `location` may have been meant to be: an editor offers it, `--fix` never takes it. */
  suggestion?: string;
  /** The author's reason to leave it, where the data acknowledges it. */
  acknowledged?: string;
}

/** What a rule returns: a diagnostic without code and severity. */
export interface Finding {
  message: Bilingual;
  location: Place;
  related?: Related[];
  help?: Bilingual;
  fix?: TextEdit[];
  suggestion?: string;
  /** The thing whose `allow` may acknowledge the finding. */
  on?: { readonly allow: Readonly<Record<string, string | readonly string[]>> };
  /** What it is held against: a fault on the row of one of these may be the cause of the finding. */
  against?: readonly object[];
}

/** The one sort order: by file, then by place, then by code. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics
    .map((diagnostic) => ({ diagnostic, span: diagnostic.location.span }))
    .sort(
      (a, b) =>
        byCodeUnits(a.span.file.path, b.span.file.path) ||
        a.span.start - b.span.start ||
        a.span.end - b.span.end ||
        byCodeUnits(a.diagnostic.code, b.diagnostic.code) ||
        byCodeUnits(a.diagnostic.message.en, b.diagnostic.message.en),
    )
    .map(({ diagnostic }) => diagnostic);
}

/** How many findings there are of each severity; acknowledged ones are counted apart. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): Record<Severity | 'acknowledged', number> {
  const counts = { error: 0, warning: 0, info: 0, acknowledged: 0 };
  for (const { severity, acknowledged } of diagnostics) counts[acknowledged === undefined ? severity : 'acknowledged'] += 1;
  return counts;
}

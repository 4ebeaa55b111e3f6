import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.js';
import { formatPeriod, parsePeriod } from '../model/period.js';
import type { Roadmap } from '../model/roadmap.js';
import { phasesOf } from '../model/walk.js';
import type { Location } from '../source/location.js';

/**
 * The edits that write every period of a phase in the one canonical way: `R5` as `2023`, `2022-2022` as `2022`. A period that an error blames
 * stays as the author wrote it.
 */
export function* canonicalPeriods(roadmap: Roadmap, diagnostics: readonly Diagnostic[]): Iterable<TextEdit[]> {
  const blamed = diagnostics.filter(({ severity }) => severity === 'error').map(({ location }) => location.span);
  const seen = new Set<Location>();
  for (const { written, location } of phasesOf(roadmap)) {
    const period = parsePeriod(written);
    if (!period || seen.has(location)) continue;
    seen.add(location);
    const canonical = formatPeriod(period);
    const { span } = location.key(written);
    // A key in quotes keeps them: only its words are replaced.
    const start = span.start + Math.max(0, span.file.text.slice(span.start, span.end).indexOf(written));
    const isBlamed = blamed.some((one) => one.file === span.file && one.start < span.end && span.start < one.end);
    if (canonical !== written && !isBlamed) yield [{ span: { file: span.file, start, end: start + written.length }, text: canonical }];
  }
}

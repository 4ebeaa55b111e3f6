import type { Allow, Roadmap } from '../model/roadmap.js';

/** What was acknowledged of a thing, told apart: contradictions and all else. */
export function acknowledgedOf({ allow }: { allow: Allow }, { contradictions }: Pick<Roadmap, 'contradictions'>) {
  return Object.entries(allow).flatMap(([code, reasons]) =>
    [reasons].flat().map((reason) => ({ contradiction: contradictions.has(code), reason })),
  );
}

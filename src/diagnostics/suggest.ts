import type { Bilingual } from './diagnostic.js';

/** The candidate nearest to what was written, if it is near enough to be meant. */
export function suggest(written: string, candidates: Iterable<string>): string | undefined {
  return nearest(written, candidates, 1)[0];
}

/** The help that goes with it. */
export function didYouMean(meant: string): Bilingual {
  return { ja: `\`${meant}\` のことですか？`, en: `did you mean \`${meant}\`?` };
}

/** The candidates near enough to be meant, at most so many, the nearest first, each once: at most a third of their letters differ. */
export function nearest(written: string, candidates: Iterable<string>, most: number): string[] {
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const limit = Math.max(1, Math.floor(Math.max(written.length, candidate.length) / 3));
    const distance = editDistance(written.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit) found.push({ candidate, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours count one each. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

import { foldNotation } from './notation.js';

/** How alike two texts are, from 0 to 1: the share of their neighbouring pairs of characters that both have (Dice). */
export function likeness(a: string, b: string): number {
  const [first, second] = [pairsOf(a), pairsOf(b)];
  if (first.size === 0 || second.size === 0) return 0;
  return (2 * common(first, second)) / (first.size + second.size);
}

/** How much of a text stands in another one, from 0 to 1. */
export function containment(part: string, whole: string): number {
  const [first, second] = [pairsOf(part), pairsOf(whole)];
  return first.size === 0 ? 0 : common(first, second) / first.size;
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const pair of a) if (b.has(pair)) count += 1;
  return count;
}

const known = new Map<string, ReadonlySet<string>>();
const manyTexts = 20_000;

function pairsOf(text: string): ReadonlySet<string> {
  let pairs = known.get(text);
  if (!pairs) {
    const characters = [...foldNotation(text)];
    pairs = new Set(
      characters.length === 1 ? characters : characters.slice(1).map((character, index) => (characters[index] ?? '') + character),
    );
    if (known.size >= manyTexts) known.clear();
    known.set(text, pairs);
  }
  return pairs;
}

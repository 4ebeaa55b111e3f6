import type { Node } from './nodes.js';

/** Items of two editions that are one item; several on a side are a split or a merger. */
export interface Match {
  before: Node[];
  after: Node[];
  /** False where likeness alone says so. */
  certain: boolean;
}

/** What has been matched so far: each item stands in one match at most. */
export class Matches {
  readonly all: Match[] = [];
  readonly #ofBefore = new Map<Node, Match>();
  readonly #ofAfter = new Map<Node, Match>();

  add(before: Node[], after: Node[], certain: boolean): void {
    const match = { before, after, certain };
    this.all.push(match);
    for (const node of before) this.#ofBefore.set(node, match);
    for (const node of after) this.#ofAfter.set(node, match);
  }

  ofBefore(node: Node): Match | undefined {
    return this.#ofBefore.get(node);
  }

  ofAfter(node: Node): Match | undefined {
    return this.#ofAfter.get(node);
  }

  /** Whether an item of the new edition is what one of the old edition has become. */
  correspond(before: Node | undefined, after: Node | undefined): boolean {
    if (!before || !after) return before === after;
    return this.#ofBefore.get(before)?.after.includes(after) ?? false;
  }

  freeBefore(nodes: Iterable<Node>): Node[] {
    return [...nodes].filter((node) => !this.#ofBefore.has(node));
  }

  freeAfter(nodes: Iterable<Node>): Node[] {
    return [...nodes].filter((node) => !this.#ofAfter.has(node));
  }

  /** Takes the pairs from the likeliest down, each item once; equal scores go by document order. */
  addBest(pairs: Iterable<{ before: Node; after: Node; score: number; certain: boolean }>): void {
    const ranked = [...pairs].map((pair, index) => ({ ...pair, index })).sort((a, b) => b.score - a.score || a.index - b.index);
    for (const { before, after, certain } of ranked)
      if (!this.#ofBefore.has(before) && !this.#ofAfter.has(after)) this.add([before], [after], certain);
  }
}

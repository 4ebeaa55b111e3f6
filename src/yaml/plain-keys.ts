/** A key, which is most often one of the few that plans are made of: those are found without being made anew. */
export function keyOf(text: string, start: number, end: number): string {
  const length = end - start;
  // Of a longer one V8 would keep the whole text of its file.
  if (length > longestKnown) return text.slice(start, end);
  const slot = (text.charCodeAt(start) * 5 + text.charCodeAt(end - 1) * 11 + text.charCodeAt(start + (length >> 1)) * 3 + length) % slots;
  const before = known[slot];
  if (before !== undefined && before.length === length && text.startsWith(before, start)) return before;
  const key = text.slice(start, end);
  known[slot] = key;
  return key;
}

const longestKnown = 12;
const slots = 1021;
const known: (string | undefined)[] = Array.from({ length: slots });

/** A word in quotes as keys and years are. */
export const quotedKey = /(["'])[\w\u3005\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff-]+\1/y;

/** A mapping with more keys than any file of a plan has is left to the other reader. */
const mostKeys = 1000;

/** Whether a mapping may have this key too. */
export function mayAdd(keys: readonly string[], key: string): boolean {
  return key !== '__proto__' && key !== '<<' && keys.length < mostKeys && !keys.includes(key);
}

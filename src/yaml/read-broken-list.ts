import type { Entry } from './plain-places.js';

/** A list in brackets that is broken over several lines, as formatters break a long one. */
export interface BrokenList {
  items: string[];
  entries: Entry[];
  /** Behind its closing bracket. */
  end: number;
}

/** Words such as ids, pages and names of files: what might be anything else is left alone. */
const word = '[A-Za-z\\d][\\w.-]*';
const gap = '(?: |\\r?\\n)*';
const list = new RegExp(`\\[(?:${gap}${word}${gap},)*${gap}(?:${word}${gap})?\\]`, 'y');
const words = new RegExp(word, 'g');

/** Reads the list whose bracket stands at an offset of a text, if each of its further lines stands behind `column`. */
export function readBrokenList(text: string, start: number, column: number): BrokenList | undefined {
  list.lastIndex = start;
  const [written] = list.exec(text) ?? [];
  if (written === undefined) return undefined;
  for (const [, indent = ''] of written.matchAll(/\n( *)(?=\S)/g)) if (indent.length <= column) return undefined;
  const items: string[] = [];
  const entries: Entry[] = [];
  for (const { index, 0: item } of written.matchAll(words)) {
    items.push(item);
    entries.push({ keyStart: 0, keyEnd: 0, start: start + index, end: start + index + item.length });
  }
  return { items, entries, end: start + written.length };
}

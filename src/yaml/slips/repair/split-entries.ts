import { topKeys } from '../key-words.js';
import { readLines } from './lines.js';

/** A file's list is mended entry by entry, so that a fault in one hides nothing in the others. */
export const topList = new RegExp(`^(?:${topKeys.join('|')})[ \\t]*:[ \\t]*(?:#.*)?\\r?$`, 'm');

/** The file's lines up to its list, and the lines of each entry. */
export function splitEntries(text: string): { header: number; entries: { start: number; end: number }[] } {
  const found = topList.exec(text);
  if (!found) return { header: text.length, entries: [] };
  const header = Math.min(text.length, found.index + found[0].length + 1);
  const starts: number[] = [];
  const columns = new Map<number, number>();
  for (const dash of text.slice(header).matchAll(/^( *)-(?=\s)/gm)) {
    const column = dash[1]?.length ?? 0;
    columns.set(column, (columns.get(column) ?? 0) + 1);
  }
  const column = Math.min(...[...columns.keys()].filter((one) => one === 0 || one === 2), ...(columns.size > 0 ? [] : [0]));
  const entry = new RegExp(`^ {${Number.isFinite(column) ? column : Math.min(...columns.keys())}}-(?: +| *\\r?\\n *)([^\\s:]*)`, 'gm');
  const begins = [...text.matchAll(entry)].filter(({ index }) => index >= header);
  // An entry begins as most do, with its id: a dash before another key may be one too many.
  const firsts = new Map<string, number>();
  for (const [, first = ''] of begins) firsts.set(first, (firsts.get(first) ?? 0) + 1);
  const [usual] = [...firsts].sort((a, b) => b[1] - a[1])[0] ?? [''];
  for (const { index, 1: first } of begins) if (first === usual || !firsts.has(usual)) starts.push(index);
  const [first] = starts;
  if (first === undefined) return { header: text.length, entries: [] };
  // Lines between the list's key and its first entry, comments or an entry that lost its place, belong to the first one; one that lost its
  // first line with its dash is an entry of its own.
  const [lone] = readLines(text.slice(header, first));
  if (lone && lone.column === lone.indent && lone.indent > 0) starts.unshift(header);
  else starts[0] = header;
  return { header, entries: starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length })) };
}

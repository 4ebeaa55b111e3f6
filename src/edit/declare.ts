import type { Location } from '../source/location.js';
import type { SourceFile } from '../source/source-file.js';

/** What an item of the data is to say of where it comes from. */
export interface Declaration {
  /** The item's mapping. */
  item: Location;
  /** The key that opens it and that the line goes behind: `id`, or a phase's period. */
  behind: string;
  key: 'was' | 'from';
  ids: readonly string[];
}

/** The text of a file with the declarations written in; all else, comments included, stays as it is. */
export function declare(file: SourceFile, declarations: readonly Declaration[]): string {
  const edits = declarations.map((declaration) => editOf(file, declaration)).sort((a, b) => b.start - a.start);
  return edits.reduce((text, { start, end, words }) => text.slice(0, start) + words + text.slice(end), file.text);
}

interface Edit {
  start: number;
  end: number;
  words: string;
}

function editOf(file: SourceFile, { item, behind, key, ids }: Declaration): Edit {
  const value = key === 'was' ? (ids[0] ?? '') : `[${ids.join(', ')}]`;
  const known = file.spans.value([...item.path, key]);
  if (known) return { ...known, words: value };
  const after = item.at(behind).span.end;
  if (file.text[item.span.start] === '{') return { start: after, end: after, words: `, ${key}: ${value}` };
  const { column } = file.positionAt(item.key(behind).span.start);
  const end = endOfLine(file.text, after);
  const lineBreak = file.text.slice(0, end.next).endsWith('\r\n') ? '\r\n' : '\n';
  return { start: end.at, end: end.at, words: `${lineBreak}${' '.repeat(column - 1)}${key}: ${value}` };
}

/** Where the line that holds an offset ends, without and with its line break. */
function endOfLine(text: string, from: number): { at: number; next: number } {
  const found = text.indexOf('\n', from);
  if (found < 0) return { at: text.length, next: text.length };
  return { at: text[found - 1] === '\r' ? found - 1 : found, next: found + 1 };
}

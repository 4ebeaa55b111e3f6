import { pathToFileURL } from 'node:url';
import type { Position, Range } from 'vscode-languageserver';
import type { Naming } from '../compile/binder.js';
import type { SourceFile, Span } from '../source/source-file.js';
import type { OpenPlan } from './workspace.js';

/** The protocol counts lines and columns from 0, columns in UTF-16 units. */
export function rangeOf({ file, start, end }: Span): Range {
  const at = (offset: number): Position => {
    const { line, column } = file.positionAt(offset);
    return { line: line - 1, character: column - 1 };
  };
  return { start: at(start), end: at(end) };
}

export function offsetOf(file: SourceFile, { line, character }: Position): number {
  return file.offsetAt({ line: line + 1, column: character + 1 });
}

/** The URI of a path: the one by which the editor opened it, else the path's own. */
export type UriOf = (path: string) => string;

export const fileUri: UriOf = (path) => pathToFileURL(path).href;

/** The file of a plan at a path. */
export function fileAt({ result }: OpenPlan, path: string): SourceFile | undefined {
  return [...result.files.values()].find((file) => file.path === path);
}

/** The id at an offset, with what it names. */
export function namingAt({ result }: OpenPlan, file: SourceFile, offset: number): { naming: Naming; span: Span } | undefined {
  for (const naming of result.namings()) {
    if (naming.location.file !== file) continue;
    const { span } = naming.location;
    if (span.start <= offset && offset <= span.end) return { naming, span };
  }
  return undefined;
}

/** The word at an offset: what stands between spaces and the signs of YAML. */
export function wordAt(file: SourceFile, offset: number): { text: string; span: Span } {
  const isEdge = (char: string | undefined) => char === undefined || /[\s,:[\]{}'"]/.test(char);
  let start = offset;
  let end = offset;
  while (start > 0 && !isEdge(file.text[start - 1])) start -= 1;
  while (end < file.text.length && !isEdge(file.text[end])) end += 1;
  return { text: file.text.slice(start, end), span: { file, start, end } };
}

import { expect } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { planFiles } from './plan.js';

/** What is found in the text of a file, of a section where none is named, and the text with the fixes applied. */
export function read(text: string, name = 'section.yaml', others: Record<string, string> = {}) {
  const { diagnostics } = compile({ dir: '', files: planFiles({ ...others, [name]: text }) });
  const found = diagnostics.map(({ code, message, location: { span } }) => {
    const { line, column } = span.file.positionAt(span.start);
    return { at: `${line}:${column}`, code, words: span.file.text.slice(span.start, span.end), message: message.ja };
  });
  const edits = diagnostics.flatMap(({ fix }) => fix ?? []).sort((a, b) => b.span.start - a.span.start);
  const mended = edits.reduce((now, { span, text: words }) => now.slice(0, span.start) + words + now.slice(span.end), text);
  return { found, mended };
}

/** One finding at the place, a message that names the sign, and a mended text in which nothing is found. */
export function expectSlip(before: string, after: string, code: string, at: string, named?: string): void {
  const { found, mended } = read(before);
  expect(found.map((one) => `${one.at} ${one.code}`)).toEqual([`${at} ${code}`]);
  expect(mended).toBe(after);
  if (named) expect(found[0]?.message).toContain(named);
  expect(read(after).found).toEqual([]);
}

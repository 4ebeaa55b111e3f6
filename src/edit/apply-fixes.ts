import type { TextEdit } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';

/**
 * The texts of the files that the fixes change, and how many of them were taken. The edits of one fix are taken together or not at all;
 * a fix that reaches into another one is left for the next reading.
 */
export function applyFixes(fixes: Iterable<readonly TextEdit[]>): { texts: Map<SourceFile, string>; taken: number } {
  const edits = new Map<SourceFile, TextEdit[]>();
  let taken = 0;
  for (const fix of fixes) {
    const clashes = fix.some((edit) => (edits.get(edit.span.file) ?? []).some((other) => touches(edit, other)));
    const changes = fix.some(({ span: { file, start, end }, text }) => file.text.slice(start, end) !== text);
    if (clashes || !changes) continue;
    taken += 1;
    for (const edit of fix) {
      const own = edits.get(edit.span.file);
      if (own) own.push(edit);
      else edits.set(edit.span.file, [edit]);
    }
  }
  const texts = new Map<SourceFile, string>();
  for (const [file, list] of edits) {
    let text = '';
    let done = 0;
    for (const { span, text: words } of list.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
      text += file.text.slice(done, span.start) + words;
      done = span.end;
    }
    texts.set(file, text + file.text.slice(done));
  }
  return { texts, taken };
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}

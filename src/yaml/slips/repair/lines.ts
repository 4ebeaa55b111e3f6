import { quotedText } from '../line-forms.js';

/** A line, by offsets in its text. */
export interface Line {
  start: number;
  end: number;
  indent: number;
  /** The column behind the dashes. */
  column: number;
  words: string;
}

/** The lines that say something: neither blank ones nor comments. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const line = raw.trimEnd();
    const [, spaces = '', dash = ''] = /^( *)((?:- +)*)/.exec(line) ?? [];
    if (line.trim() !== '' && !/^ *#/.test(line)) {
      const column = spaces.length + dash.length;
      lines.push({ start, end: start + line.length, indent: spaces.length, column, words: line.slice(column) });
    }
    start += raw.length + 1;
  }
  return lines;
}

/** The lines that a line hangs on: the one before it in its column, and those around it further to the left. */
export function* around(lines: readonly Line[], here: number): Iterable<number> {
  let limit = lines[here]?.indent ?? 0;
  for (let index = here - 1; index >= 0 && limit >= 0; index -= 1) {
    const { indent } = lines[index] as Line;
    if (indent > limit) continue;
    yield index;
    limit = indent - 1;
  }
  // The first entry of the list, which lies in another part than the list's name.
  yield 0;
}

/** Whether a value begins with a quote or a bracket that its line does not close. */
export function leavesOpen(words: string): boolean {
  const value = words.replace(headAndGap, '');
  if (/^["']/.test(value)) return !quotedText.test(value);
  return /^[[{]/.test(value) && value.split(/[[{]/).length !== value.split(/[\]}]/).length;
}

/** Where the first quote stands that its line does not close. */
export function openQuote(text: string): number | undefined {
  for (const { start, column, words } of readLines(text)) {
    const head = headAndGap.exec(words)?.[0].length ?? 0;
    if (/^["']/.test(words.slice(head)) && leavesOpen(words)) return start + column + head;
  }
  return undefined;
}

const headAndGap = /^[^\s:"'[\]{}#]+:[ \t]+/;

/** Lines of a folded text as one: a space stands only between two words that are not Japanese. */
export function unfold(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .reduce((joined, line) => joined + joint(joined, line) + line, '');
}

/** What stands between two lines of a text when they become one. */
export function joint(before: string, after: string): string {
  return before && !isWide(before.at(-1)) && !isWide(after[0]) ? ' ' : '';
}

/** Whether the character belongs to a script or punctuation that is written without spaces. */
function isWide(char: string | undefined): boolean {
  return /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u2460-\u24FF]|[\uD840-\uDBFF\uDC00-\uDFFF]/.test(char ?? '');
}

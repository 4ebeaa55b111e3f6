/** Where the line that holds an offset ends, without its line break. */
export function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  const end = at < 0 ? text.length : at;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line behind it begins; behind the last one, the end of the text. */
export function nextLine(text: string, from: number): number {
  return text.indexOf('\n', from) + 1 || text.length;
}

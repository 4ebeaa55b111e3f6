import stringWidth from 'string-width';

/** The spaces that a text wants to fill a column, in which a wide character takes two places. */
export function filling(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text)));
}

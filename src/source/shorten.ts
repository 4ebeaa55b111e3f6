/** The author's words as a message quotes them: the first 20 characters, and `…` for the rest. */
export function shorten(words: string): string {
  const characters = [...words];
  return characters.length > 20 ? `${characters.slice(0, 20).join('')}…` : words;
}

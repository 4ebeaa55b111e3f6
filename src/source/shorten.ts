/** The author's words as a message quotes them: the first characters, and `…` for the rest. */
export function shorten(words: string, most = 20): string {
  const characters = [...words];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : words;
}

/** The first line of what an error says; anything can be thrown. */
export function reasonOf(error: unknown): string {
  const words = error instanceof Error ? error.message : typeof error === 'object' ? Object.prototype.toString.call(error) : String(error);
  return words.split('\n')[0] ?? '';
}

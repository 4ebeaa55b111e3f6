/** Whatever a text declares as an id, readable or not. */
export function idsIn(text: string): string[] {
  return [...text.matchAll(/\bid:[ \t]*([a-z][a-z0-9-]*)/g)].map(([, id = '']) => id);
}

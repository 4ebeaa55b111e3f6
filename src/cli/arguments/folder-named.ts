/** A folder as a call names it, without slashes behind it; the root stays one. */
export function folderNamed(place: string): string {
  return place.replace(/(?<=.)\/+$/, '');
}

/** A plan in a git revision, `REV:DIR`; of a bare `REV` there is no folder. Undefined where the place can name none. */
export function parseRevision(place: string): { revision: string; folder: string | undefined } | undefined {
  const [, revision, folder] = /^([^:-][^:]*)(?::(.*))?$/.exec(place) ?? [];
  return revision === undefined ? undefined : { revision, folder };
}

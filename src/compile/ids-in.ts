import { idPattern } from '../schema/scalars.js';
import type { YamlData } from '../yaml/plain-data.js';

/** The ids that data declares, right ones and what wrong ones may have been meant to be, and how many things have nothing like an id. */
export function idsOf(data: YamlData, found = { ids: new Set<string>(), lost: 0 }): { ids: ReadonlySet<string>; lost: number } {
  if (typeof data === 'string') return found;
  for (const [key, value] of Object.entries(data)) {
    if (key === 'id' && typeof value === 'string') found.ids.add(value);
    if (haveIds.has(key) && Array.isArray(value)) {
      for (const one of value) {
        if (typeof one !== 'object' || Array.isArray(one) || idPattern.test(String(one['id'] ?? ''))) continue;
        const meant = Object.entries(one).find(([name]) => /^i+d+$/i.test(name.normalize('NFKC')))?.[1];
        const id =
          typeof meant === 'string'
            ? meant
                .normalize('NFKC')
                .toLowerCase()
                .replace(/[_\s]+/g, '-')
            : '';
        if (idPattern.test(id)) found.ids.add(id);
        else found.lost += 1;
      }
    }
    idsOf(value, found);
  }
  return found;
}

/** The lists whose entries all have an id. */
const haveIds: ReadonlySet<string> = new Set(['departments', 'chapters', 'measures', 'tracks']);

/** Whatever a text declares as an id, readable or not. */
export function idsIn(text: string): string[] {
  return [...text.matchAll(/\bid:[ \t]*([a-z][a-z0-9-]*)/g)].map(([, id = '']) => id);
}

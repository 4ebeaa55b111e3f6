import { printYaml } from '../../edit/change-yaml.js';
import { layoutOf } from '../../edit/layout-of.js';
import type { Measure, Track } from '../../model/roadmap.js';
import { itemsOf, sectionOf } from '../../model/walk.js';
import type { YamlData } from '../../yaml/plain-data.js';
import type { Target } from '../sheet.js';

/** A value of an entry's key; null takes the key away. */
export interface FieldChange {
  path: readonly string[];
  value: YamlData | null;
}

/** The lists of the progress files that hold one entry an item, with the keys that alone say nothing. */
const empty: Record<'reports' | 'checks', readonly string[]> = { reports: ['on', 'asOf', 'by'], checks: ['on', 'edition', 'by'] };

/**
 * Puts fields into the entries of a list: into the entry that is there, else into a new one in the plan's order, else into a new file.
 * An entry that says nothing any more goes.
 */
export function changeEntries(
  list: keyof typeof empty,
  fields: ReadonlyMap<Track | Measure, readonly FieldChange[]>,
  { roadmap, fy, draft }: Target,
): void {
  const items = itemsOf(roadmap);
  const rank = new Map(items.map(({ id }, index) => [id, index]));
  const saysNothing = (entry: object) => Object.keys(entry).every((key) => empty[list].includes(key));
  for (const [item, changes] of [...fields].sort(([a], [b]) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))) {
    const file = fileOf(item, list, { roadmap, fy, draft });
    const layout = layoutOf(file);
    const entries = entriesIn(draft.data(file), list);
    const at = entries.findIndex((entry) => entry['on'] === item.id);
    if (at < 0) {
      const entry: { [key: string]: YamlData } = { on: item.id };
      const order = layout.keys([list, 0]);
      for (const { path, value } of [...changes].sort((a, b) => order.indexOf(a.path[0] ?? '') - order.indexOf(b.path[0] ?? '')))
        if (value !== null) put(entry, path, value);
      if (saysNothing(entry)) continue;
      const before = entries.findLastIndex((other) => (rank.get(String(other['on'])) ?? -1) < (rank.get(item.id) ?? 0));
      if (draft.has(file)) draft.change(file, { kind: 'insert', path: [list], index: before + 1, value: entry });
      else draft.write(file, schemaLine(item, draft) + printYaml({ fy: String(fy), [list]: [entry] }, layout));
      continue;
    }
    for (const { path, value } of changes)
      draft.change(
        file,
        value === null ? { kind: 'remove', path: [list, at, ...path] } : { kind: 'set', path: [list, at, ...path], value },
      );
    const left = entriesIn(draft.data(file), list)[at];
    if (left && saysNothing(left)) draft.change(file, { kind: 'remove', path: [list, at] });
  }
}

function put(into: { [key: string]: YamlData }, [key = '', ...rest]: readonly string[], value: YamlData): void {
  if (rest.length === 0) into[key] = value;
  else {
    const inner = (into[key] ?? {}) as { [key: string]: YamlData };
    put(inner, rest, value);
    into[key] = inner;
  }
}

function entriesIn(data: YamlData | undefined, list: string): { [key: string]: YamlData }[] {
  if (typeof data !== 'object' || Array.isArray(data)) return [];
  const entries = data[list];
  return Array.isArray(entries) ? (entries as { [key: string]: YamlData }[]) : [];
}

/** The file that holds the item's entry, else the one beside its section. */
function fileOf(item: Track | Measure, list: keyof typeof empty, { roadmap, fy, draft }: Target): string {
  const entry = roadmap[list].find((one) => one.fy === fy && one.on === item);
  return entry ? draft.nameOf(entry.location.file.path) : `progress/${fy}/${draft.nameOf(sectionOf(item).file)}`;
}

/** The line that tells editors the schema, where the section's file has one by a relative path. */
function schemaLine(item: Track | Measure, draft: Target['draft']): string {
  const found = /^(# yaml-language-server: \$schema=)(\.[^\n]*\/)section\.json\r?\n/.exec(draft.text(draft.nameOf(sectionOf(item).file)));
  return found ? `${found[1]}../../${found[2]}progress.json\n` : '';
}

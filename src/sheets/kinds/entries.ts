import { printYaml } from '../../edit/change-yaml.js';
import type { Measure, Section, Track } from '../../model/roadmap.js';
import { itemsOf } from '../../model/walk.js';
import type { YamlData } from '../../yaml/plain-data.js';
import type { Target } from '../sheet.js';

/** A value of an entry's key; null takes the key away. */
export interface FieldChange {
  path: readonly string[];
  value: YamlData | null;
}

/** Lists of the progress files that hold one entry an item, their keys in order, and those that alone say nothing. */
const lists = {
  reports: {
    keys: ['on', 'status', 'done', 'obstacles', 'next', 'evidence', 'asOf', 'by', 'verdict', 'verdictReason', 'actuals', 'allow'],
    empty: ['on', 'asOf', 'by'],
  },
  checks: { keys: ['on', 'edition', 'result', 'comment', 'by', 'allow'], empty: ['on', 'edition', 'by'] },
} as const;

/**
 * Puts fields into the entries of a list: into the entry that is there, else into a new one in the plan's order, else into a new file.
 * An entry that says nothing any more goes.
 */
export function changeEntries(
  list: keyof typeof lists,
  fields: ReadonlyMap<Track | Measure, readonly FieldChange[]>,
  { roadmap, fy, draft }: Target,
): void {
  const items = [...itemsOf(roadmap)];
  const rank = new Map(items.map(({ id }, index) => [id, index]));
  const { keys, empty } = lists[list];
  for (const [item, changes] of [...fields].sort(([a], [b]) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))) {
    const file = fileOf(item, list, { roadmap, fy, draft });
    const entries = entriesIn(draft.data(file), list);
    const at = entries.findIndex((entry) => entry['on'] === item.id);
    if (at < 0) {
      const entry: { [key: string]: YamlData } = { on: item.id };
      for (const { path, value } of [...changes].sort((a, b) => orderOf(keys, a) - orderOf(keys, b)))
        if (value !== null) put(entry, path, value);
      if (Object.keys(entry).every((key) => (empty as readonly string[]).includes(key))) continue;
      const before = entries.findLastIndex((other) => (rank.get(String(other['on'])) ?? -1) < (rank.get(item.id) ?? 0));
      if (draft.has(file)) draft.change(file, { kind: 'insert', path: [list], index: before + 1, value: entry });
      else draft.write(file, schemaLine(item, draft) + printYaml({ fy: String(fy), [list]: [entry] }));
      continue;
    }
    for (const { path, value } of changes)
      draft.change(
        file,
        value === null
          ? { kind: 'remove', path: [list, at, ...path] }
          : { kind: 'set', path: [list, at, ...path], value, order: path.length === 1 ? keys : [] },
      );
    const left = entriesIn(draft.data(file), list)[at];
    if (left && Object.keys(left).every((key) => (empty as readonly string[]).includes(key)))
      draft.change(file, { kind: 'remove', path: [list, at] });
  }
}

function orderOf(keys: readonly string[], { path }: FieldChange): number {
  return keys.indexOf(path[0] ?? '');
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
function fileOf(item: Track | Measure, list: keyof typeof lists, { roadmap, fy, draft }: Target): string {
  const entry = roadmap[list].find((one) => one.fy === fy && one.on === item);
  return entry ? draft.nameOf(entry.location.file.path) : `progress/${fy}/${draft.nameOf(sectionOf(item).file)}`;
}

function sectionOf(item: Track | Measure): Section {
  return (item.kind === 'track' ? item.measure : item).section;
}

/** The line that tells editors the schema, where the section's file has one by a relative path. */
function schemaLine(item: Track | Measure, draft: Target['draft']): string {
  const found = /^(# yaml-language-server: \$schema=)(\.[^\n]*\/)section\.json\r?\n/.exec(draft.text(draft.nameOf(sectionOf(item).file)));
  return found ? `${found[1]}../../${found[2]}progress.json\n` : '';
}

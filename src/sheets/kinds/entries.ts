import { printYaml } from '../../edit/change-yaml.js';
import { layoutOf } from '../../edit/layout-of.js';
import type { Department, Measure, Track } from '../../model/roadmap.js';
import { isWithin, itemsOf, leadsOf, sectionOf } from '../../model/walk.js';
import type { YamlData } from '../../yaml/plain-data.js';
import type { Lead, Target } from '../sheet.js';

/** A value of an entry's key; null takes the key away. */
export interface FieldChange {
  path: readonly string[];
  value: YamlData | null;
}

/** What an item's entry is to say, and in whose sheet that was answered; undefined where the entry stays whose it is. */
export interface EntryChange {
  fields: readonly FieldChange[];
  lead: Lead | undefined;
}

/** The lists of the progress files that hold one entry an item, with the keys that alone say nothing. */
const empty: Record<'reports' | 'checks', readonly string[]> = { reports: ['on', 'asOf', 'by'], checks: ['on', 'edition', 'hash', 'by'] };

/**
 * Puts fields into the entries of a list: into the entry that is there, else into a new one in the plan's order, else into a new file.
 * An entry that says nothing any more goes.
 */
export function changeEntries(list: keyof typeof empty, changes: ReadonlyMap<Track | Measure, EntryChange>, target: Target): void {
  const { roadmap, fy, draft } = target;
  const items = itemsOf(roadmap);
  const rank = new Map(items.map(({ id }, index) => [id, index]));
  const saysNothing = (entry: object) => Object.keys(entry).every((key) => empty[list].includes(key));
  for (const [item, { fields, lead }] of [...changes].sort(([a], [b]) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))) {
    const file = fileOf(item, list, target);
    const layout = layoutOf(file);
    const entries = entriesIn(draft.data(file), list);
    const at = entries.findIndex((entry) => entry['on'] === item.id);
    const answerer = lead && answererOf(item, lead, authorOf(item, list, file, target));
    const by: FieldChange[] = answerer ? [{ path: ['by'], value: answerer.id }] : [];
    if (at < 0) {
      const entry: { [key: string]: YamlData } = { on: item.id };
      const order = layout.keys([list, 0]);
      for (const { path, value } of [...fields, ...by].sort((a, b) => order.indexOf(a.path[0] ?? '') - order.indexOf(b.path[0] ?? '')))
        if (value !== null) put(entry, path, value);
      if (saysNothing(entry)) continue;
      const before = entries.findLastIndex((other) => (rank.get(String(other['on'])) ?? -1) < (rank.get(item.id) ?? 0));
      if (draft.has(file)) draft.change(file, { kind: 'insert', path: [list], index: before + 1, value: entry });
      else draft.write(file, schemaLine(item, draft) + printYaml({ fy: String(fy), [list]: [entry] }, layout));
      continue;
    }
    for (const { path, value } of [...fields, ...by])
      draft.change(
        file,
        value === null ? { kind: 'remove', path: [list, at, ...path] } : { kind: 'set', path: [list, at, ...path], value },
      );
    const left = entriesIn(draft.data(file), list)[at];
    if (left && saysNothing(left)) draft.change(file, { kind: 'remove', path: [list, at] });
  }
}

/** Whose an item's entry is; of one that is not there yet, whose it would be by the head of its file, which speaks of the reports. */
function authorOf(item: Track | Measure, list: keyof typeof empty, file: string, { roadmap, fy, draft }: Target): Department | undefined {
  const entry = roadmap[list].find((one) => one.fy === fy && one.on === item);
  if (entry) return entry.by;
  const data = draft.data(file);
  if (list !== 'reports' || typeof data !== 'object' || Array.isArray(data)) return undefined;
  return roadmap.departments.find(({ id }) => id === data['by']);
}

/**
 * The department that is to be named for an answer: the one whose sheet it is. Nobody is where the author of the entry is that one, or one
 * below it on the item's own line, or where the sheet is for what names no department.
 */
function answererOf(item: Track | Measure, { departments }: Lead, author: Department | undefined): Department | undefined {
  const leads = leadsOf(item);
  const answers = author && departments.some((department) => isWithin(author, department));
  if (answers && leads.some((lead) => isWithin(author, lead) || isWithin(lead, author))) return undefined;
  return departments.find((department) => leads.some((lead) => isWithin(lead, department)));
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

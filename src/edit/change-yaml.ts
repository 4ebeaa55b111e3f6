import { diffArrays } from 'diff';
import { endOfLine, nextLine } from '../source/line-ends.js';
import { type KeyPath, SourceFile } from '../source/source-file.js';
import { indexSpans } from '../yaml/index-spans.js';
import type { LayOutOptions } from '../yaml/lay-out.js';
import { valueAt, type YamlData } from '../yaml/plain-data.js';
import { printScalar, type ScalarPlace } from '../yaml/print-scalar.js';
import { dataOf } from './data-of.js';

/** One change of a YAML text by key path. Everything beside it stays as it is, to the byte. */
export type YamlChange =
  /** The value of a key, which is added where it is missing: after those that stand before it in their order. */
  | { kind: 'set'; path: KeyPath; value: YamlData }
  /** A key and its value go, or an entry of a list; a mapping that is left empty goes too. */
  | { kind: 'remove'; path: KeyPath }
  | { kind: 'rename'; path: KeyPath; to: string }
  /** An entry of a list, before the one that has this index now. */
  | { kind: 'insert'; path: KeyPath; index: number; value: YamlData };

/** In which order keys are added, and whose lists and mappings stand on their line. */
export type Layout = Pick<LayOutOptions, 'keys' | 'onOneLine'>;

const plainLayout: Layout = { keys: () => [], onOneLine: () => false };

/** The text after the changes, made one after the other: comments, order and layout of all else are kept. */
export function changeYaml(text: string, changes: readonly YamlChange[], layout: Layout = plainLayout): string {
  return changes.reduce((before, change) => new YamlText(before, layout).change(change), text);
}

/** Data as a YAML text of its own, in the layout of the plan's files. */
export function printYaml(data: { [key: string]: YamlData }, layout: Layout = plainLayout): string {
  return `${printEntries(data, '', '\n', layout)}\n`;
}

class YamlText {
  readonly #file: SourceFile;
  readonly #data: YamlData;
  readonly #eol: string;

  constructor(
    private readonly text: string,
    private readonly layout: Layout,
  ) {
    this.#file = new SourceFile('', text);
    this.#file.indexSpans = indexSpans;
    this.#data = dataOf(this.#file) ?? {};
    this.#eol = text.includes('\r\n') ? '\r\n' : '\n';
  }

  change(change: YamlChange): string {
    switch (change.kind) {
      case 'set':
        return this.#set(change.path, change.value);
      case 'remove':
        return this.#remove(change.path);
      case 'rename':
        return this.#rename(change.path, change.to);
      case 'insert':
        return this.#insert(change.path, change.index, change.value);
    }
  }

  #set(path: KeyPath, value: YamlData): string {
    const present = this.#at(path);
    const few = (list: YamlData | undefined): list is YamlData[] => Array.isArray(list) && list.length > 0 && list.length <= 100;
    if (few(present) && few(value)) return this.#setList(path, present, value);
    const name = String(path.at(-1));
    const around = path.slice(0, -1);
    const map = this.#at(around);
    if (map === undefined) return this.#set(around, { [name]: value });
    if (Array.isArray(map)) {
      const span = this.#file.spans.value(path);
      const place = this.#isFlow(around) ? 'list' : 'block';
      return span
        ? this.#splice(span.start, span.end, typeof value === 'string' ? printScalar(value, place) : printFlow(value))
        : this.text;
    }
    if (typeof map !== 'object') throw new Error(`no mapping at ${around.join('/')}`);
    const keys = Object.keys(map);
    if (!keys.includes(name)) return this.#add(around, keys, name, value);
    const key = this.#key(path);
    const old = this.#file.spans.value(path);
    const inside = this.#isFlow(around);
    if (typeof value === 'string' && typeof map[name] === 'string' && old)
      return this.#splice(old.start, old.end, printScalar(value, inside ? 'map' : 'block'));
    const printed = inside
      ? printFlowEntry(name, value)
      : printEntry(name, value, ' '.repeat(this.#column(key.start)), this.#eol, this.layout);
    return this.#splice(key.start, old?.end ?? this.text.indexOf(':', key.end) + 1, printed);
  }

  /** A list that stays one: entries that it had and still has keep the comments beside them, wherever they stand now. */
  #setList(path: KeyPath, before: readonly YamlData[], after: readonly YamlData[]): string {
    if (this.#isFlow(path)) {
      const span = this.#file.spans.value(path);
      return span ? this.#splice(span.start, span.end, printFlow([...after])) : this.text;
    }
    const common = commonEntries(before, after);
    const moved = movedEntries(before, after, common);
    const leaving = new Set(moved.values());
    const start = (place: number) => this.#dash([...path, place]);
    const lineStart = (place: number) => start(place) - this.#column(start(place));
    const lineEnd = (place: number) => this.#lineEnd(this.#end([...path, place]));
    /** An entry with its dash and what stands beside it; one that is new takes what stood beside the one whose place it has. */
    const words = (index: number, place?: number) => {
      const from = moved.get(index);
      if (from !== undefined) return this.text.slice(start(from), lineEnd(from));
      const beside = place === undefined || leaving.has(place) ? '' : this.text.slice(this.#end([...path, place]), lineEnd(place));
      return this.#printItem(path, place ?? 0, after[index] ?? '') + beside;
    };
    const indent = ' '.repeat(this.#column(start(0)));
    const kept = [[-1, -1], ...common, [before.length, after.length]] as const;
    let text = this.text;
    const splice = (from: number, to: number, by: string) => {
      text = text.slice(0, from) + by + text.slice(to);
    };
    // From the end, so that the places before a change are still right.
    for (let gap = kept.length - 1; gap > 0; gap -= 1) {
      const [oldEnd, newEnd] = kept[gap] ?? [0, 0];
      const [oldStart, newStart] = (kept[gap - 1] ?? [0, 0]).map((index) => index + 1) as [number, number];
      const replaced = Math.min(oldEnd - oldStart, newEnd - newStart);
      for (let place = oldEnd - 1; place >= oldStart + replaced; place -= 1)
        splice(lineStart(place), nextLine(this.text, this.#end([...path, place])), '');
      const added = Array.from({ length: newEnd - newStart - replaced }, (_, index) => indent + words(newStart + replaced + index));
      if (oldStart + replaced === 0) splice(lineStart(0), lineStart(0), added.map((line) => line + this.#eol).join(''));
      else splice(lineEnd(oldStart + replaced - 1), lineEnd(oldStart + replaced - 1), added.map((line) => this.#eol + line).join(''));
      for (let index = replaced - 1; index >= 0; index -= 1)
        splice(start(oldStart + index), lineEnd(oldStart + index), words(newStart + index, oldStart + index));
    }
    return text;
  }

  #add(map: KeyPath, keys: readonly string[], name: string, value: YamlData): string {
    const span = this.#file.spans.value(map);
    const entry = printFlowEntry(name, value);
    if (span && this.#isFlow(map)) {
      const close = this.text.lastIndexOf('}', span.end);
      const before = this.text.slice(0, close).trimEnd().length;
      return keys.length === 0 ? this.#splice(before, close, ` ${entry} `) : this.#splice(before, before, `, ${entry}`);
    }
    const order = this.layout.keys(map);
    const rank = order.indexOf(name);
    const anchor = (rank < 0 ? undefined : keys.findLast((key) => order.indexOf(key) < rank)) ?? (rank < 0 ? keys.at(-1) : keys[0]);
    if (anchor === undefined) return `${this.text.trimEnd()}${this.#eol}${printEntry(name, value, '', this.#eol, this.layout)}${this.#eol}`;
    const indent = ' '.repeat(this.#column(this.#key([...map, anchor]).start));
    const at = this.#lineEnd(this.#end([...map, anchor]));
    return this.#splice(at, at, `${this.#eol}${indent}${printEntry(name, value, indent, this.#eol, this.layout)}`);
  }

  #remove(path: KeyPath): string {
    if (typeof path.at(-1) === 'number') return this.#removeItem(path);
    const map = this.#at(path.slice(0, -1));
    if (map === undefined || !Object.hasOwn(map as object, String(path.at(-1)))) return this.text;
    if (Object.keys(map as object).length === 1 && path.length > 1) return this.#remove(path.slice(0, -1));
    const key = this.#key(path);
    const end = this.#end(path);
    if (this.#isFlow(path.slice(0, -1))) return this.#removeBetween(key.start, end);
    const start = key.start - this.#column(key.start);
    const comment = this.#commentAfter(end);
    // The first key of an entry stands behind its dash, and the next one takes its place.
    if (this.text.slice(start, key.start).trim() !== '') {
      const next = Math.min(
        ...Object.keys(map as object)
          .flatMap((name) => this.#file.spans.key([...path.slice(0, -1), name])?.start ?? [])
          .filter((at) => at > end),
      );
      const between = this.text.slice(end, next);
      return this.#splice(key.start, next, between.trim() === '' ? '' : between.trimStart());
    }
    if (comment !== '') return this.#splice(key.start, this.#lineEnd(end), comment);
    return this.#splice(start, nextLine(this.text, end), '');
  }

  /** What stands between brackets goes with the comma behind it, the last with the one before it. */
  #removeBetween(start: number, end: number): string {
    const after = /^\s*,\s*/.exec(this.text.slice(end));
    if (after) return this.#splice(start, end + after[0].length, '');
    return this.#splice(this.text.slice(0, start).replace(/,\s*$/, '').length, end, '');
  }

  /** The comment on the line behind a value, which may speak of more than that value and stays when it goes. */
  #commentAfter(end: number): string {
    const rest = this.text.slice(end, this.#lineEnd(end)).trim();
    return rest.startsWith('#') ? rest : '';
  }

  #removeItem(path: KeyPath): string {
    const list = path.slice(0, -1);
    const around = this.#at(list);
    const item = this.#file.spans.value(path);
    if (!Array.isArray(around) || !item) return this.text;
    if (around.length === 1) return this.#set(list, []);
    if (this.#isFlow(list)) return this.#removeBetween(item.start, item.end);
    const dash = this.#dash(path);
    return this.#splice(dash - this.#column(dash), nextLine(this.text, item.end), '');
  }

  #rename(path: KeyPath, to: string): string {
    const { start, end } = this.#key(path);
    return this.#splice(start, end, printScalar(to, this.#isFlow(path.slice(0, -1)) ? 'map' : 'block'));
  }

  #insert(path: KeyPath, index: number, value: YamlData): string {
    const list = this.#at(path);
    const first = this.#file.spans.value([...path, 0]);
    if (!Array.isArray(list) || !first) return this.#set(path, [value]);
    if (this.#isFlow(path)) {
      const last = index > 0 ? this.#end([...path, index - 1]) : first.start;
      return this.#splice(last, last, index > 0 ? `, ${printFlow(value, 'list')}` : `${printFlow(value, 'list')}, `);
    }
    const dash = this.#dash([...path, 0]);
    const entry = ' '.repeat(this.#column(dash)) + this.#printItem(path, 0, value);
    if (index > 0) {
      const at = this.#lineEnd(this.#end([...path, index - 1]));
      return this.#splice(at, at, this.#eol + entry);
    }
    const at = dash - this.#column(dash);
    return this.#splice(at, at, entry + this.#eol);
  }

  /** Where the dash of a list's entry stands. */
  #dash(path: KeyPath): number {
    return this.text.lastIndexOf('-', (this.#file.spans.value(path)?.start ?? 0) - 1);
  }

  /** A list's entry with its dash, laid out as the one at a place of the list is. */
  #printItem(list: KeyPath, place: number, item: YamlData): string {
    const { start } = this.#file.spans.value([...list, place]) ?? { start: 0 };
    const indent = ' '.repeat(Math.max(0, this.#column(start) - '- '.length));
    return this.text.slice(this.#dash([...list, place]), start) + printItem(item, indent, this.#eol, this.layout).slice('- '.length);
  }

  #at(path: KeyPath): YamlData | undefined {
    return valueAt(this.#data, path);
  }

  #key(path: KeyPath): { start: number; end: number } {
    const key = this.#file.spans.key(path);
    if (!key) throw new Error(`no key ${path.join('/')}`);
    return key;
  }

  /** Where a value ends, or the colon of a key that has none. */
  #end(path: KeyPath): number {
    const value = this.#file.spans.value(path);
    return value && value.end > value.start
      ? value.end
      : typeof path.at(-1) === 'string'
        ? this.text.indexOf(':', this.#key(path).end) + 1
        : 0;
  }

  #isFlow(path: KeyPath): boolean {
    return path.some((_, index) => this.#opensFlow(path.slice(0, index + 1))) || this.#opensFlow([]);
  }

  #opensFlow(path: KeyPath): boolean {
    const data = this.#at(path);
    const span = this.#file.spans.value(path);
    return typeof data === 'object' && span !== undefined && /[[{]/.test(this.text[span.start] ?? '');
  }

  #column(offset: number): number {
    return this.#file.positionAt(offset).column - 1;
  }

  /** Where a line ends, whichever line end it has: a file may hold both. */
  #lineEnd(offset: number): number {
    return endOfLine(this.text, offset);
  }

  #splice(start: number, end: number, by: string): string {
    return this.text.slice(0, start) + by + this.text.slice(end);
  }
}

/** The places of entries that both lists have in one order. */
function commonEntries(before: readonly YamlData[], after: readonly YamlData[]): [number, number][] {
  const [old, now] = [before, after].map((list) => list.map((entry) => JSON.stringify(entry))) as [string[], string[]];
  const common: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of diffArrays(old, now)) {
    if (!added && !removed) for (let index = 0; index < count; index += 1) common.push([i + index, j + index]);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return common;
}

/** Entries that both lists have in another order: for each new place the old one. */
function movedEntries(before: readonly YamlData[], after: readonly YamlData[], common: readonly [number, number][]): Map<number, number> {
  const moved = new Map<number, number>();
  const taken = new Set(common.map(([old]) => old));
  const standing = new Set(common.map(([, now]) => now));
  for (const [index, entry] of after.entries()) {
    if (standing.has(index)) continue;
    const from = before.findIndex((other, place) => !taken.has(place) && JSON.stringify(other) === JSON.stringify(entry));
    if (from < 0) continue;
    taken.add(from);
    moved.set(index, from);
  }
  return moved;
}

function printEntry(key: string, value: YamlData, indent: string, eol: string, layout: Layout): string {
  const name = printScalar(key);
  if (typeof value === 'string') return `${name}: ${printScalar(value)}`;
  if (layout.onOneLine(key) || Object.keys(value).length === 0) return `${name}: ${printFlow(value)}`;
  if (Array.isArray(value)) return [`${name}:`, ...value.map((item) => `${indent}${printItem(item, indent, eol, layout)}`)].join(eol);
  return `${name}:${eol}${indent}  ${printEntries(value, `${indent}  `, eol, layout)}`;
}

function printEntries(map: { [key: string]: YamlData }, indent: string, eol: string, layout: Layout): string {
  return Object.entries(map)
    .map(([key, value]) => printEntry(key, value, indent, eol, layout))
    .join(`${eol}${indent}`);
}

function printItem(item: YamlData, indent: string, eol: string, layout: Layout): string {
  if (typeof item === 'string') return `- ${printScalar(item)}`;
  return `- ${Array.isArray(item) ? printFlow(item) : printEntries(item, `${indent}  `, eol, layout)}`;
}

function printFlow(value: YamlData, place: ScalarPlace = 'map'): string {
  if (typeof value === 'string') return printScalar(value, place);
  if (Array.isArray(value)) return `[${value.map((item) => printFlow(item, 'list')).join(', ')}]`;
  const entries = Object.entries(value).map(([key, inner]) => printFlowEntry(key, inner));
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function printFlowEntry(key: string, value: YamlData): string {
  return `${printScalar(key, 'map')}: ${printFlow(value)}`;
}

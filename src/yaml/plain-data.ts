import type { KeyPath } from '../source/source-file.js';

/** Plain data as it comes out of YAML: every scalar is text, and what it means is decided by its place in the schema. */
export type YamlData = string | YamlData[] | { [key: string]: YamlData };

/** What stands at a place. */
export function valueAt(data: YamlData, path: KeyPath): YamlData | undefined {
  let value: YamlData | undefined = data;
  for (const step of path) {
    if (typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, YamlData>)[step];
  }
  return value;
}

/** The same as the quick reader gives it. */
export type PlainData = string | PlainData[] | PlainMapping;

/** A mapping in the order in which it is written. Of objects V8 would make a new form for every set of keys, and a table for years as keys. */
export class PlainMapping {
  constructor(
    readonly keys: readonly string[],
    /** By the place of their key. */
    readonly values: readonly PlainData[],
  ) {}
}

export function toYamlData(data: PlainData): YamlData {
  if (typeof data === 'string') return data;
  if (Array.isArray(data)) return data.map(toYamlData);
  return Object.fromEntries(data.keys.map((key, index) => [key, toYamlData(data.values[index] as PlainData)]));
}

/** Lists and mappings inside one another, far beyond what any plan has: the readers of YAML go down into each of them. */
export const mostDepth = 100;

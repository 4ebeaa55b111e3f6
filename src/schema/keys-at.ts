import * as z from 'zod';
import type { KeyPath } from '../source/source-file.js';
import { schemas } from './author.js';

/** The keys that can stand in the mapping at a path of a file with this schema. */
export function keysAt(path: KeyPath, root: z.ZodType): string[] {
  return shapeKeys(follow(root, path));
}

interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  options?: z.ZodType[];
  valueType?: z.ZodType;
  catchall?: z.ZodType;
}

function follow(schema: z.ZodType | undefined, path: KeyPath): z.ZodType | undefined {
  if (!schema) return undefined;
  const { type, shape, element, innerType, in: input, options, valueType } = schema._zod.def as Definition;
  if (type === 'optional') return follow(innerType, path);
  if (type === 'pipe') return follow(input, path);
  if (type === 'union') return options?.map((option) => follow(option, path)).find((found) => shapeKeys(found).length > 0);
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  if (type === 'object') return follow(shape?.[step], rest);
  if (type === 'array') return follow(element, rest);
  if (type === 'record') return follow(valueType, rest);
  return undefined;
}

function shapeKeys(schema: z.ZodType | undefined): string[] {
  return Object.keys((schema?._zod.def as Definition | undefined)?.shape ?? {});
}

let titles: Map<string, Set<string>> | undefined;

/** What a key is called in Japanese, wherever it can stand. */
export function titlesOf(key: string): ReadonlySet<string> {
  if (!titles) {
    titles = new Map();
    for (const schema of Object.values(schemas)) collectTitles(schema, titles, new Set());
  }
  return titles.get(key) ?? new Set();
}

function collectTitles(schema: z.ZodType | undefined, into: Map<string, Set<string>>, seen: Set<unknown>): void {
  if (!schema || seen.has(schema)) return;
  seen.add(schema);
  const { shape, element, innerType, in: input, options, valueType } = schema._zod.def as Definition;
  for (const [key, field] of Object.entries(shape ?? {})) {
    const { title } = z.globalRegistry.get(innerOf(field)) ?? {};
    // A sign or a word in brackets is said of the name, and no part of it.
    if (title) into.set(key, (into.get(key) ?? new Set()).add(title.replace(/（.*）$/, '')));
  }
  for (const inner of [...Object.values(shape ?? {}), element, innerType, input, ...(options ?? []), valueType])
    collectTitles(inner, into, seen);
}

function innerOf(schema: z.ZodType): z.ZodType {
  const { type, innerType } = schema._zod.def as Definition;
  return type === 'optional' && innerType ? innerOf(innerType) : schema;
}

/** What can stand in the mappings that a file with this schema may hold, each by its keys; `free` are those with keys of the author's own beside them. */
export function mappingsIn(
  schema: z.ZodType | undefined,
  seen = new Set<unknown>(),
): { fields: Record<string, z.ZodType>; free: boolean }[] {
  if (!schema || seen.has(schema)) return [];
  seen.add(schema);
  const { shape, element, innerType, in: input, options, valueType, catchall } = schema._zod.def as Definition;
  const inside = [...Object.values(shape ?? {}), element, innerType, input, ...(options ?? []), valueType].flatMap((one) =>
    mappingsIn(one, seen),
  );
  return shape ? [{ fields: shape, free: catchall?._zod.def.type === 'string' }, ...inside] : inside;
}

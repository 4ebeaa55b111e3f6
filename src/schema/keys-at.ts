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
  titles ??= collectTitles();
  return titles.get(key) ?? new Set();
}

function collectTitles(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { fields } of allMappings()) {
    for (const [key, field] of Object.entries(fields)) {
      const { title } = z.globalRegistry.get(innerOf(field)) ?? {};
      // A sign or a word in brackets is said of the name, and no part of it.
      if (title) found.set(key, (found.get(key) ?? new Set()).add(title.replace(/（.*）$/, '')));
    }
  }
  return found;
}

function innerOf(schema: z.ZodType): z.ZodType {
  const { type, innerType } = schema._zod.def as Definition;
  return type === 'optional' && innerType ? innerOf(innerType) : schema;
}

/** What can stand in a mapping, by its keys; a `free` one has keys of the author's own beside them. */
interface Mapping {
  fields: Record<string, z.ZodType>;
  free: boolean;
}

/** The mappings that the files of a plan may hold. */
export function allMappings(): Mapping[] {
  return Object.values(schemas).flatMap((schema) => mappingsIn(schema, new Set()));
}

function mappingsIn(schema: z.ZodType | undefined, seen: Set<unknown>): Mapping[] {
  if (!schema || seen.has(schema)) return [];
  seen.add(schema);
  const { shape, element, innerType, in: input, options, valueType, catchall } = schema._zod.def as Definition;
  const inside = [...Object.values(shape ?? {}), element, innerType, input, ...(options ?? []), valueType].flatMap((one) =>
    mappingsIn(one, seen),
  );
  return shape ? [{ fields: shape, free: catchall?._zod.def.type === 'string' }, ...inside] : inside;
}

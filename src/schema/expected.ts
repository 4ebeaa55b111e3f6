import type * as z from 'zod';
import type { KeyPath } from '../source/source-file.js';
import type { Expected } from '../yaml/slips/repair-structure.js';
import { schemas } from './author.js';
import type { Schema } from './check-shape.js';
import { allKeys } from './keys-at.js';

const words = new Set(Object.values(schemas).flatMap((schema) => [...allKeys(schema)]));

/** What a reader of YAML may know of a schema: the words that are keys, and whether data has the right shape. */
export function expectedOf(schema: Schema): Expected {
  return {
    isKey: (word) => words.has(word),
    faults: (data) => schema.safeParse(data).error?.issues.flatMap(pathsOf) ?? [],
  };
}

/** The places that an issue of zod blames: the keys where it blames keys. */
function pathsOf(issue: z.core.$ZodIssue): KeyPath[] {
  const path = issue.path as KeyPath;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
  const key = issue.code === 'custom' ? (issue.params?.['key'] as string | undefined) : undefined;
  return [key === undefined ? path : [...path, key]];
}

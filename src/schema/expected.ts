import type * as z from 'zod';
import type { KeyPath } from '../source/source-file.js';
import type { Expected } from '../yaml/slips/expected.js';
import type { Schema } from './check-shape.js';
import { allMappings } from './keys-at.js';

const mappings = allMappings();
const words = new Set(mappings.flatMap(({ fields }) => Object.keys(fields)));

/** What a reader of YAML may know of a schema: the words that are keys, and whether data has the right shape. */
export function expectedOf(schema: Schema): Expected {
  return {
    isKey: (word) => words.has(word),
    takes: (key, value) => {
      const meant = mappings.flatMap(({ fields }) => (Object.hasOwn(fields, key) ? (fields[key] ?? []) : []));
      return meant.length === 0 || meant.some((field) => field.safeParse(value).success);
    },
    standBeside: (key, other) =>
      mappings.some(({ fields, free }) => Object.hasOwn(fields, other) && (words.has(key) ? Object.hasOwn(fields, key) : free)),
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

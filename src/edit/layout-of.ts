import { looksLikePeriod } from '../model/period.js';
import { schemas } from '../schema/author.js';
import { kindOfFile } from '../schema/file-kinds.js';
import { keysAt } from '../schema/keys-at.js';
import type { LayOutOptions } from '../yaml/lay-out.js';

/** The one canonical layout of a plan's file by its name: keys stand in the order of its schema. */
export function layoutOf(name: string): LayOutOptions {
  const schema = schemas[kindOfFile(name)];
  return {
    keys: (path) => keysAt(path, schema),
    isFirst: looksLikePeriod,
    onOneLine: (key) => flowKeys.has(key),
  };
}

/** Short lists and mappings that stand on the line of their key. */
const flowKeys = new Set(['leads', 'from', 'sections', 'columns', 'tags', 'due', 'related', 'allow', 'refs', 'target', 'base', 'actuals']);

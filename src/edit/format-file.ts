import { looksLikePeriod } from '../model/period.js';
import { schemas } from '../schema/author.js';
import { keysAt } from '../schema/keys-at.js';
import { layOut } from '../yaml/lay-out.js';

/** The file's text in the one canonical layout; undefined where it cannot be laid out without a loss. */
export function formatFile(name: string, text: string): string | undefined {
  const schema = schemaOf(name);
  return layOut(text, {
    keys: (path) => keysAt(path, schema),
    isFirst: looksLikePeriod,
    onOneLine: (key) => flowKeys.has(key),
  });
}

/** Short lists and mappings that stand on the line of their key. */
const flowKeys = new Set(['leads', 'from', 'sections', 'columns', 'tags', 'due', 'related', 'allow', 'refs', 'target', 'base', 'actuals']);

function schemaOf(name: string) {
  if (name === 'plan.yaml') return schemas.plan;
  if (name === 'departments.yaml') return schemas.departments;
  return name.startsWith('progress/') ? schemas.progress : schemas.section;
}

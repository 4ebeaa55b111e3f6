import type * as z from 'zod';
import type { Check } from '../diagnostics/check.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { Location } from '../source/location.js';
import type { KeyPath, SourceFile, Span } from '../source/source-file.js';
import { valueAt, type YamlData } from '../yaml/plain-data.js';
import { checks } from './checks.js';
import { type Explained, explainIssue } from './explain/explain-issue.js';

export type Schema = z.ZodType;

/** The lists in a file whose faulty entries are left out when the file is read on: `measures`, then `tracks` inside each. */
export type Prunable = readonly (readonly string[])[];

export interface ShapeResult<T> {
  /** What has the right shape; undefined where the whole file is faulty. */
  value?: T;
  diagnostics: Diagnostic[];
  /** The index in the file of each kept entry of a list, by the list's path in `value`; a list that lost nothing has no entry. */
  origins: ReadonlyMap<string, readonly number[]>;
  /** Whether something was left out. */
  pruned: boolean;
}

/** Holds data against a schema; faulty entries of the prunable lists are reported and left out, so that the rest can be checked on. */
export function checkShape<S extends z.ZodType>(
  schema: S,
  data: YamlData,
  file: SourceFile,
  prunable: Prunable = [],
): ShapeResult<z.infer<S>> {
  const first = schema.safeParse(data);
  if (first.success) return { value: first.data, diagnostics: [], origins: new Map(), pruned: false };
  const diagnostics: Diagnostic[] = [];
  const blamed: KeyPath[] = [];
  for (const { code, path, key, message, help, fix, suggestion } of withoutEchoes(
    first.error.issues.flatMap((issue) => explainIssue(issue, data, schema)),
  )) {
    const location = new Location(file, path);
    const place = key === undefined ? location : location.key(key);
    const written = key ?? valueAt(data, path);
    blamed.push(path);
    const check: Check = checks[code];
    diagnostics.push({
      code,
      severity: check.severity,
      message: message ?? check.message ?? check.summary,
      location: place,
      related: [],
      help: help ?? check.cure,
      ...(fix !== undefined && isWritten(written, place.span) && { fix: [{ span: place.span, text: fix }] }),
      ...(suggestion !== undefined && { suggestion }),
    });
  }
  const rest = prune(data, blamed, prunable);
  const second = rest && schema.safeParse(rest.data);
  if (!second?.success) return { diagnostics, origins: new Map(), pruned: true };
  return { value: second.data, diagnostics, origins: rest?.origins ?? new Map(), pruned: true };
}

/** Whether a text stands in a place as it is: where signs around it are to be mended first, its place is theirs. */
function isWritten(text: YamlData | undefined, { file, start, end }: Span): boolean {
  return [`${text}`, `"${text}"`, `'${text}'`].includes(file.text.slice(start, end));
}

/** A key that is missing because it is misspelt is told once: as the misspelt key. */
function withoutEchoes(found: readonly Explained[]): Explained[] {
  const at = ({ path }: Explained) => path.join('/');
  const unknown = found.filter(({ code, key }) => code === 'unknown-key' && key !== undefined);
  const echoes = new Set<Explained>();
  for (const missing of found) {
    if (missing.missing === undefined) continue;
    const beside = unknown.filter((one) => at(one) === at(missing));
    const others = found.filter((one) => one.missing !== undefined && at(one) === at(missing));
    const meant = beside.find((one) => (one.suggestion ?? one.fix) === missing.missing);
    const only = beside.length === 1 && others.length === 1 ? beside[0] : undefined;
    if (!meant && !(only && (only.suggestion ?? only.fix) === undefined)) continue;
    echoes.add(missing);
    if (!meant && only) Object.assign(only, { help: didYouMean(missing.missing), suggestion: missing.missing });
  }
  // Where a key is unknown, what else is said of the mapping as a whole follows from it.
  for (const one of found)
    if (one.code === 'bad-value' && one.key === undefined && unknown.some((other) => at(other) === at(one))) echoes.add(one);
  return found.filter((one) => !echoes.has(one));
}

/** A copy of the data without the innermost prunable entries that hold the blamed paths; undefined where a blamed path lies in none. */
function prune(
  data: YamlData,
  blamed: readonly KeyPath[],
  lists: Prunable,
): { data: YamlData; origins: Map<string, number[]> } | undefined {
  const dropped = new Set<string>();
  for (const path of blamed) {
    let depth = 0;
    while (lists[depth]?.some((list) => list === path[depth * 2]) && typeof path[depth * 2 + 1] === 'number') depth += 1;
    if (depth === 0) return undefined;
    dropped.add(path.slice(0, depth * 2).join('/'));
  }
  const origins = new Map<string, number[]>();
  const copy = (value: YamlData, level: number, before: string, after: string): YamlData => {
    if (typeof value !== 'object' || Array.isArray(value)) return value;
    const rest = { ...value };
    for (const list of lists[level] ?? []) {
      const entries = value[list];
      if (!Array.isArray(entries)) continue;
      const kept = entries.map((_, index) => index).filter((index) => !dropped.has(join(before, list, index)));
      origins.set(join(after, list), kept);
      rest[list] = kept.map((index, now) => copy(entries[index] as YamlData, level + 1, join(before, list, index), join(after, list, now)));
    }
    return rest;
  };
  return { data: copy(data, 0, '', ''), origins };
}

function join(...parts: (string | number)[]): string {
  return parts.filter((part) => part !== '').join('/');
}

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { schemas } from '../schema/author.js';
import { checkShape, type Prunable } from '../schema/check-shape.js';
import { expectedOf } from '../schema/expected.js';
import type { FileKind } from '../schema/file-kinds.js';
import type { FileData } from '../schema/read-quickly.js';
import { soundPlan } from '../schema/sound-plan.js';
import type { SourceFile, Span } from '../source/source-file.js';
import { readFile } from '../yaml/read-file.js';
import { readYaml } from '../yaml/read-yaml.js';
import { idsIn, idsOf } from './ids-in.js';

/** The lists of each kind of file whose faulty entries are left out. */
const prunable: Record<FileKind, Prunable> = {
  plan: [],
  departments: [['departments']],
  section: [['measures'], ['tracks']],
  progress: [['reports', 'checks']],
};

export interface CarefulReading<K extends FileKind> {
  /** Undefined where the whole file is faulty; of a faulty `plan.yaml` what is sound. */
  value?: FileData[K];
  /** The index in the file of each kept entry of a list, by the list's path in `value`; a list that lost nothing has no entry. */
  origins: ReadonlyMap<string, readonly number[]>;
  diagnostics: Diagnostic[];
  /** Ids that stand in parts which were left out. */
  hidden: ReadonlySet<string>;
  /** How many things that were left out have nothing like an id. */
  lost: number;
  /** Whether its last line is faulty: the file may be cut off there, and have lost what nothing is known of. */
  mayBeCut: boolean;
  complete: boolean;
}

/**
 * Reads a file of a plan with all of YAML and all of the schema, and reports what is wrong with it. The one way to the libraries for both:
 * the bundle of the program loads it only for a file that has something unusual.
 */
export function readCarefully<K extends FileKind>(file: SourceFile, kind: K): CarefulReading<K> {
  const schema = schemas[kind];
  const expected = expectedOf(schema);
  let read = readFile(file, expected);
  let shape = read.data === undefined ? undefined : checkShape(schema, read.data, file, prunable[kind]);
  if (shape?.pruned || read.diagnostics.some(({ code }) => code === 'duplicate-key')) {
    // What has not the right shape may have lost its place: then the slip is told, and not what follows from it.
    read = readYaml(file, expected, true);
    shape = read.data === undefined ? undefined : checkShape(schema, read.data, file, prunable[kind]);
  }
  const declared = read.data !== undefined && shape?.pruned ? idsOf(read.data) : undefined;
  const value = shape?.value ?? (kind === 'plan' && read.data !== undefined ? soundPlan(read.data) : undefined);
  const diagnostics = [...read.diagnostics, ...withoutEchoesOfReading(read.diagnostics, shape?.diagnostics ?? [])];
  const mayBeCut = diagnostics.some(({ severity, location }) => severity === 'error' && isInLastLine(location.span));
  return {
    ...(value !== undefined && { value: value as FileData[K] }),
    origins: shape?.origins ?? new Map(),
    diagnostics,
    hidden: new Set([...(read.complete ? [] : idsIn(file.text)), ...(declared?.ids ?? [])]),
    lost: declared?.lost ?? 0,
    mayBeCut,
    complete: read.complete && shape?.pruned === false && !mayBeCut,
  };
}

/** Whether nothing but blanks stands in the lines below. */
function isInLastLine({ file, end }: Span): boolean {
  return !/\n\s*\S/.test(file.text.slice(end));
}

/** What has not the right shape because a tag or an alias stands for it, or lacks what a merge key brings, is told as that. */
function withoutEchoesOfReading(read: readonly Diagnostic[], shape: readonly Diagnostic[]): readonly Diagnostic[] {
  const brought = read.filter(({ code }) => code === 'yaml-tag' || code === 'yaml-alias' || code === 'yaml-merge-key');
  if (brought.length === 0) return shape;
  const isEcho = ({ code, location }: Diagnostic) =>
    brought.some((one) => {
      const { file, start } = one.location.span;
      const { span } = location;
      const [at, of] = [file.positionAt(start), file.positionAt(span.start)];
      // The mappings around the one of the merge key begin further to the left.
      if (one.code === 'yaml-merge-key')
        return code === 'missing-key' && span.start <= start && start < span.end && (at.column === of.column || at.line === of.line);
      return at.line === of.line;
    });
  return shape.filter((one) => !isEcho(one));
}

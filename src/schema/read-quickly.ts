import type { PlainData } from '../yaml/plain-data.js';
import type { DepartmentsData, PlanData, ProgressData, SectionData } from './author.js';
import type { FileKind } from './file-kinds.js';
import { readerOf } from './shape.js';
import { shapes } from './shapes.js';

/** What each kind of file of a plan holds. */
export interface FileData extends Record<FileKind, unknown> {
  plan: PlanData;
  departments: DepartmentsData;
  section: SectionData;
  progress: ProgressData;
}

const readers = new Map<FileKind, ReturnType<typeof readerOf>>();

/** What the data of a file means, where it is of the right shape; undefined where it is not, or where nothing can be said quickly. */
export function readQuickly<K extends FileKind>(kind: K, data: PlainData): FileData[K] | undefined {
  const shape = shapes?.[kind];
  if (!shape) return undefined;
  const reader = readers.get(kind) ?? readerOf(shape);
  readers.set(kind, reader);
  return reader(data) as FileData[K] | undefined;
}

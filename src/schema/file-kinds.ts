import { departmentsFile, planFile } from '../model/file-names.js';

/** The kinds of files that an author writes. */
export const fileKinds = ['plan', 'section', 'departments', 'progress'] as const;

export type FileKind = (typeof fileKinds)[number];

/** What a file of a plan's folder holds, by its path in it. A section is one only where a chapter of the plan lists it. */
export function kindOfFile(name: string): FileKind {
  if (name === planFile) return 'plan';
  if (name === departmentsFile) return 'departments';
  return /^progress\/.+\.ya?ml$/.test(name) ? 'progress' : 'section';
}

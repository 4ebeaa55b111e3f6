/** The kinds of files that an author writes. */
export const fileKinds = ['plan', 'section', 'departments', 'progress'] as const;

export type FileKind = (typeof fileKinds)[number];

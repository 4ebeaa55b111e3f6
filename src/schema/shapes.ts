import type { FileKind } from './file-kinds.js';
import type { Shape } from './shape.js';

/** The shape of each kind of file. The build puts what it derives from the schema in this place; the sources as they are have none. */
export const shapes: Readonly<Record<FileKind, Shape>> | undefined = undefined;

import type { SheetKind } from '../sheet.js';
import { kind as check } from './check.js';
import { kind as progress } from './progress.js';
import { kind as revision } from './revision.js';

/** Every kind of sheet. A new kind is a file and a line here. */
export const kinds: readonly SheetKind[] = [progress, revision, check];

import { layOut } from '../yaml/lay-out.js';
import { layoutOf } from './layout-of.js';

/** The file's text in the one canonical layout; undefined where it cannot be laid out without a loss. */
export function formatFile(name: string, text: string): string | undefined {
  return layOut(text, layoutOf(name));
}

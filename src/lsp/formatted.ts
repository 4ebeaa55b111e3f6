import { formatText } from '../edit/format-text.js';
import { nameIn } from '../model/file-names.js';
import type { SourceFile } from '../source/source-file.js';
import type { OpenPlan } from './workspace.js';

/** The text of a plan's file as `roadmap format` lays it out; undefined where it leaves the file alone. */
export function formatted({ dir, result }: OpenPlan, file: SourceFile): string | undefined {
  if (result.roadmap?.unlisted.some((one) => one.file.path === file.path)) return undefined;
  return formatText(dir, nameIn(dir, file.path), file.text).formatted;
}

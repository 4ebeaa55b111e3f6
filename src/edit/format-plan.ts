import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { departmentsFile, planFile } from '../model/file-names.js';
import { kindOfFile } from '../schema/file-kinds.js';
import { decodeUtf8 } from '../source/decode-utf8.js';
import type { YamlData } from '../yaml/plain-data.js';
import { formatText } from './format-text.js';

export interface FormattedPlan {
  /** The files that are not laid out in the canonical way, by name, with the text that is. */
  texts: Map<string, string>;
  /** What keeps the refused files from being read. */
  diagnostics: Diagnostic[];
  /** Files that are left as they are. */
  refused: string[];
}

/** Lays out the files of a plan: plan.yaml, departments.yaml, the sections that the plan lists, and the progress reports. */
export function formatPlan({ dir, files }: { dir: string; files: ReadonlyMap<string, Uint8Array | string> }): FormattedPlan {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const refused: string[] = [];
  const read = (name: string) => {
    const content = files.get(name);
    if (content === undefined) return undefined;
    const { text, badOffset } = typeof content === 'string' ? { text: content, badOffset: undefined } : decodeUtf8(content);
    if (badOffset !== undefined) {
      refused.push(name);
      return undefined;
    }
    const { formatted, data, diagnostics: found } = formatText(dir, name, text);
    diagnostics.push(...found);
    if (formatted === undefined) refused.push(name);
    else if (formatted !== text) texts.set(name, formatted);
    return data;
  };
  const plan = read(planFile);
  const reports = [...files.keys()].filter((name) => kindOfFile(name) === 'progress').sort();
  const names = new Set([departmentsFile, ...sectionsOf(plan), ...reports]);
  names.delete(planFile);
  names.forEach(read);
  return { texts, diagnostics, refused };
}

function sectionsOf(plan: YamlData | undefined): string[] {
  const chapters = entriesOf(plan, 'chapters');
  return chapters.flatMap((chapter) => entriesOf(chapter, 'sections')).filter((name) => typeof name === 'string');
}

function entriesOf(data: YamlData | undefined, key: string): YamlData[] {
  if (typeof data !== 'object' || Array.isArray(data)) return [];
  const value = data[key];
  return Array.isArray(value) ? value : [];
}

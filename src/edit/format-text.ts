import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { SourceFile } from '../source/source-file.js';
import { layOut } from '../yaml/lay-out.js';
import type { YamlData } from '../yaml/plain-data.js';
import { readYaml } from '../yaml/read-yaml.js';
import { layoutOf } from './layout-of.js';

export interface FormattedText {
  /** The text in the one canonical layout; undefined where something keeps it from being read, or would be lost. */
  formatted?: string;
  data?: YamlData;
  diagnostics: Diagnostic[];
}

/** What `roadmap format` makes of the text of the file `name` in the plan's folder `dir`. */
export function formatText(dir: string, name: string, text: string): FormattedText {
  const { data, diagnostics } = readYaml(new SourceFile(`${dir}/${name}`, text));
  const formatted = diagnostics.length === 0 ? layOut(text, layoutOf(name)) : undefined;
  return { diagnostics, ...(data !== undefined && { data }), ...(formatted !== undefined && { formatted }) };
}

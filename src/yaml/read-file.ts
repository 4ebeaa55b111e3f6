import type { SourceFile } from '../source/source-file.js';
import { indexSpans } from './index-spans.js';
import { toYamlData } from './plain-data.js';
import { readPlain } from './read-plain.js';
import { readYaml, type YamlResult } from './read-yaml.js';
import type { Expected } from './slips/expected.js';

/** Reads one file of a plan: the quick way where its text is of the plain kind, else with all of YAML. Both give the same data. */
export function readFile(file: SourceFile, expected?: Expected): YamlResult {
  file.indexSpans = indexSpans;
  const data = readPlain(file.text);
  return data === undefined ? readYaml(file, expected) : { data: toYamlData(data), diagnostics: [], complete: true };
}

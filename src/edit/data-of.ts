import type { SourceFile } from '../source/source-file.js';
import { toYamlData, type YamlData } from '../yaml/plain-data.js';
import { readPlain } from '../yaml/read-plain.js';
import { readYaml } from '../yaml/read-yaml.js';

/** What a file holds, read the quick way where that can; undefined where nothing of it can be read. */
export function dataOf(file: SourceFile): YamlData | undefined {
  const plain = readPlain(file.text);
  return plain === undefined ? readYaml(file).data : toYamlData(plain);
}

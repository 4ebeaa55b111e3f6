import type { KeyPath } from '../../source/source-file.js';
import type { YamlData } from '../plain-data.js';
import type { IsKey } from './key-words.js';

/** What the reader of a file knows of the format. */
export interface Expected {
  isKey: IsKey;
  /** Whether a value can stand behind a key anywhere; behind a key of the author's own anything can. */
  takes(key: string, value: YamlData): boolean;
  /** Whether a key of the format can stand in one mapping with a key, or with a period. */
  standBeside(key: string, other: string): boolean;
  /** Where data has not the shape that the format wants. */
  faults(data: YamlData): readonly KeyPath[];
}

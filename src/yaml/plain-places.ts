import type { PlainData } from './plain-data.js';

/** Where an entry of a mapping or a list stands; an item of a list has no key. */
export interface Entry {
  keyStart: number;
  keyEnd: number;
  start: number;
  end: number;
}

/** Where the entries of each mapping and list stand, in their order. */
export type Places = Map<PlainData, Entry[]>;

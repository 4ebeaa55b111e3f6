import type { FormatEntry } from './format.js';

/** Every format by name. A new format is a file and a line here. */
export const formats = {
  html: { load: async () => (await import('./html.js')).format, laidOut: true, beside: ['csv', 'json', 'atom'] },
  md: { load: async () => (await import('./md.js')).format, laidOut: true, single: true },
  csv: { load: async () => (await import('./csv.js')).format, holdsData: true },
  json: { load: async () => (await import('./json.js')).format, holdsData: true, single: true },
  atom: { load: async () => (await import('./atom.js')).format, holdsData: true, single: true, ofRevision: true },
  pdf: { load: async () => (await import('./pdf.js')).format, laidOut: true, printed: true },
} as const satisfies Record<string, FormatEntry>;

export type FormatName = keyof typeof formats;

/** What is known of a format before it is loaded. */
export function formatOf(name: FormatName): FormatEntry {
  return formats[name];
}

/** The formats of data that are written for these: those among them, and those that their pages link to. */
export function dataFormatsOf(names: readonly FormatName[]): FormatName[] {
  const wanted = new Set<string>(names.flatMap((name) => [name, ...(formatOf(name).beside ?? [])]));
  return (Object.keys(formats) as FormatName[]).filter((name) => wanted.has(name) && formatOf(name).holdsData);
}

/** Those of which one file holds all. */
export const singleFormats = (Object.keys(formats) as FormatName[]).filter((name) => formatOf(name).single);

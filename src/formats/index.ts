import type { Format } from './format.js';

/** Every format by name, loaded when it is asked for. A new format is a file and a line here. */
export const formats = {
  html: async () => (await import('./html.js')).format,
  md: async () => (await import('./md.js')).format,
  csv: async () => (await import('./csv.js')).format,
  json: async () => (await import('./json.js')).format,
  atom: async () => (await import('./atom.js')).format,
  pdf: async () => (await import('./pdf.js')).format,
} as const satisfies Record<string, () => Promise<Format>>;

export type FormatName = keyof typeof formats;

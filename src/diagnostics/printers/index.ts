import type { Printer } from './printer.js';

/** Every printer by name, loaded when it is asked for. A new printer is a file and a line here. */
export const printers = {
  pretty: async () => (await import('./pretty.js')).printer,
  compact: async () => (await import('./compact.js')).printer,
  json: async () => (await import('./json.js')).printer,
  github: async () => (await import('./github.js')).printer,
  sarif: async () => (await import('./sarif.js')).printer,
} as const satisfies Record<string, () => Promise<Printer>>;

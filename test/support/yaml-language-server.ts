import { createRequire } from 'node:module';

/** The call that starts yaml-language-server, as editors start it. */
export const yamlLanguageServer = [
  process.execPath,
  createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server'),
  '--stdio',
];

// node test/bench/read-all.mjs yaml|js-yaml FOLDER: reads every YAML file below a folder with one library and nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [library, folder] = process.argv.slice(2);
const read =
  library === 'yaml'
    ? (
        ({ parseDocument }) =>
        (text) =>
          parseDocument(text, { schema: 'failsafe' }).toJS()
      )(await import('yaml'))
    : (
        ({ FAILSAFE_SCHEMA, load }) =>
        (text) =>
          load(text, { schema: FAILSAFE_SCHEMA })
      )(await import('js-yaml'));
for (const name of readdirSync(folder, { recursive: true })) {
  if (name.endsWith('.yaml')) read(readFileSync(join(folder, name), 'utf8'));
}

// The tool's own templates as a module, for `npm run build` and for the tests: templates/ read whole, and written as code by template-code.ts.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** The module that takes the place of src/formats/templates/compiled.ts. */
export function compiledTemplates() {
  const file = join(root, 'node_modules/.cache/roadmap', `template-code.${process.pid}.cjs`);
  buildSync({
    entryPoints: [join(import.meta.dirname, 'template-code.ts')],
    bundle: true,
    platform: 'node',
    external: ['handlebars'],
    outfile: file,
  });
  const { templateCode } = createRequire(import.meta.url)(file);
  rmSync(file);
  const folder = join(root, 'templates');
  const paths = readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
  return templateCode(new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')])));
}

/** Whether a module is the one whose place is taken. */
export const isPlaceOfTemplates = /[\\/]src[\\/]formats[\\/]templates[\\/]compiled\.ts$/;

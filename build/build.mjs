// `npm run build`: bundles the program and the public API into dist/, few files that load quickly.
//
//   dist/main.js      the bin: starts one of the four bundles of the program from V8's code cache (src/boot.cts)
//   dist/program.js   the whole program in one file; libraries that only one command needs stay in node_modules and are loaded by it
//   dist/build.js     the program without what only other commands than `build` load
//   dist/check.js     the same for `validate`
//   dist/shell.js     the program without what its commands load: enough for help and version
//   dist/*.cache      V8's code cache of each of the four, for this version of Node; without it everything works, a little slower
//   dist/careful.js   the libraries for YAML and for its schema, and what tells of faults, for files that have something unusual
//   dist/index.mjs    the public API
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { compiledTemplates, isPlaceOfTemplates } from './own-templates.mjs';

const root = join(import.meta.dirname, '..');
const { version, dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const designTokens = readFileSync(new URL(import.meta.resolve('@digital-go-jp/design-tokens/dist/tokens.css')), 'utf8');

/** Libraries that most calls need are part of the bundle; any other dependency is loaded from node_modules when its command runs. */
const bundled = ['chalk', 'commander', 'date-fns', 'diff', 'string-width', 'yaml', 'zod'];
const external = Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !bundled.includes(name));

// Reports that were built into dist/ stay.
const dist = join(root, 'dist');
for (const name of existsSync(dist) ? readdirSync(dist) : []) {
  if (/\.(?:js|mjs|cache)$|^(?:package\.json|types)$/.test(name)) rmSync(join(dist, name), { recursive: true, force: true });
}

/** Tells builds from other sources apart: outcomes in the cache are of one build. */
function hashOf(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    const path = join(root, place);
    const files = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).sort() : [''];
    for (const name of files) {
      const file = join(path, name);
      if (statSync(file).isFile()) hash.update(`${name}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('base64url');
}

/** What is used of the parts of Node that take long to load: they are loaded when it is called. */
const lateParts = { 'node:child_process': ['execFileSync', 'spawn'], 'node:crypto': ['createHash', 'hash'] };
const loadLate = {
  name: 'load-parts-of-node-late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => (path in lateParts ? { path, namespace: 'late' } : undefined));
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
      contents: lateParts[path]
        .map((name) => `export const ${name} = (...args) => process.getBuiltinModule('${path}').${name}(...args);`)
        .join('\n'),
    }));
  },
};

/** The schema as the quick reader of shapes has it: a module that stands in the place of src/schema/shapes.ts. */
async function deriveShapes() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `import { schemas } from '../src/schema/author.js'; import { codeOf, deriveShape } from './derive-shape.js';
        export const shapes = Object.entries(schemas).map(([kind, schema]) => kind + ': ' + codeOf(deriveShape(schema))).join(', ');`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  const { shapes } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return `export const shapes = { ${shapes} };`;
}
const shapes = await deriveShapes();
const ownShapes = {
  name: 'own-shapes',
  setup: ({ onLoad }) => onLoad({ filter: /[\\/]src[\\/]schema[\\/]shapes\.ts$/ }, () => ({ contents: shapes })),
};

/** Leaves what only unusual files need (src/compile/read-carefully.ts: all of YAML, all of the schema) to a bundle of its own. */
const leaveCarefulApart = {
  name: 'leave-careful-reading-apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/read-carefully\.js$/ }, ({ path }) => ({ path, namespace: 'apart' }));
    onResolve({ filter: /^\.\/careful\.js$/, namespace: 'apart' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: 'apart' }, () => ({
      contents: `export const readCarefully = (...args) => require('./careful.js').readCarefully(...args);`,
    }));
  },
};

/** Leaves modules out that are loaded by `import()`: the bundle is for calls that never do. */
function leaveOut(isLeftOut) {
  return {
    name: 'leave-out',
    setup: ({ onResolve }) =>
      onResolve({ filter: /.*/ }, (asked) =>
        asked.kind === 'dynamic-import' && isLeftOut(asked) ? { path: asked.path, external: true } : undefined,
      ),
  };
}

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  external,
  define: {
    __VERSION__: JSON.stringify(version),
    __BUILD__: JSON.stringify(hashOf(['build', 'src', 'templates', 'package-lock.json'])),
    __DESIGN_TOKENS__: JSON.stringify(designTokens),
  },
  legalComments: 'none',
  minifySyntax: true,
  logLevel: 'warning',
};
const templates = compiledTemplates();
const ownTemplates = {
  name: 'own-templates',
  setup: ({ onLoad }) =>
    onLoad({ filter: isPlaceOfTemplates }, () => ({ contents: templates, resolveDir: join(root, 'src/formats/templates') })),
};
await build({ ...common, entryPoints: ['src/boot.cts'], outfile: 'dist/main.js', format: 'cjs' });
await build({
  ...common,
  entryPoints: ['src/compile/read-carefully.ts'],
  outfile: 'dist/careful.js',
  format: 'cjs',
  minifyWhitespace: true,
});

/** Whether a module is one of the commands, and not this one. */
const isOther = (command, module) => module.includes('/src/cli/commands/') && !module.endsWith(`/${command}.ts`);
/** The program as a whole, for builds, for checks, and for help: the same, with less and less of what is loaded by `import()`. */
const bundles = {
  program: [ownTemplates],
  build: [ownTemplates, leaveOut(({ path, importer }) => isOther('build', importer) || path.endsWith('/watch.js'))],
  check: [
    leaveOut(
      ({ path, importer }) => isOther('validate', importer) || /\/(?:fix-plan|in-turn|watch-plans|build-plan|print|watch)\.js$/.test(path),
    ),
  ],
  shell: [leaveOut(() => true)],
};
for (const [name, plugins] of Object.entries(bundles)) {
  const outfile = join(root, 'dist', `${name}.js`);
  await build({
    ...common,
    entryPoints: ['src/main.ts'],
    outfile,
    format: 'cjs',
    minifyWhitespace: true,
    minifyIdentifiers: true,
    define: { ...common.define, 'import.meta.url': '__url' },
    plugins: [ownShapes, loadLate, leaveCarefulApart, ...plugins],
  });
  // A script from the code cache cannot import by itself (node:vm): src/boot.cts hands it an `__import`. ASCII alone, as esbuild writes it
  // but for patterns, is read in half the time.
  const escaped = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const code = readFileSync(outfile, 'utf8')
    .replace(/\bimport\(/g, '__import(')
    .replace(/[^\0-\x7f]/g, escaped);
  // The function that src/boot.cts calls: to put it around the text there would copy the text.
  writeFileSync(outfile, `(function(exports,require,module,__filename,__dirname,__url,__import){${code}\n})`);
}
await build({
  ...common,
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.mjs',
  format: 'esm',
  plugins: [ownShapes],
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
});
writeFileSync(join(root, 'dist/package.json'), '{ "type": "commonjs" }\n');

// Each cache holds what these calls have compiled; the word behind main.js picks the bundle.
const out = mkdtempSync(join(tmpdir(), 'roadmap-build-'));
writeCache('slice', [
  ['validate', '--no-cache'],
  ['build', '--no-cache', '--out', out],
  ['slice', '--fy', '2023'],
]);
// Most calls check or build: they need not wait for what the others do.
writeCache('build', [
  ['build', '--no-cache', '--out', out],
  ['build', '--out', out],
  ['build', '--out', out],
]);
writeCache('validate', [['validate', '--no-cache'], ['validate'], ['validate']]);
writeCache('--help', [['--help']]);
rmSync(out, { recursive: true, force: true });

function writeCache(name, calls) {
  execFileSync(process.execPath, [join(root, 'dist/main.js'), name], {
    cwd: root,
    env: { ...process.env, ROADMAP_CACHE: join(out, 'cache'), ROADMAP_WRITE_CACHE: JSON.stringify(calls) },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
}

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import YAML from 'yaml';

const here = import.meta.dirname;
const modules = join(here, 'node_modules');

/** Installs ajv-cli and eleventy beside this file, once; the tool's own `npm ci` has nothing to do with them. */
export function installComparisons() {
  if (existsSync(join(modules, '.package-lock.json'))) return;
  process.stderr.write('installing what is compared with (test/bench/package.json)\n');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Reads every file with a YAML library and does nothing with it. */
export function bareReader(library, plans) {
  return ['node', join(here, 'read-all.mjs'), library, plans];
}

/** ajv-cli in one process: a file is held against the schema of its kind, which its keys tell. */
export function ajvCli(plans, work) {
  const schemas = join(here, '../../docs/schema');
  const of = (kind) => {
    const { $schema: _, ...schema } = JSON.parse(readFileSync(join(schemas, `${kind}.json`), 'utf8'));
    return schema;
  };
  const any = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    if: { required: ['chapters'] },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
    then: of('plan'),
    else: {
      if: { required: ['departments'] },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so.
      then: of('departments'),
      else: of('section'),
    },
  };
  const schema = join(work, 'any-file.json');
  writeFileSync(schema, JSON.stringify(any));
  const main = join(modules, 'ajv-cli/dist/index.js');
  return ['node', main, 'validate', '--spec=draft7', '--strict=false', '-s', schema, '-d', join(plans, '*/*.yaml')];
}

/** eleventy with one of the configurations in eleventy/. */
export function eleventy(configuration, work) {
  const input = join(work, 'eleventy-input');
  mkdirSync(input, { recursive: true });
  const main = join(modules, '@11ty/eleventy/cmd.cjs');
  // eleventy takes paths from the folder it runs in alone.
  return {
    argv: ['node', main, `--config=${configuration}.mjs`, `--output=${join(work, configuration)}`, '--quiet'],
    cwd: join(here, 'eleventy'),
  };
}

/** hugo with a bare table of each plan; undefined where it is not installed. */
export function hugo(plans, work) {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined;
  const site = join(work, 'hugo');
  const write = (path, text) => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  };
  write(
    'hugo.yaml',
    YAML.stringify({
      baseURL: '/',
      disableKinds: ['home', 'section', 'taxonomy', 'term', 'rss', 'sitemap', '404'],
      module: {
        mounts: [
          { source: plans, target: 'data' },
          { source: 'content', target: 'content' },
          { source: 'layouts', target: 'layouts' },
        ],
      },
    }),
  );
  write(
    'layouts/_default/single.html',
    `<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>{{ .Title }}</title><h1>{{ .Title }}</h1><table>
{{ $plan := index site.Data .Title }}{{ range $plan.plan.chapters }}{{ range .sections }}{{ $section := index $plan (strings.TrimSuffix ".yaml" .) }}{{ range $measure := $section.measures }}{{ range .tracks }}{{ range .phases }}{{ range $period, $text := . }}{{ if findRE "^[0-9R令]" $period }}<tr><td>{{ $section.title }}</td><td>{{ $measure.title }}</td><td>{{ $period }}</td><td>{{ $text }}</td></tr>
{{ end }}{{ end }}{{ end }}{{ end }}{{ end }}{{ end }}{{ end }}</table></html>
`,
  );
  for (const name of readdirSync(plans)) write(`content/${name}.md`, `---\ntitle: ${name}\n---\n`);
  return ['hugo', '--config', 'hugo.yaml', '--source', site, '--destination', join(work, 'hugo-out'), '--quiet'];
}

// `npm run bench:country [PLANS] [ROUNDS]`: many plans at once, against bare readers of the same files.
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { country, generate } from './generate.mjs';
import { measure } from './measure.mjs';

const root = join(import.meta.dirname, '../..');
const main = join(root, 'dist/main.js');
const count = Number(process.argv[2] ?? country);
const rounds = Number(process.argv[3] ?? 3);
const work = mkdtempSync(join(tmpdir(), 'roadmap-country-'));
process.env.ROADMAP_CACHE = join(work, 'cache');
const { phases } = generate(join(work, 'plans'), count);
const plans = readdirSync(join(work, 'plans')).map((name) => join(work, 'plans', name));
const first = join(plans[0], 'services.yaml');

const results = await measure(
  [
    { name: 'bare `yaml`', argv: ['node', join(import.meta.dirname, 'read-all.mjs'), 'yaml', join(work, 'plans')] },
    { name: 'bare js-yaml', argv: ['node', join(import.meta.dirname, 'read-all.mjs'), 'js-yaml', join(work, 'plans')] },
    { name: 'validate, no cache', argv: ['node', main, 'validate', '--no-cache', '--quiet', ...plans] },
    {
      name: 'validate, filling the cache',
      argv: ['node', main, 'validate', '--quiet', ...plans],
      before: () => rmSync(join(work, 'cache'), { recursive: true, force: true }),
    },
    {
      name: 'validate, one file changed',
      argv: ['node', main, 'validate', '--quiet', ...plans],
      before: () => appendFileSync(first, '# \n'),
    },
    { name: 'build csv,json', argv: ['node', main, 'build', '--format', 'csv,json', '--out', join(work, 'out'), ...plans] },
  ].map((command) => ({ cwd: root, ...command })),
  rounds,
);
rmSync(work, { recursive: true, force: true });
const base = results.get('bare `yaml`').median;
console.log(`| ${count} plans, ${phases} phases, median of ${rounds} | s | × bare \`yaml\` | peak MiB |`);
console.log('| --- | ---: | ---: | ---: |');
for (const [name, { median, peak }] of results) {
  console.log(`| ${name} | ${(median / 1000).toFixed(2)} | ${(median / base).toFixed(3)} | ${peak.toFixed(0)} |`);
}

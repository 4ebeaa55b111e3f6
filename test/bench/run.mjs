// `npm run bench`: runs the tool against `node -e 0` in turn and prints the ratios.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from './measure.mjs';

const root = join(import.meta.dirname, '../..');
const out = mkdtempSync(join(tmpdir(), 'roadmap-bench-'));
const main = join(root, 'dist/main.js');
const rounds = Number(process.argv[2] ?? 21);
const results = await measure(
  [
    { name: 'node -e 0', argv: ['node', '-e', '0'] },
    { name: 'roadmap --help', argv: ['node', main, '--help'], goal: 1.25 },
    { name: 'roadmap validate --no-cache', argv: ['node', main, 'validate', '--no-cache'], goal: 2 },
    { name: 'roadmap validate, nothing changed', argv: ['node', main, 'validate'], goal: 1.5 },
    { name: 'roadmap build --format html', argv: ['node', main, 'build', '--out', out], goal: 4 },
  ].map((command) => ({ cwd: root, ...command })),
  rounds,
);
rmSync(out, { recursive: true, force: true });
const base = results.get('node -e 0').median;
console.log(`| the shipped roadmap, median of ${rounds} | ms | × node -e 0 | peak MiB |`);
console.log('| --- | ---: | ---: | ---: |');
for (const [name, { median, peak }] of results)
  console.log(`| ${name} | ${median.toFixed(0)} | ${(median / base).toFixed(2)} | ${peak.toFixed(0)} |`);

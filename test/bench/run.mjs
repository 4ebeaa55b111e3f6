// npm run bench [-- --plans 1788 --rounds 3 --site-plans 40 --one-rounds 21]: this tool and what it is compared with, in turn, as tables for
// docs/performance.md. All that is written goes into a folder for temporary files, which is deleted at the end, on Ctrl-C too.
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ajvCli, bareReader, eleventy, hugo, installComparisons } from './comparisons.mjs';
import { country, generate } from './generate.mjs';
import { endAll, measure } from './measure.mjs';

const { values } = parseArgs({
  options: {
    plans: { type: 'string', default: String(country) },
    rounds: { type: 'string', default: '3' },
    'site-plans': { type: 'string', default: '40' },
    'one-rounds': { type: 'string', default: '21' },
    help: { type: 'boolean' },
  },
});
const [plans, rounds, sitePlans, oneRounds] = ['plans', 'rounds', 'site-plans', 'one-rounds'].map((name) => Number(values[name]));
if (values.help || [plans, rounds, sitePlans, oneRounds].some((number) => !Number.isInteger(number) || number < 0)) {
  console.log(`npm run bench -- [--plans N] [--rounds N] [--site-plans N] [--one-rounds N]

--plans       plans of the country part (${country}); 0 leaves it out
--site-plans  plans whose whole site is built against eleventy (40); 0 leaves it out
--rounds      how often each command of these parts runs, in turn (3)
--one-rounds  how often each command of the one-plan part runs, in turn (21); 0 leaves it out`);
  process.exit(values.help ? 0 : 2);
}

const root = join(import.meta.dirname, '../..');
const main = join(root, 'dist/main.js');
const roadmap = (...args) => ['node', main, ...args];
const work = mkdtempSync(join(tmpdir(), 'roadmap-bench-'));
const cache = join(work, 'cache');
const emptyCache = () => rmSync(cache, { recursive: true, force: true });
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    endAll();
    process.exit(130);
  });
}
const tell = (words) => process.stderr.isTTY && process.stderr.write(`\r\u001b[K${words}`);

if (!existsSync(main)) throw new Error('run `npm run build` first');
installComparisons();
console.log(`${availableParallelism()} × ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.version}\n`);
if (oneRounds > 0) await onePlan();
if (plans > 0) await manyPlans();
if (sitePlans > 0) await wholeSites();

async function onePlan() {
  const base = 'node -e 0';
  const cold = (round) => roadmap('build', '--format', 'html', '--out', fresh('one', round));
  const results = await run(
    [
      { name: base, argv: ['node', '-e', '0'] },
      { name: 'roadmap --help', argv: roadmap('--help'), of: base, goal: 1.25 },
      { name: 'roadmap validate, cold', argv: roadmap('validate'), before: emptyCache, of: base, goal: 2 },
      { name: 'roadmap validate, nothing changed', argv: roadmap('validate'), of: base, goal: 1.5 },
      { name: 'roadmap build --format html, cold', argv: cold, before: emptyCache, of: base, goal: 4 },
      { name: 'roadmap build --format html, nothing changed', argv: cold, of: base, goal: 4 },
    ],
    oneRounds,
  );
  print(`the shipped roadmap, median of ${oneRounds}`, results);
}

async function manyPlans() {
  const { folder, phases, bytes } = plansIn('country', plans);
  const few = Math.min(100, plans);
  const all = placesIn(folder);
  const changed = join(all[0], 'services.yaml');
  const check = (places) => roadmap('validate', '--quiet', ...places);
  const buildData = (name, places) => (round) => roadmap('build', '--format', 'csv,json', '--out', fresh(name, round), ...places);
  const cold = `validate, cold`;
  const hugoArgv = hugo(folder, work);
  const results = await run(
    [
      { name: 'bare `yaml`', argv: bareReader('yaml', folder) },
      { name: 'bare js-yaml', argv: bareReader('js-yaml', folder) },
      { name: 'ajv-cli', argv: ajvCli(folder, work) },
      { name: 'eleventy, bare table', ...eleventy('bare-table', work), env: { BENCH_PLANS: folder } },
      ...(hugoArgv ? [{ name: 'hugo, bare table', argv: hugoArgv }] : []),
      { name: `validate of ${few}, cold`, argv: check(all.slice(0, few)), before: emptyCache },
      {
        name: cold,
        argv: check(all),
        before: emptyCache,
        against: [
          { of: 'ajv-cli', goal: 0.85 },
          { of: 'bare `yaml`', goal: 0.15 },
        ],
        mostMemory: 400,
      },
      {
        name: 'validate, one file changed',
        argv: check(all),
        before: () => appendFileSync(changed, '# \n'),
        of: cold,
        goal: 0.1,
        mostMemory: 400,
      },
      { name: `build csv,json of ${few}`, argv: buildData('few', all.slice(0, few)) },
      {
        name: 'build csv,json',
        argv: buildData('data', all),
        of: 'eleventy, bare table',
        goal: 0.6,
        mostMemory: 600,
      },
    ],
    rounds,
  );
  print(`${plans} plans, ${phases} phases, ${(bytes / 1e6).toFixed(0)} MB, median of ${rounds}`, results);
  if (few < plans) {
    printGrowth(few, plans, [
      ['validate, cold', results.get(`validate of ${few}, cold`), results.get(cold)],
      ['build csv,json', results.get(`build csv,json of ${few}`), results.get('build csv,json')],
    ]);
  }
}

async function wholeSites() {
  const { folder, phases } = plansIn('sites', sitePlans);
  const all = placesIn(folder);
  const few = Math.max(1, Math.round(sitePlans / 4));
  const build = (name, places) => (round) => roadmap('build', '--format', 'html', '--out', fresh(name, round), ...places);
  // The pages of the first plan are the measure for those that eleventy writes.
  await measure([{ name: 'the pages', argv: build('sample', all.slice(0, 2)), cwd: root }], 1);
  const sample = join(fresh('sample', 0), readdirSync(folder)[0]);
  const sizes = Object.fromEntries(
    readdirSync(sample)
      .filter((name) => name.endsWith('.html'))
      .map((name) => [name, statSync(join(sample, name)).size]),
  );
  const results = await run(
    [
      { name: 'eleventy, as many pages', ...eleventy('same-size', work), env: { BENCH_PLANS: folder, BENCH_PAGES: JSON.stringify(sizes) } },
      { name: `build html of ${few}`, argv: build('few-sites', all.slice(0, few)) },
      {
        name: 'build html',
        argv: build('site', all),
        of: 'eleventy, as many pages',
        goal: 0.5,
        mostMemory: 600,
      },
    ],
    rounds,
  );
  const written = { eleventy: pagesBelow(join(work, 'same-size')), roadmap: pagesBelow(fresh('site', 0)) };
  const words = ({ count, bytes }) => `${count} pages, ${(bytes / 1e6).toFixed(1)} MB`;
  print(
    `${sitePlans} plans, ${phases} phases (eleventy ${words(written.eleventy)}; this tool ${words(written.roadmap)}), median of ${rounds}`,
    results,
  );
  if (few < sitePlans) printGrowth(few, sitePlans, [['build html', results.get(`build html of ${few}`), results.get('build html')]]);
}

/** Runs the commands and gives their rows by name. */
async function run(commands, count) {
  const measured = await measure(
    commands.map((command) => ({ cwd: root, ...command, env: { ROADMAP_CACHE: cache, ...command.env } })),
    count,
    tell,
  );
  return new Map(commands.map((command) => [command.name, { ...command, ...measured.get(command.name) }]));
}

function print(title, results) {
  console.log(`| ${title} | s | CPU s | ratio | goal | peak MiB |\n| --- | ---: | ---: | --- | --- | ---: |`);
  for (const [name, { median, busy, peak, of, goal, against = of ? [{ of, goal }] : [], mostMemory }] of results) {
    const ratios = against.map((one) => `${(median / results.get(one.of).median).toFixed(3)} × ${one.of}`);
    const goals = [...against.map((one) => `≤ ${one.goal}`), ...(mostMemory ? [`≤ ${mostMemory} MiB`] : [])];
    console.log(
      `| ${name} | ${(median / 1000).toFixed(3)} | ${(busy / 1000).toFixed(2)} | ${ratios.join('; ')} | ${goals.join('; ')} | ${peak > 0 ? peak.toFixed(0) : '?'} |`,
    );
  }
  console.log('');
}

/** Time per plan, and memory, of few plans and of all. */
function printGrowth(few, all, rows) {
  console.log(
    `| growth from ${few} to ${all} plans | ms a plan | then | ratio | goal | MiB | then |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |`,
  );
  for (const [name, before, after] of rows) {
    const [first, last] = [before.median / few, after.median / all];
    console.log(
      `| ${name} | ${first.toFixed(2)} | ${last.toFixed(2)} | ${(last / first).toFixed(2)} | ≤ 1.2 | ${before.peak.toFixed(0)} | ${after.peak.toFixed(0)} |`,
    );
  }
  console.log('');
}

function plansIn(name, count) {
  tell(`writing ${count} plans`);
  const folder = join(work, name);
  return { folder, ...generate(folder, count) };
}

function placesIn(folder) {
  return readdirSync(folder).map((name) => join(folder, name));
}

/** A folder for the output of one run: where others were deleted just before, ext4 takes many times as long to make a file. */
function fresh(name, round) {
  return join(work, `${name}-${round}`);
}

function pagesBelow(folder) {
  const pages = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    ({ name, parentPath }) => name.endsWith('.html') && parentPath !== folder,
  );
  return { count: pages.length, bytes: pages.reduce((sum, { name, parentPath }) => sum + statSync(join(parentPath, name)).size, 0) };
}

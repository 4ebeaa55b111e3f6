#!/usr/bin/env node
/*
 * The bin. Starts one of the bundles in dist/ from V8's code cache, which saves compiling it at every call: Node 20 has no compile cache of
 * its own. V8 refuses a cache of another version or of other flags, and then compiles the program as ever.
 */
import fs = require('node:fs');
import path = require('node:path');
import url = require('node:url');
import vm = require('node:vm');

interface Program {
  main(argv: readonly string[]): Promise<number>;
  workInThread(message: unknown): Promise<unknown>;
}

const argv = process.argv.slice(2);
/** A worker thread loads this file, and nobody starts it as the program. */
const isWorker = require.main !== module;
const bundle = bundleFor();
const filename = path.join(__dirname, `${bundle}.js`);
const cacheFile = path.join(__dirname, `${bundle}.cache`);
if (bundle !== 'shell') {
  setFlags();
  changeFirstValue();
}
const script = load();
const program = { exports: {} as Program };
script.runInThisContext()(
  program.exports,
  require,
  program,
  filename,
  __dirname,
  url.pathToFileURL(filename).href,
  (name: string) => import(name),
);

const calls = process.env['ROADMAP_WRITE_CACHE'];
if (isWorker) module.exports = program.exports.workInThread;
else if (calls) void writeCache(JSON.parse(calls) as string[][]);
else {
  // The status where nothing comes of it.
  process.exitCode = 2;
  void program.exports.main(argv).then((status) => (process.exitCode = status));
}

/** What the call needs, and little more: help the shell of the program, a plain check a third of it, a build half. A thread is told by the word of its job. */
function bundleFor(): string {
  if (!isWorker && argv.length <= 2 && /^(?:-h|--help|--version)$/.test(argv.at(-1) ?? '--help')) return 'shell';
  if (argv[0] === 'build') return 'build';
  return argv[0] === 'validate' && !argv.some((word) => /^--(?:fix|watch)/.test(word)) ? 'check' : 'program';
}

/** Flags with which V8 takes less time over short calls. They are part of what a cache is for, so they are set before one is read. */
function setFlags(): void {
  // The V8 of Node 22 no longer knows the first, and would say so at every call.
  if (!process.versions.node.startsWith('20.')) return;
  const v8 = require('node:v8') as typeof import('node:v8');
  // Node compiles its own modules from a cache too, which V8 refuses from the first such flag on: what every build asks for is loaded before.
  if (bundle === 'build') for (const name of ['node:child_process', 'node:crypto']) require(name);
  // V8 optimises what has run some 70 kB of bytecode, on a thread of its own that costs more than a call of a few tenths of a second wins by
  // it. Eight times that still comes early where there are many plans.
  v8.setFlagsFromString('--interrupt-budget=540000');
  // Our loops are over a few things each: a first round set apart only gives the optimiser more to do.
  v8.setFlagsFromString('--no-turbo-loop-peeling');
  // A pattern would be compiled for an interpreter at first, which takes longer than to compile it for the machine.
  v8.setFlagsFromString('--no-regexp-tier-up');
}

/**
 * V8 gives what iterators yield (`value`, `done`) the form of an object literal of two fields of which the first is `value`. Where such a field
 * changes for the first time, which happens when zod is loaded, it throws away all optimised code with a loop over a list: it changes here
 * before there is any.
 */
function changeFirstValue(): void {
  const descriptor = { value: 0, enumerable: false };
  descriptor.value = 1;
}

function load(): vm.Script {
  const source = fs.readFileSync(filename, 'latin1');
  const cachedData = fs.existsSync(cacheFile) ? fs.readFileSync(cacheFile) : undefined;
  return new vm.Script(source, {
    filename,
    ...(cachedData && { cachedData }),
  });
}

/** What the calls have compiled is what the cache holds. */
async function writeCache(list: readonly string[][]): Promise<void> {
  for (const argv of list) await program.exports.main(argv);
  fs.writeFileSync(cacheFile, script.createCachedData());
}

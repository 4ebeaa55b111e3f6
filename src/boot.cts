#!/usr/bin/env node
/*
 * The bin. Starts dist/program.js from V8's code cache, which saves compiling it at every call: Node 20 has no compile cache of its own.
 * V8 refuses a cache of another version or of other flags, and then compiles the program as ever.
 */
import fs = require('node:fs');
import path = require('node:path');
import url = require('node:url');
import vm = require('node:vm');
import threads = require('node:worker_threads');

interface Program {
  main(argv: readonly string[]): Promise<number>;
  workInThread(message: unknown): Promise<unknown>;
}

const argv = process.argv.slice(2);
/** Help and version need the shell of the program alone, a tenth of it. */
const bundle = threads.isMainThread && argv.length <= 2 && /^(?:-h|--help|--version)?$/.test(argv.at(-1) ?? '') ? 'shell' : 'program';
const filename = path.join(__dirname, `${bundle}.js`);
const cacheFile = path.join(__dirname, `${bundle}.cache`);
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
if (!threads.isMainThread) module.exports = program.exports.workInThread;
else if (calls) void writeCache(JSON.parse(calls) as string[][]);
else void program.exports.main(argv).then((status) => (process.exitCode = status));

function load(): vm.Script {
  const source = fs.readFileSync(filename, 'utf8');
  const cachedData = fs.existsSync(cacheFile) ? fs.readFileSync(cacheFile) : undefined;
  return new vm.Script(`(function (exports, require, module, __filename, __dirname, __url, __import) {${source}\n})`, {
    filename,
    ...(cachedData && { cachedData }),
  });
}

/** What the calls have compiled is what the cache holds. */
async function writeCache(list: readonly string[][]): Promise<void> {
  for (const argv of list) await program.exports.main(argv);
  fs.writeFileSync(cacheFile, script.createCachedData());
}

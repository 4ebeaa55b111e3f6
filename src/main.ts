#!/usr/bin/env node
import { realHost } from './cli/host.js';
import { run } from './cli/program.js';

// A reader that closes early, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await run(realHost(), process.argv.slice(2));

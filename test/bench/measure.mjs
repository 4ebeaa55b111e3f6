import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Runs each command `rounds` times in turn, so that a busy moment of the machine hits all of them, and gives the median wall time in
 * milliseconds and the peak memory in MiB by name. A command that fails throws.
 */
export async function measure(commands, rounds) {
  const results = new Map(commands.map(({ name }) => [name, { times: [], peak: 0 }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, argv, cwd, before } of commands) {
      before?.();
      const { milliseconds, peak } = await run(name, argv, cwd);
      const result = results.get(name);
      result.times.push(milliseconds);
      result.peak = Math.max(result.peak, peak);
    }
  }
  return new Map([...results].map(([name, { times, peak }]) => [name, { median: median(times), peak }]));
}

function run(name, [command, ...args], cwd) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, CI: '1' } });
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, residentMemory(child.pid));
    }, 50);
    let errors = '';
    child.stderr.on('data', (data) => {
      errors = (errors + data).slice(-2000);
    });
    child.on('close', (status) => {
      clearInterval(watch);
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
      if (status === 0) resolve({ milliseconds, peak });
      else reject(new Error(`${name} ended with ${status}: ${errors}`));
    });
  });
}

/** Peak resident memory of a process and its children as Linux tells it; 0 elsewhere. */
function residentMemory(pid) {
  try {
    const own = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + residentMemory(child), own);
  } catch {
    return 0;
  }
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

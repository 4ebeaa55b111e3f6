import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const running = new Set();

/** Ends what is being measured. */
export function endAll() {
  for (const child of running) child.kill('SIGKILL');
}

/**
 * Runs each command `rounds` times in turn (`argv` may be made of the number of the round), so that a busy moment of the machine hits all of them, and gives by name the medians of the wall
 * time and of the processors' time in milliseconds, and the peak memory in MiB. A command that fails throws.
 */
export async function measure(commands, rounds, tell = () => undefined) {
  const results = new Map(commands.map(({ name }) => [name, { times: [], busy: [], peak: 0 }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, argv, cwd, env, before } of commands) {
      tell(`${round + 1} / ${rounds}: ${name}`);
      before?.();
      const words = typeof argv === 'function' ? argv(round) : argv;
      const { milliseconds, processor, peak } = await run(name, words, { cwd, env: { ...process.env, CI: '1', ...env } });
      const result = results.get(name);
      result.times.push(milliseconds);
      result.busy.push(processor);
      result.peak = Math.max(result.peak, peak);
    }
  }
  tell('');
  return new Map([...results].map(([name, { times, busy, peak }]) => [name, { median: median(times), busy: median(busy), peak }]));
}

function run(name, [command, ...args], options) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    running.add(child);
    let peak = 0;
    let ticks = 0;
    let looking;
    const look = () => {
      const tree = lookAt(child.pid);
      peak = Math.max(peak, tree.memory);
      ticks = Math.max(ticks, tree.ticks);
      // A look takes a millisecond or two of a processor that the command may want: a long one is looked at less often.
      looking = setTimeout(look, Math.min(200, Math.max(20, Number(process.hrtime.bigint() - start) / 1e7)));
    };
    looking = setTimeout(look, 20);
    let errors = '';
    child.stderr.on('data', (data) => {
      errors = (errors + data).slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (status) => {
      running.delete(child);
      clearTimeout(looking);
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
      if (status === 0) resolve({ milliseconds, processor: ticks * 10, peak: peak / 1024 });
      else reject(new Error(`${name} ended with ${status}: ${errors}`));
    });
  });
}

/**
 * What a process and all below it hold at this moment in KiB, and the hundredths of a second that they have worked, as Linux tells it; 0
 * elsewhere. A process that stands alone says itself how much it held at most, so that nothing between two looks is missed.
 */
function lookAt(pid) {
  try {
    const children = readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean))
      .map(lookAt);
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const memory = Number((children.length === 0 ? /VmHWM:\s+(\d+)/ : /VmRSS:\s+(\d+)/).exec(status)?.[1] ?? 0);
    // Behind the name in brackets: user, system, and those of the children that have ended.
    const times = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11, 15);
    const ticks = times.reduce((sum, time) => sum + Number(time), 0);
    return {
      memory: children.reduce((sum, child) => sum + child.memory, memory),
      ticks: children.reduce((sum, child) => sum + child.ticks, ticks),
    };
  } catch {
    return { memory: 0, ticks: 0 };
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

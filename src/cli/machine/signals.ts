import { constants } from 'node:os';

/** The user asked the program to end: what is under way leaves nothing behind, and nothing more is begun. */
export class Interrupted extends Error {
  /** The exit status that shells give for the signal: 130 for Ctrl-C. */
  readonly status: number;

  constructor(signal: number) {
    super(`ended by signal ${signal}`);
    this.status = 128 + signal;
  }
}

/**
 * The signals that ask the program to end. Once it listens, they no longer stop it in the middle of a step: work looks between its steps
 * whether it is to end. Worker threads hear no signals and share the main thread's answer.
 */
export class Signals {
  /** The number of the signal that came; 0 as long as none has. */
  readonly asked: Int32Array;
  #listens: boolean;
  /** Whether `#note` is called at the next signal. */
  #hears = false;
  #turned = 0;

  constructor(shared?: Int32Array) {
    this.asked = shared ?? new Int32Array(new SharedArrayBuffer(4));
    this.#listens = shared !== undefined;
  }

  listen(): void {
    if (this.#listens) return;
    this.#listens = true;
    this.#hears = true;
    for (const signal of ends) process.once(signal, this.#note);
  }

  /**
   * Lets signals in, which come between two turns of the event loop; throws `Interrupted` once one has come. A turn takes longer than many a
   * step, so there is one every few milliseconds.
   */
  async pause(): Promise<void> {
    this.listen();
    if (process.uptime() - this.#turned > betweenTurns) {
      await new Promise((resolve) => setImmediate(resolve));
      this.#turned = process.uptime();
    }
    const signal = Atomics.load(this.asked, 0);
    if (signal > 0) throw new Interrupted(signal);
  }

  /** While this runs, signals end the program at once, as they do where nobody listens. */
  atOnce<T>(work: () => T): T {
    if (!this.#hears) return work();
    for (const signal of ends) process.off(signal, this.#note);
    try {
      return work();
    } finally {
      for (const signal of ends) process.once(signal, this.#note);
    }
  }

  /** Settles at the next signal, which then ends nothing else. */
  next(): Promise<void> {
    this.#listens = true;
    this.#hears = false;
    return new Promise((resolve) => {
      for (const signal of ends) {
        process.off(signal, this.#note);
        process.once(signal, () => resolve());
      }
    });
  }

  readonly #note = (signal: (typeof ends)[number]): void => void Atomics.store(this.asked, 0, constants.signals[signal]);
}

/** Seconds. */
const betweenTurns = 0.01;

/** Ctrl-C, what ends a service, and the terminal that is closed. */
const ends = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

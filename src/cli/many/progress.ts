import type { Lang } from '../../source/lang.js';
import type { Host } from '../host.js';

/** Milliseconds after which those who wait are told how long, and then how often. */
const patience = 500;
const rhythm = 100;

/** A line on the terminal with counts of plans, rate and time left; nothing where nobody watches. */
export class Progress {
  #done = 0;
  /** How many of those were recalled: they take next to no time, and tell nothing of the others. */
  #recalled = 0;
  #line = '';
  #told: number;
  readonly #start: number;
  readonly #isWatched: boolean;

  constructor(
    private readonly host: Host,
    private readonly lang: Lang,
    private readonly total: number,
  ) {
    this.#isWatched = total > 1 && host.stderr.isTTY && !host.env['CI'];
    this.#start = host.now();
    this.#told = this.#start + patience - rhythm;
  }

  /** So many more are done, and of those so many recalled from an earlier run, though what comes of them may wait for its turn. */
  count(more: number, recalled = 0): void {
    this.#done += more;
    this.#recalled += recalled;
    if (!this.#isWatched) return;
    const now = this.host.now();
    if (now - this.#told < rhythm) return;
    const made = this.#done - this.#recalled || this.#done;
    this.#told = now;
    this.end();
    this.#line = this.#words((made * 1000) / (now - this.#start));
    this.host.stderr.write(this.#line);
  }

  /** What is printed stands above the line. */
  print(print: () => void): void {
    this.end();
    print();
    if (this.#line) this.host.stderr.write(this.#line);
  }

  end(): void {
    if (this.#line) this.host.stderr.write('\r\u001b[K');
  }

  #words(rate: number): string {
    const left = Math.ceil((this.total - this.#done) / rate);
    return this.lang === 'ja'
      ? `${this.#done} / ${this.total} 計画（毎秒 ${digits(rate)}、残り ${left} 秒）`
      : `${this.#done} / ${this.total} plans (${digits(rate)} a second, ${left} s left)`;
  }
}

/** Two digits are enough of a rate. */
function digits(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : rate.toFixed(0);
}

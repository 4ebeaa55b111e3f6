import { createHash } from 'node:crypto';
import type { PlanFiles } from '../../compile/plan-reading.js';
import type { Host } from '../host.js';
import type { Stamp } from './stamp.js';

/** What came of a folder at an earlier run. */
export interface Kept<T> {
  /** The hash of all that it came from; one that nothing asks for yet may be left to a later run. */
  key?: string;
  /** The same as the file system tells it: as long as this holds, nothing has to be read. */
  stamp?: Stamp;
  value: T;
}

/** What came of one folder, and what is to be kept of it for later runs. */
export interface Done<T, K = T> {
  outcome: T;
  /** Whether it came from an earlier run. */
  isRecalled?: true;
  kept?: Kept<K>;
}

/**
 * What came of each folder at earlier runs, one file for each way of asking: a line a folder, the last of them counts. Lines are only added,
 * each whole, so that two runs at once do no harm; a file that another build of the tool has begun is begun anew, and a line that does not
 * read as it was written counts as none. The folder is `$ROADMAP_CACHE`, `$XDG_CACHE_HOME/roadmap` or `~/.cache/roadmap`; it can be deleted
 * at any time.
 */
export class KeptOutcomes<T> {
  /** The last line of each folder, as it is written. */
  readonly #lines = new Map<string, string>();
  #new: string[] = [];
  /** Whether the file is to be written from its beginning: it is not there, of another build, or most of it is out of date. */
  #isStale = true;

  private constructor(
    private readonly host: Host,
    private readonly folder: string,
    private readonly question: string,
    private readonly name = `${checksum(question)}.jsonl`,
  ) {
    this.#read();
  }

  /** `question`: what is asked of every folder, in words. Undefined where there is no place for the file, or the program was not built. */
  static of<T>(host: Host, question: string): KeptOutcomes<T> | undefined {
    const { env } = host;
    const folder =
      env['ROADMAP_CACHE'] ?? (env['XDG_CACHE_HOME'] ? `${env['XDG_CACHE_HOME']}/roadmap` : env['HOME'] && `${env['HOME']}/.cache/roadmap`);
    return folder && build ? new KeptOutcomes<T>(host, folder, `${host.cwd}\0${question}`) : undefined;
  }

  of(dir: string): Kept<T> | undefined {
    const line = this.#lines.get(dir);
    if (line === undefined) return undefined;
    const [check, body] = splitAtTab(splitAtTab(line)[1]);
    try {
      return check === checksum(`${dir}\0${body}`) ? (JSON.parse(body) as Kept<T>) : undefined;
    } catch {
      return undefined;
    }
  }

  add(dir: string, kept: Kept<T>): void {
    const body = JSON.stringify(kept);
    const line = `${JSON.stringify(dir)}\t${checksum(`${dir}\0${body}`)}\t${body}`;
    this.#lines.set(dir, line);
    this.#new.push(line);
    if (this.#new.length >= manyLines) this.save();
  }

  /** A file that cannot be written is no fault: the next run is slower, that is all. */
  save(): void {
    if (this.#new.length === 0) return;
    try {
      if (this.#isStale) this.host.writeFiles(this.folder, [{ path: this.name, contents: joined([this.#head, ...this.#lines.values()]) }]);
      else this.host.append(`${this.folder}/${this.name}`, joined(this.#new));
      this.#isStale = false;
    } catch {
      // The outcomes themselves are there.
    }
    this.#new = [];
  }

  #read(): void {
    const path = `${this.folder}/${this.name}`;
    if (!this.host.exists(path)) return;
    let text: string;
    try {
      text = new TextDecoder().decode(this.host.readFile(path));
    } catch {
      return;
    }
    const [head = '', ...lines] = text.split('\n');
    if (head !== this.#head) return;
    // Behind the last line end stands nothing, or what a run that was killed has left of a line.
    const rest = lines.pop();
    for (const line of lines) {
      const dir = nameIn(line);
      if (dir !== undefined) this.#lines.set(dir, line);
    }
    this.#isStale = rest !== '' || lines.length > 2 * this.#lines.size + manyLines;
  }

  get #head(): string {
    return `roadmap ${build} ${JSON.stringify(this.question)}`;
  }
}

/** So many lines are written at a time: few for the disk, and not much to lose for who ends the program. */
const manyLines = 100;

/** The hash of the program's sources, put in by the build: a changed tool or a changed rule makes every line one of another build. */
const build: string | undefined = typeof __BUILD__ === 'string' ? __BUILD__ : undefined;

declare const __BUILD__: string | undefined;

/** The hash of a plan's files and of what else is asked of them. */
export function contentKey({ files }: PlanFiles, about = ''): string {
  let names = about;
  for (const [name, content] of files) names += `\0${name}\0${content.length}`;
  const all = createHash('sha256').update(names);
  for (const content of files.values()) all.update(content);
  return all.digest('base64url');
}

/** Tells a text from one that a fault of the disk or of a write has made of it; what is to be safe from people is hashed. */
function checksum(text: string): string {
  let one = 0x811c9dc5;
  let other = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ (one >>> 13) ^ unit, 0x9e3779b1);
  }
  return `${(one >>> 0).toString(36)}-${(other >>> 0).toString(36)}`;
}

function nameIn(line: string): string | undefined {
  try {
    return JSON.parse(splitAtTab(line)[0]) as string;
  } catch {
    return undefined;
  }
}

function splitAtTab(text: string): [string, string] {
  const at = text.indexOf('\t');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

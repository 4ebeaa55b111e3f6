import { createHash } from 'node:crypto';
import type { PlanFiles } from '../compile/parse-files.js';
import type { Host } from './host.js';

/**
 * Outcomes of earlier runs by the hash of all that they came from: one small file for each plan and way of asking, written whole or not at
 * all, so that two runs at once do no harm. An entry of another build of the tool, of other content, or one that does not read as it was
 * written counts as none. The folder is `$ROADMAP_CACHE`, `$XDG_CACHE_HOME/roadmap` or `~/.cache/roadmap`; it can be deleted at any time.
 */
export class Cache {
  private constructor(
    private readonly host: Host,
    private readonly folder: string,
    private readonly name: string,
  ) {}

  /** The place of an outcome; undefined where there is no folder for it, or the program was not built. */
  static of(host: Host, question: string): Cache | undefined {
    const { env } = host;
    const folder =
      env['ROADMAP_CACHE'] ?? (env['XDG_CACHE_HOME'] ? `${env['XDG_CACHE_HOME']}/roadmap` : env['HOME'] && `${env['HOME']}/.cache/roadmap`);
    if (!folder || !build) return undefined;
    return new Cache(host, folder, sum(`${host.cwd}\0${question}`));
  }

  read(key: string): unknown {
    const path = `${this.folder}/${this.name}`;
    if (!this.host.exists(path)) return undefined;
    try {
      const [head = '', body = ''] = splitOnce(new TextDecoder().decode(this.host.readFile(path)), '\n');
      return head === this.#head(key, body) ? JSON.parse(body) : undefined;
    } catch {
      return undefined;
    }
  }

  /** A cache that cannot be written is no fault: the next run is slower, that is all. */
  write(key: string, outcome: unknown): void {
    const body = JSON.stringify(outcome);
    try {
      this.host.writeFiles(this.folder, [{ path: this.name, contents: `${this.#head(key, body)}\n${body}` }]);
    } catch {
      // The outcome itself is there.
    }
  }

  #head(key: string, body: string): string {
    return sum(`${build}\0${key}\0${body}`);
  }
}

/** The hash of the program's sources, put in by the build: a changed tool or a changed rule makes every entry one of another build. */
const build: string | undefined = typeof __BUILD__ === 'string' ? __BUILD__ : undefined;

declare const __BUILD__: string | undefined;

/** The hash of a plan's files and of what else is asked of them. */
export function contentKey({ files }: PlanFiles, about = ''): string {
  const hash = createHash('sha256').update(about);
  for (const [name, content] of files) {
    hash.update(`\0${name}\0${content.length}\0`);
    hash.update(content);
  }
  return hash.digest('base64url');
}

function sum(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function splitOnce(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

import { nextLine } from '../source/line-ends.js';
import type { Location } from '../source/location.js';
import { type KeyPath, SourceFile } from '../source/source-file.js';
import { indexSpans } from '../yaml/index-spans.js';
import { changeYaml, type Layout, type YamlChange } from './change-yaml.js';

/** Edits of a plan's files, collected and made at once: changes of keys, and entries of lists that are cut out with all that belongs to them. */
export class PlanEdits {
  readonly #changes = new Map<SourceFile, YamlChange[]>();
  readonly #cuts = new Map<SourceFile, KeyPath[]>();

  has(file: SourceFile): boolean {
    return this.#changes.has(file) || this.#cuts.has(file);
  }

  /** A change that takes no entry of a list out: the others are found by their places. */
  change(file: SourceFile, change: YamlChange): void {
    this.#changes.set(file, [...(this.#changes.get(file) ?? []), change]);
  }

  /** Takes an entry of a list out, and gives its lines. A list that is left empty goes with its key. */
  cut({ file, path }: Location): string {
    this.#cuts.set(file, [...(this.#cuts.get(file) ?? []), path]);
    const lines = linesOf(file, path);
    if (lines) return file.text.slice(lines.start, lines.end).replace(/\n?$/, '\n');
    const { start, end } = file.spans.value(path) ?? { start: 0, end: 0 };
    return `${' '.repeat(this.indent(file, path))}- ${file.text.slice(start, end)}\n`;
  }

  /** How many spaces stand before the dash of an entry, or would if it stood on lines of its own. */
  indent(file: SourceFile, path: KeyPath): number {
    const dash = dashOf(file, path);
    if (dash !== undefined) return file.positionAt(dash).column - 1;
    const around = path.slice(0, -2);
    return around.length === 0 ? 0 : this.indent(file, around) + 2;
  }

  /** The text with all edits made; what is added to it is laid out like that. */
  apply(file: SourceFile, layout: Layout): string {
    const changed = new SourceFile(file.path, changeYaml(file.text, this.#changes.get(file) ?? [], layout));
    changed.indexSpans = indexSpans;
    const start = (path: KeyPath) => file.spans.value(path)?.start ?? 0;
    const cuts = [...(this.#cuts.get(file) ?? [])].sort((a, b) => start(b) - start(a));
    // From the last to the first, so that the places before a cut are still right.
    return cuts.reduce((text, path) => {
      const list = path.slice(0, -1);
      const lines = linesOf(changed, path);
      const after = lines ? text.slice(0, lines.start) + text.slice(lines.end) : changeYaml(text, [{ kind: 'remove', path }]);
      const count = cuts.filter((other) => other.length === path.length && list.every((step, index) => other[index] === step)).length;
      const isEmptied = path.at(-1) === 0 && file.spans.value([...list, count]) === undefined;
      return isEmptied ? changeYaml(after, [{ kind: 'remove', path: list }]) : after;
    }, changed.text);
  }
}

/**
 * The lines of an entry that stands on lines of its own; undefined between brackets. Comments inside it belong to it; those behind it, no deeper
 * than it stands, belong to what follows.
 */
function linesOf(file: SourceFile, path: KeyPath): { start: number; end: number } | undefined {
  const dash = dashOf(file, path);
  if (dash === undefined) return undefined;
  const { text } = file;
  const column = file.positionAt(dash).column - 1;
  let end = nextLine(text, dash);
  for (let at = end, next = end; at < text.length; at = next) {
    next = nextLine(text, at);
    const line = text.slice(at, next);
    const depth = line.search(/[^ \r\n]/);
    if (depth > column) end = next;
    else if (depth >= 0 && line[depth] !== '#') break;
  }
  return { start: dash - column, end };
}

/** Where the dash of an entry stands, which those between brackets have not. */
function dashOf(file: SourceFile, path: KeyPath): number | undefined {
  const before = file.text.slice(0, file.spans.value(path)?.start ?? 0).trimEnd();
  return before.endsWith('-') ? before.length - 1 : undefined;
}

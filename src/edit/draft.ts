import { byCodeUnits } from '../source/by-code-units.js';
import { SourceFile } from '../source/source-file.js';
import type { YamlData } from '../yaml/plain-data.js';
import { changeYaml, type YamlChange } from './change-yaml.js';
import { dataOf } from './data-of.js';
import { layoutOf } from './layout-of.js';

/** The files of a plan while they are changed. */
export class Draft {
  readonly #texts = new Map<string, string>();
  /** What stands before the names of all files in their paths. */
  readonly #folder: string;

  /** The files by their name in the plan's folder. */
  constructor(private readonly before: ReadonlyMap<string, SourceFile>) {
    const [[first = '', { path }] = ['', { path: '' }]] = before;
    this.#folder = path.slice(0, path.length - first.length);
    for (const [name, { text }] of before) this.#texts.set(name, text);
  }

  has(name: string): boolean {
    return this.#texts.has(name);
  }

  /** The name in the plan's folder of a file by its path, also of one that the draft has added. */
  nameOf(path: string): string {
    return path.slice(this.#folder.length);
  }

  text(name: string): string {
    return this.#texts.get(name) ?? '';
  }

  /** The data of a file as it is now. */
  data(name: string): YamlData | undefined {
    return dataOf(new SourceFile(name, this.text(name)));
  }

  write(name: string, text: string): void {
    this.#texts.set(name, text);
  }

  change(name: string, ...changes: YamlChange[]): void {
    this.#texts.set(name, changeYaml(this.text(name), changes, layoutOf(name)));
  }

  /** All files as they are now, by name. */
  get files(): ReadonlyMap<string, string> {
    return this.#texts;
  }

  /** The files that are not what they were. */
  changed(): { path: string; before: string; contents: string }[] {
    return [...this.#texts]
      .filter(([path, text]) => this.before.get(path)?.text !== text)
      .map(([path, contents]) => ({ path, before: this.before.get(path)?.text ?? '', contents }))
      .sort((a, b) => byCodeUnits(a.path, b.path));
  }
}

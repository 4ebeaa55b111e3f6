import type { KeyPath, SourceFile, Span } from './source-file.js';

type Part = 'key' | 'value' | 'text';

/**
 * A place in a file by key path. Its offsets are found only when they are asked for, so it costs an entity nothing to carry one.
 * A place that the file does not have falls back to the nearest one around it.
 */
export class Location {
  constructor(
    readonly file: SourceFile,
    private readonly steps: KeyPath = [],
    private readonly above?: Location,
    private readonly part: Part = 'value',
    private readonly within?: { start: number; words: string },
  ) {}

  get path(): KeyPath {
    return this.above ? [...this.above.path, ...this.steps] : this.steps;
  }

  /** Whether it is a key, and not what stands behind it. */
  get isKey(): boolean {
    return this.part === 'key';
  }

  /** The value further inwards. */
  at(...keys: KeyPath): Location {
    return new Location(this.file, keys, this);
  }

  /** The key `name` of this mapping, or the key that leads here. */
  key(name?: string): Location {
    return new Location(this.file, name === undefined ? [] : [name], this, 'key');
  }

  /** A part of the scalar that stands here: offsets into its text. Narrow only where the text stands in the file as it is. */
  slice(start: number, words: string): Location {
    return new Location(this.file, [], this, 'text', { start, words });
  }

  get span(): Span {
    const { file, path } = this;
    const { spans } = file;
    if (this.part === 'key') {
      const key = spans.key(path);
      if (key) return { file, ...key };
    }
    for (let length = path.length; length >= 0; length -= 1) {
      const found = spans.value(path.slice(0, length));
      if (!found) continue;
      return length === path.length && this.within ? this.#narrow(found, this.within) : { file, ...found };
    }
    return { file, start: 0, end: Math.min(1, file.text.length) };
  }

  #narrow(whole: { start: number; end: number }, part: { start: number; words: string }): Span {
    const written = this.file.text.slice(whole.start, whole.end);
    const quote = /^["']/.test(written) ? 1 : 0;
    const here = written.startsWith(part.words, part.start + quote) ? part.start + quote : written.indexOf(part.words);
    if (here < 0) return { file: this.file, ...whole };
    return { file: this.file, start: whole.start + here, end: whole.start + here + part.words.length };
  }
}

/** Whether a place is one of the data. By its shape: the program is built of several bundles, each with a class of its own. */
export function isOfData(place: object): place is Location {
  return 'path' in place;
}

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { pathIn } from '../model/file-names.js';
import type { FileKind } from '../schema/file-kinds.js';
import { type FileData, readQuickly } from '../schema/read-quickly.js';
import { decodeUtf8 } from '../source/decode-utf8.js';
import { SourceFile, type SpanIndex } from '../source/source-file.js';
import { checks as yamlChecks } from '../yaml/checks.js';
import { indexPlain, readPlain } from '../yaml/read-plain.js';
import { readCarefully } from './read-carefully.js';

/** The YAML files of a plan's folder: those in it, and those below `progress/`. */
export interface PlanFiles {
  /** The folder as the caller names it. */
  dir: string;
  /** The folder's own name, which `dir` may not tell: that of `.` is another one. */
  name?: string;
  /** By path inside the folder, with forward slashes. */
  files: ReadonlyMap<string, Uint8Array | string>;
}

/** Data of the right shape with the file it stands in. */
export interface Parsed<T> {
  file: SourceFile;
  data: T;
  /** Where the entries of a list that lost some stand in the file. */
  origins: ReadonlyMap<string, readonly number[]>;
}

export type Unread = 'departments' | 'items';

/** A file that was read: what it holds, and what was found in it alone. */
interface ReadFile<T> {
  dir: string;
  name: string;
  content: Uint8Array | string;
  kind: FileKind;
  file: SourceFile;
  value?: Parsed<T>;
  diagnostics: Diagnostic[];
  hidden: ReadonlySet<string>;
  lost: number;
  mayBeCut?: boolean;
  complete: boolean;
}

/** What earlier readings gave, by file: a file whose content is still the same is not read again. */
export type ReadCache = Map<string, ReadFile<unknown>>;

/** The files of one plan, read one after the other, with what came of all of them. */
export class PlanReading {
  readonly files = new Map<string, SourceFile>();
  readonly diagnostics: Diagnostic[] = [];
  /** Ids that stand in parts which were left out. */
  readonly hidden = new Set<string>();
  /** How many things that were left out have nothing like an id. */
  readonly lost = { departments: 0, items: 0 };
  readonly unread = new Set<Unread>();
  /** Whether nothing was left out. */
  complete = true;

  constructor(
    readonly input: PlanFiles,
    private readonly cache: ReadCache,
  ) {}

  /** The data of a file, where there is such a file, and it can be read. */
  parse<K extends FileKind>(name: string, kind: K): Parsed<FileData[K]> | undefined {
    const { dir, files } = this.input;
    const content = files.get(name);
    if (content === undefined) return undefined;
    const known = this.cache.get(name);
    const isKnown = known?.content === content && known.kind === kind && known.dir === dir;
    const read = isKnown ? (known as ReadFile<FileData[K]>) : readOne(dir, name, content, kind);
    this.cache.set(name, read);
    this.#add(read);
    for (const id of read.hidden) this.hidden.add(id);
    const declared: Unread = kind === 'departments' ? 'departments' : 'items';
    this.lost[declared] += read.lost;
    const mayHaveLost = read.mayBeCut && (kind === 'section' || kind === 'departments');
    if ((read.value === undefined && read.hidden.size === 0) || mayHaveLost) this.unread.add(declared);
    return read.value;
  }

  /** The text of a file of which nothing else is read. */
  open(name: string): SourceFile | undefined {
    const content = this.input.files.get(name);
    if (content === undefined) return undefined;
    const { diagnostics, file } = openFile(this.input.dir, name, content);
    const complete = diagnostics.length === 0;
    this.#add({ name, file, diagnostics, complete });
    return complete ? file : undefined;
  }

  #add({ name, file, diagnostics, complete }: Pick<ReadFile<unknown>, 'name' | 'file' | 'diagnostics' | 'complete'>): void {
    this.files.set(name, file);
    this.diagnostics.push(...diagnostics);
    if (!complete) this.complete = false;
  }
}

function readOne<K extends FileKind>(dir: string, name: string, content: Uint8Array | string, kind: K): ReadFile<FileData[K]> {
  const { file, diagnostics } = openFile(dir, name, content);
  if (diagnostics.length > 0) return { dir, name, content, kind, file, diagnostics, hidden: none, lost: 0, complete: false };
  const plain = readPlain(file.text);
  const data = plain === undefined ? undefined : readQuickly(kind, plain);
  if (data !== undefined) {
    // What is plain is plain at the second reading too.
    file.indexSpans = indexPlain as (text: string) => SpanIndex;
    const value = { file, data, origins: unmoved };
    return { dir, name, content, kind, file, value, diagnostics, hidden: none, lost: 0, complete: true };
  }
  const { value, origins, ...read } = readCarefully(file, kind);
  return { dir, name, content, kind, file, ...read, ...(value !== undefined && { value: { file, data: value, origins } }) };
}

const none: ReadonlySet<string> = new Set();
const unmoved: ReadonlyMap<string, readonly number[]> = new Map();

function openFile(dir: string, name: string, content: Uint8Array | string): { file: SourceFile; diagnostics: Diagnostic[] } {
  const { text, badOffset } = typeof content === 'string' ? { text: content, badOffset: undefined } : decodeUtf8(content);
  const file = new SourceFile(pathIn(dir, name), text);
  if (badOffset === undefined) return { file, diagnostics: [] };
  const { code, severity, message, cure } = yamlChecks['not-utf8'];
  const location = { span: { file, start: badOffset, end: badOffset + 1 } };
  const [first, second] = content;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return { file, diagnostics: [{ code, severity, message, help: isUtf16 ? utf16 : cure, location, related: [] }] };
}

const utf16 = {
  ja: 'UTF-16（メモ帳の「Unicode」）で保存されています。エディタで文字コードをUTF-8にして保存し直してください',
  en: 'it was saved as UTF-16, which Notepad calls Unicode; save it as UTF-8',
};

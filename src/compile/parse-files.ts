import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import type { FileKind } from '../schema/file-kinds.js';
import { type FileData, readQuickly } from '../schema/read-quickly.js';
import { decodeUtf8 } from '../source/decode-utf8.js';
import { Location } from '../source/location.js';
import { SourceFile, type SpanIndex } from '../source/source-file.js';
import { checks as yamlChecks } from '../yaml/checks.js';
import { indexPlain, readPlain } from '../yaml/read-plain.js';
import { askForDepartments } from './ask-for-departments.js';
import { idsIn } from './ids-in.js';
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

export interface ParsedPlan {
  dir: string;
  name?: string;
  plan: Parsed<FileData['plan']>;
  departments?: Parsed<FileData['departments']>;
  /** By chapter and in its order; a file that is missing or faulty has no entry. */
  sections: Map<string, Parsed<FileData['section']>>;
  reports: Parsed<FileData['progress']>[];
  unlisted: SourceFile[];
  /** Ids that stand in parts which were left out: references to them are not wrong. */
  hidden: ReadonlySet<string>;
  /** What stands in files of which nothing could be read: no reference to such things is wrong. */
  unread: ReadonlySet<Unread>;
  complete: boolean;
}

export type Unread = 'departments' | 'items';

export interface ParseResult {
  value?: ParsedPlan;
  diagnostics: Diagnostic[];
  files: Map<string, SourceFile>;
}

export const planFile = 'plan.yaml';
export const departmentsFile = 'departments.yaml';
const reportFile = /^progress\/.+\.ya?ml$/;

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
  complete: boolean;
}

/** What earlier readings gave, by file: a file whose content is still the same is not read again. */
export type ReadCache = Map<string, ReadFile<unknown>>;

/** Reads the plan's files and holds each against its schema. */
export function parseFiles({ dir, name: own, files: input }: PlanFiles, cache: ReadCache = new Map()): ParseResult {
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, SourceFile>();
  const hidden = new Set<string>();
  const unread = new Set<Unread>();
  let complete = true;

  const add = (read: ReadFile<unknown>): SourceFile => {
    files.set(read.name, read.file);
    diagnostics.push(...read.diagnostics);
    if (!read.complete) complete = false;
    for (const id of read.hidden) hidden.add(id);
    return read.file;
  };
  const parse = <K extends FileKind>(name: string, kind: K): Parsed<FileData[K]> | undefined => {
    const content = input.get(name);
    if (content === undefined) return undefined;
    const known = cache.get(name);
    const read = (known?.content === content && known.kind === kind && known.dir === dir
      ? known
      : readOne(dir, name, content, kind)) as unknown as ReadFile<FileData[K]>;
    cache.set(name, read);
    add(read);
    if (read.value === undefined && read.hidden.size === 0) unread.add(kind === 'departments' ? 'departments' : 'items');
    return read.value;
  };
  const open = (name: string): SourceFile | undefined => {
    const content = input.get(name);
    if (content === undefined) return undefined;
    const { diagnostics: found, file } = openFile(dir, name, content);
    files.set(name, file);
    diagnostics.push(...found);
    if (found.length > 0) complete = false;
    return found.length > 0 ? undefined : file;
  };

  const plan = parse(planFile, 'plan');
  const isPlanWhole = complete;
  const departments = parse(departmentsFile, 'departments');
  const sections = new Map<string, Parsed<FileData['section']>>();
  const listed = new Set<string>([planFile, departmentsFile]);
  for (const [chapter, { sections: names }] of (plan?.data.chapters ?? []).entries()) {
    for (const [index, name] of names.entries()) {
      // A name that is none has been told.
      if (name === '') continue;
      const location = new Location(plan?.file as SourceFile, ['chapters', chapter, 'sections', index]);
      if (listed.has(name)) {
        diagnostics.push({
          code: 'listed-twice',
          severity: 'error',
          message: { ja: `\`${name}\` は二度挙げられています`, en: `\`${name}\` is listed twice` },
          help: { ja: '一方を消してください', en: 'remove one of them' },
          location,
          related: [],
        });
        continue;
      }
      listed.add(name);
      if (!input.has(name)) {
        complete = false;
        unread.add('items');
        const all = (plan?.data.chapters ?? []).flatMap(({ sections: others }) => others);
        const meant = suggest(
          name,
          [...input.keys()].filter((other) => !all.includes(other) && !listed.has(other) && !reportFile.test(other)),
        );
        diagnostics.push({
          code: 'missing-file',
          severity: 'error',
          message: { ja: `\`${name}\` というファイルがありません`, en: `there is no file \`${name}\`` },
          help: meant
            ? { ja: `\`${meant}\` のことですか？`, en: `did you mean \`${meant}\`?` }
            : {
                ja: `\`${dir}\` にファイルを置くか、一覧から外してください`,
                en: `put the file into \`${dir}\`, or take it off the list`,
              },
          ...(meant && { suggestion: meant }),
          location,
          related: [],
        });
        continue;
      }
      const section = parse(name, 'section');
      if (section) sections.set(name, section);
    }
  }
  const reports: Parsed<FileData['progress']>[] = [];
  const unlisted: SourceFile[] = [];
  for (const name of [...input.keys()].sort()) {
    if (listed.has(name)) continue;
    if (!reportFile.test(name)) {
      const file = plan && open(name);
      if (file) unlisted.push(file);
      continue;
    }
    const report = parse(name, 'progress');
    if (report) reports.push(report);
  }
  // A file that is missing or in a faulty list may be one that no chapter lists: its name is wrong, and references into it are not.
  if (!isPlanWhole || diagnostics.some(({ code }) => code === 'missing-file'))
    for (const { text } of unlisted) for (const id of idsIn(text)) hidden.add(id);
  const told = departments ? askForDepartments(diagnostics, departments.data.departments) : diagnostics;
  if (!plan) return { diagnostics: told, files };
  return {
    value: {
      dir,
      ...(own && { name: own }),
      plan,
      ...(departments && { departments }),
      sections,
      reports,
      unlisted,
      hidden,
      unread,
      complete,
    },
    diagnostics: told,
    files,
  };
}

function readOne<K extends FileKind>(dir: string, name: string, content: Uint8Array | string, kind: K): ReadFile<FileData[K]> {
  const { file, diagnostics } = openFile(dir, name, content);
  if (diagnostics.length > 0) return { dir, name, content, kind, file, diagnostics, hidden: none, complete: false };
  const plain = readPlain(file.text);
  const data = plain === undefined ? undefined : readQuickly(kind, plain);
  if (data !== undefined) {
    // What is plain is plain at the second reading too.
    file.indexSpans = indexPlain as (text: string) => SpanIndex;
    const value = { file, data, origins: unmoved };
    return { dir, name, content, kind, file, value, diagnostics, hidden: none, complete: true };
  }
  const { value, origins, ...read } = readCarefully(file, kind);
  return { dir, name, content, kind, file, ...read, ...(value !== undefined && { value: { file, data: value, origins } }) };
}

const none: ReadonlySet<string> = new Set();
const unmoved: ReadonlyMap<string, readonly number[]> = new Map();

function openFile(dir: string, name: string, content: Uint8Array | string): { file: SourceFile; diagnostics: Diagnostic[] } {
  const { text, badOffset } = typeof content === 'string' ? { text: content, badOffset: undefined } : decodeUtf8(content);
  const file = new SourceFile(join(dir, name), text);
  if (badOffset === undefined) return { file, diagnostics: [] };
  const { code, severity, summary, cure } = yamlChecks['not-utf8'];
  const location = { span: { file, start: badOffset, end: badOffset + 1 } };
  return { file, diagnostics: [{ code, severity, message: summary, help: cure, location, related: [] }] };
}

function join(dir: string, name: string): string {
  return dir === '' || dir.endsWith('/') || dir.endsWith(':') ? dir + name : `${dir}/${name}`;
}

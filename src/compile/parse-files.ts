import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import {
  type DepartmentsData,
  departmentsSchema,
  type PlanData,
  type ProgressData,
  planSchema,
  progressSchema,
  type SectionData,
  sectionSchema,
} from '../schema/author.js';
import { checkShape, type DataOf, type Prunable, type Schema } from '../schema/check-shape.js';
import { expectedOf } from '../schema/expected.js';
import { decodeUtf8 } from '../source/decode-utf8.js';
import { Location } from '../source/location.js';
import { SourceFile } from '../source/source-file.js';
import { checks as yamlChecks } from '../yaml/checks.js';
import type { YamlData } from '../yaml/plain-data.js';
import { readFile } from '../yaml/read-file.js';
import { readYaml } from '../yaml/read-yaml.js';

/** The YAML files of a plan's folder: those in it, and those below `progress/`. */
export interface PlanFiles {
  /** The folder as the caller names it. */
  dir: string;
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
  plan: Parsed<PlanData>;
  departments?: Parsed<DepartmentsData>;
  /** By chapter and in its order; a file that is missing or faulty has no entry. */
  sections: Map<string, Parsed<SectionData>>;
  reports: Parsed<ProgressData>[];
  unlisted: SourceFile[];
  /** Ids that stand in parts which were left out: references to them are not wrong. */
  hidden: ReadonlySet<string>;
  complete: boolean;
}

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
  schema: Schema;
  file: SourceFile;
  value?: Parsed<T>;
  diagnostics: Diagnostic[];
  hidden: ReadonlySet<string>;
  complete: boolean;
}

/** What earlier readings gave, by file: a file whose content is still the same is not read again. */
export type ReadCache = Map<string, ReadFile<unknown>>;

/** Reads the plan's files and holds each against its schema. */
export function parseFiles({ dir, files: input }: PlanFiles, cache: ReadCache = new Map()): ParseResult {
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, SourceFile>();
  const hidden = new Set<string>();
  let complete = true;

  const add = (read: ReadFile<unknown>): SourceFile => {
    files.set(read.name, read.file);
    diagnostics.push(...read.diagnostics);
    if (!read.complete) complete = false;
    for (const id of read.hidden) hidden.add(id);
    return read.file;
  };
  const parse = <S extends Schema>(name: string, schema: S, prunable?: Prunable): Parsed<DataOf<S>> | undefined => {
    const content = input.get(name);
    if (content === undefined) return undefined;
    const known = cache.get(name);
    const read = (known?.content === content && known.schema === schema && known.dir === dir
      ? known
      : readOne(dir, name, content, schema, prunable)) as unknown as ReadFile<DataOf<S>>;
    cache.set(name, read);
    add(read);
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

  const plan = parse(planFile, planSchema);
  const departments = parse(departmentsFile, departmentsSchema, ['departments']);
  const sections = new Map<string, Parsed<SectionData>>();
  const listed = new Set<string>([planFile, departmentsFile]);
  for (const [chapter, { sections: names }] of (plan?.data.chapters ?? []).entries()) {
    for (const [index, name] of names.entries()) {
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
      const section = parse(name, sectionSchema, ['measures', 'tracks']);
      if (section) sections.set(name, section);
    }
  }
  const reports: Parsed<ProgressData>[] = [];
  const unlisted: SourceFile[] = [];
  for (const name of [...input.keys()].sort()) {
    if (listed.has(name)) continue;
    if (!reportFile.test(name)) {
      const file = plan && open(name);
      if (file) unlisted.push(file);
      continue;
    }
    const report = parse(name, progressSchema, ['reports']);
    if (report) reports.push(report);
  }
  // A file that is missing may be one that no chapter lists: its name is wrong, and references into it are not.
  if (diagnostics.some(({ code }) => code === 'missing-file'))
    for (const { text } of unlisted) for (const id of idsIn(text)) hidden.add(id);
  if (!plan) return { diagnostics, files };
  return { value: { dir, plan, ...(departments && { departments }), sections, reports, unlisted, hidden, complete }, diagnostics, files };
}

function readOne<S extends Schema>(
  dir: string,
  name: string,
  content: Uint8Array | string,
  schema: S,
  prunable: Prunable | undefined,
): ReadFile<DataOf<S>> {
  const { file, diagnostics } = openFile(dir, name, content);
  const hidden = new Set<string>();
  const result = { dir, name, content, schema, file, diagnostics, hidden };
  if (diagnostics.length > 0) return { ...result, complete: false };
  const expected = expectedOf(schema);
  let read = readFile(file, expected);
  let shape = read.data === undefined ? undefined : checkShape(schema, read.data, file, prunable);
  if (shape?.pruned || read.diagnostics.some(({ code }) => code === 'duplicate-key')) {
    // What has not the right shape may have lost its place: then the slip is told, and not what follows from it.
    read = readYaml(file, expected, true);
    shape = read.data === undefined ? undefined : checkShape(schema, read.data, file, prunable);
  }
  diagnostics.push(...read.diagnostics, ...(shape?.diagnostics ?? []));
  if (!read.complete) for (const id of idsIn(file.text)) hidden.add(id);
  if (read.data !== undefined && shape?.pruned) collectIds(read.data, hidden);
  return {
    ...result,
    complete: read.complete && shape?.pruned === false,
    ...(shape?.value !== undefined && { value: { file, data: shape.value, origins: shape.origins } }),
  };
}

function openFile(dir: string, name: string, content: Uint8Array | string): { file: SourceFile; diagnostics: Diagnostic[] } {
  const { text, badOffset } = typeof content === 'string' ? { text: content, badOffset: undefined } : decodeUtf8(content);
  const file = new SourceFile(join(dir, name), text);
  if (badOffset === undefined) return { file, diagnostics: [] };
  const { code, severity, summary, cure } = yamlChecks['not-utf8'];
  const location = { span: { file, start: badOffset, end: badOffset + 1 } };
  return { file, diagnostics: [{ code, severity, message: summary, help: cure, location, related: [] }] };
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/\bid:[ \t]*([a-z][a-z0-9-]*)/g)].map(([, id = '']) => id);
}

function collectIds(data: YamlData, into: Set<string>): void {
  if (typeof data === 'string') return;
  if (!Array.isArray(data) && typeof data['id'] === 'string') into.add(data['id']);
  for (const value of Object.values(data)) collectIds(value, into);
}

function join(dir: string, name: string): string {
  return dir === '' || dir.endsWith('/') || dir.endsWith(':') ? dir + name : `${dir}/${name}`;
}

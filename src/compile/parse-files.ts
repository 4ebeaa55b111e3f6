import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean, suggest } from '../diagnostics/suggest.js';
import { departmentsFile, pathIn, planFile } from '../model/file-names.js';
import { kindOfFile } from '../schema/file-kinds.js';
import type { FileData } from '../schema/read-quickly.js';
import { Location } from '../source/location.js';
import { SourceFile } from '../source/source-file.js';
import { askForDepartments } from './ask-for-departments.js';
import { checks } from './checks.js';
import { idsIn } from './ids-in.js';
import { type Parsed, type PlanFiles, PlanReading, type ReadCache, type Unread } from './plan-reading.js';

export interface ParsedPlan {
  dir: string;
  name?: string;
  plan: Parsed<FileData['plan']>;
  departments?: Parsed<FileData['departments']>;
  /** By chapter and in its order; a file that is missing or faulty has no entry. */
  sections: Map<string, Parsed<FileData['section']>>;
  reports: Parsed<FileData['progress']>[];
  unlisted: SourceFile[];
  /** Whether the list is sound, and all that it names is there. */
  allListedFound: boolean;
  /** Ids that stand in parts which were left out: references to them are not wrong. */
  hidden: ReadonlySet<string>;
  /** How many things that were left out have nothing like an id. */
  lost: Readonly<Record<Unread, number>>;
  /** What stands in files of which nothing could be read, or that may be cut off: no reference to such things is wrong. */
  unread: ReadonlySet<Unread>;
  complete: boolean;
}

export interface ParseResult {
  value?: ParsedPlan;
  diagnostics: Diagnostic[];
  files: Map<string, SourceFile>;
}

/** Reads the plan's files and holds each against its schema. */
export function parseFiles(input: PlanFiles, cache: ReadCache = new Map()): ParseResult {
  const reading = new PlanReading(input, cache);
  const { files, diagnostics, hidden, lost, unread } = reading;
  if (!input.files.has(planFile)) diagnostics.push(withoutPlan(input));
  const plan = reading.parse(planFile, 'plan');
  const isPlanWhole = reading.complete;
  const departments = reading.parse(departmentsFile, 'departments');
  const sections = new Map<string, Parsed<FileData['section']>>();
  const listed = new Set<string>([planFile, departmentsFile]);
  for (const { name, location, fault } of plan ? listedFiles(plan, input) : []) {
    listed.add(name);
    if (fault) {
      diagnostics.push({ ...fault, location, related: [] });
      continue;
    }
    const section = reading.parse(name, 'section');
    if (section) sections.set(name, section);
  }
  const isMissing = diagnostics.some(({ code }) => code === 'missing-file');
  if (isMissing) {
    reading.complete = false;
    unread.add('items');
  }
  const reports: Parsed<FileData['progress']>[] = [];
  const unlisted: SourceFile[] = [];
  for (const name of [...input.files.keys()].sort()) {
    if (listed.has(name)) continue;
    if (kindOfFile(name) !== 'progress') {
      const file = plan && reading.open(name);
      if (file) unlisted.push(file);
      continue;
    }
    const report = reading.parse(name, 'progress');
    if (report) reports.push(report);
  }
  // A file that is missing or in a faulty list may be one that no chapter lists: its name is wrong, and references into it are not.
  const allListedFound = isPlanWhole && !isMissing;
  if (!allListedFound) for (const { text } of unlisted) for (const id of idsIn(text)) hidden.add(id);
  const told = departments ? askForDepartments(diagnostics, departments.data.departments) : diagnostics;
  if (!plan) return { diagnostics: told, files };
  const { dir, name } = input;
  return {
    value: {
      dir,
      ...(name && { name }),
      plan,
      ...(departments && { departments }),
      sections,
      reports,
      unlisted,
      allListedFound,
      hidden,
      lost,
      unread,
      complete: reading.complete,
    },
    diagnostics: told,
    files,
  };
}

/** Who reads a folder sees to it that there is one; a caller of the API may not. */
function withoutPlan({ dir }: PlanFiles): Diagnostic {
  const { code, severity } = checks['missing-file'];
  return {
    code,
    severity,
    message: { ja: '計画のフォルダに plan.yaml がありません', en: 'there is no plan.yaml in the folder of the plan' },
    help: { ja: '題、版、年度、章を書いた plan.yaml を置いてください', en: 'put one there, with title, edition, window and chapters' },
    location: new Location(new SourceFile(pathIn(dir, planFile), '')),
    related: [],
  };
}

interface ListedFile {
  name: string;
  location: Location;
  /** Why it is not read as a section, where it is not. */
  fault?: Fault;
}

type Fault = Omit<Diagnostic, 'location' | 'related'>;

/** The files that the chapters of a plan list, in their order. */
function listedFiles({ file, data: { chapters } }: Parsed<FileData['plan']>, input: PlanFiles): ListedFile[] {
  const all = chapters.flatMap(({ sections }) => sections);
  const before = new Set<string>();
  return chapters.flatMap(({ sections }, chapter) =>
    sections.flatMap((name, index) => {
      // What is not a file name has been reported.
      if (name === '') return [];
      const fault = faultOf(name, before, all, input);
      before.add(name);
      return [{ name, location: new Location(file, ['chapters', chapter, 'sections', index]), ...(fault && { fault }) }];
    }),
  );
}

/** `before` are the files listed before it, `all` all that are. */
function faultOf(name: string, before: ReadonlySet<string>, all: readonly string[], { dir, files }: PlanFiles): Fault | undefined {
  const kind = kindOfFile(name);
  if (kind === 'plan' || kind === 'departments') {
    return {
      code: 'listed-twice',
      severity: 'error',
      message: { ja: `\`${name}\` は節のファイルではありません`, en: `\`${name}\` is no file of a section` },
      help: { ja: '一覧から外してください', en: 'take it off the list' },
    };
  }
  if (before.has(name)) {
    const { code, severity, cure } = checks['listed-twice'];
    return { code, severity, message: { ja: `\`${name}\` は二度挙げられています`, en: `\`${name}\` is listed twice` }, help: cure };
  }
  if (files.has(name)) return undefined;
  const { code, severity } = checks['missing-file'];
  const others = [...files.keys()].filter((other) => !all.includes(other) && kindOfFile(other) === 'section');
  // The name alone, without the folder of the plan before it or the ending behind it.
  const own = name.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
  const meant = others.find((other) => other === `${own}.yaml`) ?? suggest(name, others);
  // Nothing is read of folders below the plan's: a file in one may well be there.
  const [message, help] = /[/\\]/.test(name)
    ? [
        { ja: `\`${name}\` は \`${dir}\` の直下のファイルではありません`, en: `\`${name}\` is no file of \`${dir}\` itself` },
        {
          ja: `ファイルを \`${dir}\` の直下に移し、その名前だけを書いてください`,
          en: `move the file into \`${dir}\` and write its name alone`,
        },
      ]
    : [
        { ja: `\`${name}\` というファイルがありません`, en: `there is no file \`${name}\`` },
        { ja: `\`${dir}\` にファイルを置くか、一覧から外してください`, en: `put the file into \`${dir}\`, or take it off the list` },
      ];
  return {
    code,
    severity,
    message,
    help: meant ? didYouMean(meant) : help,
    ...(meant && { suggestion: meant }),
  };
}

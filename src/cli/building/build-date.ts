import { join, relative, resolve, sep } from 'node:path';
import type { Bilingual } from '../../diagnostics/diagnostic.js';
import { visible } from '../../source/visible.js';
import { folderNamed } from '../arguments/folder-named.js';
import { findRevision, type RevisionTree } from '../editions/find-revision.js';
import { CallError, type Host } from '../host.js';
import { sourceDate } from './source-date.js';

/**
 * The date of a plan's data, `2026-11-23` in Japan: that of `SOURCE_DATE_EPOCH`, else of the last commit that touched the plan (no merge), else
 * none. No output holds any other date of its making.
 */
export function buildDate(host: Host, place: string, tell?: Tell): string | undefined {
  return buildDates(host, [place], tell).get(place);
}

/** Hears why the date of a plan is left out although it lies in a repository. */
type Tell = (words: Bilingual) => void;

/** The dates of several plans: a walk through the history of each repository, instead of one for each plan. */
export function buildDates(host: Host, places: readonly string[], tell: Tell = () => undefined): ReadonlyMap<string, string> {
  const dates = new Map<string, string>();
  const given = givenDate(host);
  /** The plans of each repository, by the path of their folder in it. */
  const repositories = new Map<string, Map<string, string[]>>();
  for (const place of places) {
    const dir = folderNamed(place);
    const date = given ?? (host.isFolder(dir) ? undefined : dateOfRevision(host, place, tell));
    if (date !== undefined) dates.set(place, date);
    if (given !== undefined || !host.isFolder(dir)) continue;
    const real = host.realPath(resolve(host.cwd, dir));
    const root = repositoryOf(host, real);
    if (root === undefined) continue;
    const plans = repositories.get(root) ?? new Map<string, string[]>();
    repositories.set(root, plans);
    const path = relative(root, real).split(sep).join('/');
    plans.set(path, [...(plans.get(path) ?? []), place]);
  }
  for (const [root, plans] of repositories)
    for (const [path, date] of datesOf(host, root, [...plans.keys()], tell))
      if (date !== undefined) for (const place of plans.get(path) ?? []) dates.set(place, date);
  return dates;
}

function givenDate(host: Host): string | undefined {
  const given = sourceDate(host);
  return given === undefined ? undefined : dayInJapan(given);
}

/** All sides of a merge count, so that one plan and many are told the same. */
const log = ['log', '--full-history', '--no-merges'];

/** Of `REV:DIR`, for the folder that the plan is read from. */
function dateOfRevision(host: Host, place: string, tell: Tell): string | undefined {
  const found = findKnown(host, place);
  if (!found) return undefined;
  const { revision, top, tree } = found;
  const history = new History(host, top);
  const date = history.dayOf(decode(host.git(top, [...log, '-1', `--format=${told}`, revision, '--', `:(top,literal)${tree}`])));
  if (history.isCut) tell(words.shallow);
  return date;
}

/** What is wrong with a place is told where its plan is read. */
function findKnown(host: Host, place: string): RevisionTree | undefined {
  try {
    return findRevision(host, place);
  } catch (error) {
    if (error instanceof CallError) return undefined;
    throw error;
  }
}

/** The date of each of these folders of a repository, by its path in it. */
function datesOf(host: Host, root: string, paths: readonly string[], tell: Tell): ReadonlyMap<string, string | undefined> {
  const dates = new Map<string, string | undefined>();
  const history = new History(host, root);
  for (const some of portions(paths)) {
    const named = some.map((path) => `:(top,literal)${path}`);
    const [path = '', ...others] = some;
    const how = others.length === 0 ? ['-1', `--format=${told}`] : ['--no-renames', `--format=/${told}`, '--name-only', '-z'];
    const found = host.git(root, [...log, ...how, '--', ...named]);
    // A repository without commits answers this, one that git does not trust does not.
    if (!found && !host.git(root, ['rev-parse', '--git-dir'])) {
      tell(words.refused(root));
      return dates;
    }
    if (others.length === 0) dates.set(path, history.dayOf(decode(found)));
    else for (const [folder, date] of readDates(decode(found), new Set(some), history)) dates.set(folder, date);
  }
  if (history.isCut) tell(words.shallow);
  return dates;
}

/** What git tells of a commit: its time and its name. */
const told = '%ct %H';

/** A history that may be cut off, as that of a shallow clone: the commits at its ends are said to have made all that they hold. */
class History {
  /** Whether the day of such a commit was asked for. */
  isCut = false;
  readonly #ends: ReadonlySet<string>;

  constructor(host: Host, root: string) {
    const path = join(gitFolder(host, root), 'shallow');
    this.#ends = new Set(host.exists(path) ? decode(host.readFile(path)).split('\n') : []);
  }

  /** The day of a commit; undefined where it is not known. */
  dayOf(commit: string): string | undefined {
    const [seconds, name = ''] = commit.trim().split(' ');
    const isEnd = this.#ends.has(name);
    this.isCut ||= isEnd && name !== '';
    return seconds && !isEnd ? dayInJapan(Number(seconds)) : undefined;
  }
}

/** Where git keeps what it knows of a repository: `.git`, or what that names in a second work tree or a submodule. */
function gitFolder(host: Host, root: string): string {
  const at = join(root, '.git');
  if (host.isFolder(at)) return at;
  const own = resolve(root, /^gitdir: (.*)$/m.exec(decode(host.readFile(at)))?.[1] ?? '.git');
  const common = join(own, 'commondir');
  return host.exists(common) ? resolve(own, decode(host.readFile(common)).trim()) : own;
}

const words = {
  shallow: {
    ja: '履歴の浅いクローンで、最後の変更の日が分からないため、日付を入れません\n  直し方: `git fetch --unshallow` で、GitHub Actions なら checkout の `fetch-depth: 0` で、履歴をすべて取ってください\n',
    en: 'the clone is shallow and does not tell when the plan was last changed: the date is left out\n  help: get the whole history with `git fetch --unshallow`, in GitHub Actions with `fetch-depth: 0` of checkout\n',
  },
  refused: (root: string) => ({
    ja: `\`${visible(root)}\` の履歴をgitが読めないため、日付を入れません\n  直し方: gitがあるか、フォルダの持ち主が違わないか（\`git config --global --add safe.directory\`）を確かめてください\n`,
    en: `git cannot read the history of \`${visible(root)}\`: the date is left out\n  help: see whether git is there, and whether the folder belongs to another user (\`git config --global --add safe.directory\`)\n`,
  }),
} as const;

/** So many characters of paths fit into one call on every system. */
const longest = 24_000;

function* portions(paths: readonly string[]): Iterable<string[]> {
  let portion: string[] = [];
  let length = 0;
  for (const path of paths) {
    if (portion.length > 0 && length + path.length > longest) {
      yield portion;
      portion = [];
      length = 0;
    }
    portion.push(path);
    length += path.length + ':(top,literal) '.length;
  }
  if (portion.length > 0) yield portion;
}

/** Reads `/1650000000 abc…` and the paths of its commit behind it, the newest commit first: the newest for each of these folders. */
function readDates(text: string, folders: ReadonlySet<string>, history: History): ReadonlyMap<string, string | undefined> {
  const dates = new Map<string, string | undefined>();
  let commit = '';
  for (const part of text.split('\0')) {
    if (part.startsWith('/')) commit = part.slice(1);
    else {
      // A line end stands between the time and the first path.
      for (const folder of around(part.replace(/^\n/, '')))
        if (folders.has(folder) && !dates.has(folder)) dates.set(folder, history.dayOf(commit));
    }
  }
  return dates;
}

/** The folders that a file is in, from the innermost to the repository itself, which is ''. */
function* around(path: string): Iterable<string> {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) yield path.slice(0, end);
  if (path !== '') yield '';
}

function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** The folder of the git repository that a folder is in: asking git of each of many plans takes longer than building them. */
function repositoryOf(host: Host, dir: string): string | undefined {
  for (let at = dir; ; at = resolve(at, '..')) {
    if (host.exists(join(at, '.git'))) return at;
    if (at === resolve(at, '..')) return undefined;
  }
}

/** The day in Asia/Tokyo, which is nine hours ahead of UTC all year. */
function dayInJapan(seconds: number): string | undefined {
  const date = new Date((seconds + 9 * 3600) * 1000);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? undefined : date.toISOString().slice(0, 10);
}

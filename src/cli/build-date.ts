import { join, relative, resolve, sep } from 'node:path';
import { CallError, type Host } from './host.js';

/**
 * The date of a plan's data, `2026-11-23` in Japan: that of `SOURCE_DATE_EPOCH`, else of the last commit that touched the plan (no merge), else
 * none. No output holds any other date of its making.
 */
export function buildDate(host: Host, place: string): string | undefined {
  return buildDates(host, [place]).get(place);
}

/** The dates of several plans: a walk through the history of each repository, instead of one for each plan. */
export function buildDates(host: Host, places: readonly string[]): ReadonlyMap<string, string> {
  const dates = new Map<string, string>();
  const given = givenDate(host);
  /** The plans of each repository, by the path of their folder in it. */
  const repositories = new Map<string, Map<string, string[]>>();
  for (const place of places) {
    const dir = place.replace(/\/+$/, '') || '/';
    const date = given ?? (host.isFolder(dir) ? undefined : dateOfRevision(host, place));
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
    for (const [path, date] of datesOf(host, root, [...plans.keys()])) for (const place of plans.get(path) ?? []) dates.set(place, date);
  return dates;
}

function givenDate({ env }: Host): string | undefined {
  const given = env['SOURCE_DATE_EPOCH'];
  if (!given) return undefined;
  const date = /^\d+$/.test(given) ? dayInJapan(Number(given)) : undefined;
  if (date !== undefined) return date;
  throw new CallError(
    {
      ja: `環境変数 SOURCE_DATE_EPOCH の \`${given}\` は秒数ではありません`,
      en: `\`${given}\` of SOURCE_DATE_EPOCH is not a number of seconds`,
    },
    { ja: '1970年からの秒数を書くか、設定を外してください', en: 'set it to the seconds since 1970, or unset it' },
  );
}

/** All sides of a merge count, so that one plan and many are told the same. */
const log = ['log', '--full-history', '--no-merges'];

/** Of `REV:DIR`. */
function dateOfRevision(host: Host, place: string): string | undefined {
  const [, revision, folder = ''] = /^([^:-][^:]*):(.*)$/.exec(place) ?? [];
  if (!revision) return undefined;
  const path = `:(top,literal)${folder.replace(/^\.\//, '').replace(/\/+$/, '')}`;
  return dayOf(host.git(host.cwd, [...log, '-1', '--format=%ct', revision, '--', path]));
}

/** The date of each of these folders of a repository, by its path in it. */
function datesOf(host: Host, root: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const dates = new Map<string, string>();
  for (const some of portions(paths)) {
    const named = some.map((path) => `:(top,literal)${path}`);
    if (named.length === 1) {
      const date = dayOf(host.git(root, [...log, '-1', '--format=%ct', '--', ...named]));
      if (date !== undefined && some[0] !== undefined) dates.set(some[0], date);
      continue;
    }
    const found = host.git(root, [...log, '--no-renames', '--format=/%ct', '--name-only', '-z', '--', ...named]);
    if (found) for (const [path, date] of readDates(decode(found), new Set(some))) dates.set(path, date);
  }
  return dates;
}

function dayOf(seconds: Uint8Array | undefined): string | undefined {
  const text = seconds && decode(seconds).trim();
  return text ? dayInJapan(Number(text)) : undefined;
}

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

/** Reads `/1650000000` and the paths of its commit behind it, the newest commit first: the newest for each of these folders. */
function readDates(text: string, folders: ReadonlySet<string>): ReadonlyMap<string, string> {
  const dates = new Map<string, string>();
  let day: string | undefined;
  for (const part of text.split('\0')) {
    if (part.startsWith('/')) day = dayInJapan(Number(part.slice(1)));
    else if (day !== undefined) {
      // A line end stands between the time and the first path.
      for (const folder of around(part.replace(/^\n/, ''))) if (folders.has(folder) && !dates.has(folder)) dates.set(folder, day);
    }
  }
  return dates;
}

/** The folders that a file is in, from the innermost to the repository itself, which is ''. */
function* around(path: string): Iterable<string> {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) yield path.slice(0, end);
  if (path !== '') yield '';
}

function decode(bytes: Uint8Array): string {
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

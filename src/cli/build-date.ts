import { basename, dirname, join, resolve } from 'node:path';
import { CallError, type Host } from './host.js';

/**
 * The date of a plan's data, `2026-11-23` in Japan: that of `SOURCE_DATE_EPOCH`, else of the last commit that touched the plan (no merge), else
 * none. No output holds any other date of its making. `several`: other plans beside it will be asked for, so git is asked once for all.
 */
export function buildDate(host: Host, place: string, several = false): string | undefined {
  const given = host.env['SOURCE_DATE_EPOCH'];
  if (given) {
    const date = /^\d+$/.test(given) ? dayInJapan(Number(given)) : undefined;
    if (date) return date;
    throw new CallError(
      {
        ja: `環境変数 SOURCE_DATE_EPOCH の \`${given}\` は秒数ではありません`,
        en: `\`${given}\` of SOURCE_DATE_EPOCH is not a number of seconds`,
      },
      { ja: '1970年からの秒数を書くか、設定を外してください', en: 'set it to the seconds since 1970, or unset it' },
    );
  }
  const dir = place.replace(/\/+$/, '') || '/';
  if (host.isFolder(dir) && !isInRepository(host, dir)) return undefined;
  const [revision, folder] = host.isFolder(dir) ? [] : splitRevision(place);
  const beside = several && !revision ? datesBelow(host, dirname(resolve(host.cwd, dir))) : undefined;
  if (beside) return beside.get(basename(dir));
  const last = [...log, '-1'];
  const found = revision ? host.git(host.cwd, [...last, revision, '--', `:/${folder}`]) : host.git(dir, [...last, '--', '.']);
  const seconds = found && new TextDecoder().decode(found).trim().slice(1);
  return seconds ? dayInJapan(Number(seconds)) : undefined;
}

/** All sides of a merge count, so that one plan and many are told the same. */
const log = ['log', '--full-history', '--no-merges', '--format=/%ct'];

/** The date of each thing in a folder, by its name: one walk through the history instead of one for each. */
function datesBelow(host: Host, folder: string): ReadonlyMap<string, string> | undefined {
  const known = dates.get(host.git) ?? new Map<string, ReadonlyMap<string, string> | undefined>();
  dates.set(host.git, known);
  if (!known.has(folder)) {
    const found = host.git(folder, [...log, '--relative', '--name-only', '-z', '--', '.']);
    known.set(folder, found && readDates(new TextDecoder().decode(found)));
  }
  return known.get(folder);
}

const dates = new WeakMap<Host['git'], Map<string, ReadonlyMap<string, string> | undefined>>();

/** Reads `/1650000000` and the paths of its commit behind it, the newest commit first. */
function readDates(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let day: string | undefined;
  for (const part of text.split('\0')) {
    const [name = '', ...below] = part.trimStart().split('/');
    if (name === '') day = dayInJapan(Number(below[0]));
    else if (below.length > 0 && day !== undefined && !found.has(name)) found.set(name, day);
  }
  return found;
}

/** Whether a folder around this one is a git repository: asking git of each of many plans takes longer than building them. */
function isInRepository(host: Host, dir: string): boolean {
  for (let at = resolve(host.cwd, dir); ; at = dirname(at)) {
    if (host.exists(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

function splitRevision(place: string): [string?, string?] {
  const [, revision, folder] = /^([^:-][^:]*):(.*)$/.exec(place) ?? [];
  return revision ? [revision, folder?.replace(/^\.\//, '') ?? ''] : [];
}

/** The day in Asia/Tokyo, which is nine hours ahead of UTC all year. */
function dayInJapan(seconds: number): string | undefined {
  const date = new Date((seconds + 9 * 3600) * 1000);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? undefined : date.toISOString().slice(0, 10);
}

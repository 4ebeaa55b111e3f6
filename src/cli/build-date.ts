import { dirname, join, resolve } from 'node:path';
import { CallError, type Host } from './host.js';

/**
 * The date of a plan's data, `2026-11-23` in Japan: that of `SOURCE_DATE_EPOCH`, else of the last commit that touched the plan, else none.
 * No output holds any other date of its making.
 */
export function buildDate(host: Host, place: string): string | undefined {
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
  const log = ['log', '-1', '--format=%ct'];
  const found = revision ? host.git(host.cwd, [...log, revision, '--', `:/${folder}`]) : host.git(dir, [...log, '--', '.']);
  const seconds = found && new TextDecoder().decode(found).trim();
  return seconds ? dayInJapan(Number(seconds)) : undefined;
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

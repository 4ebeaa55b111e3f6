import { join } from 'node:path';
import { planFile } from '../../model/file-names.js';
import { CallError, type Host } from '../host.js';

/**
 * The folders that a call names. A pattern such as `plans/*` that the shell has left alone, quoted or on a system whose shell knows none,
 * stands for the folders that it fits and that hold the file, in the order of their names.
 */
export async function namedFolders(host: Host, named: readonly string[], file: string): Promise<string[]> {
  const folders: string[] = [];
  for (const place of named) {
    if (isPattern(host, place)) folders.push(...(await matching(host, place, file)));
    else folders.push(place);
  }
  return folders;
}

/** The folders of the plans that a call names, else the usual one. */
export async function namedPlans(host: Host, named: readonly string[]): Promise<string[]> {
  return named.length > 0 ? namedFolders(host, named, planFile) : ['roadmap'];
}

/** Whether a name stands for the folders that it fits, be it one or many; what is there by that very name does not. */
export function isPattern(host: Host, place: string): boolean {
  return /[*?[]/.test(place) && !host.exists(place);
}

async function matching(host: Host, pattern: string, file: string): Promise<string[]> {
  const { default: picomatch } = await import('picomatch');
  let places = [pattern.startsWith('/') ? '/' : ''];
  for (const part of pattern.split('/').filter(Boolean)) {
    if (part === '**') places = places.flatMap((place) => [place, ...foldersBelow(host, place)]);
    else if (/[*?[]/.test(part)) {
      const fits = picomatch(part);
      places = places.flatMap((place) => foldersIn(host, place).flatMap((name) => (fits(name) ? [join(place, name)] : [])));
    } else places = places.map((place) => join(place, part));
  }
  const found = [...new Set(places)].filter((place) => host.exists(join(place, file)));
  if (found.length > 0) return found;
  throw new CallError(
    { ja: `\`${pattern}\` に当たるフォルダがありません（${file} のあるもの）`, en: `\`${pattern}\` fits no folder that holds a ${file}` },
    { ja: 'フォルダの名前を確かめてください', en: 'check the names of the folders' },
  );
}

/** The names of the folders in a place, sorted; hidden ones are left out. */
function foldersIn(host: Host, place: string): string[] {
  const names = host.isFolder(place || '.') ? host.list(place || '.') : [];
  return names.flatMap((name) => (name.endsWith('/') && !name.startsWith('.') ? [name.slice(0, -1)] : []));
}

/** A link that leads back to a folder around it is left out: what is below it stands in that folder. */
function foldersBelow(host: Host, place: string, around: readonly string[] = []): string[] {
  const names = foldersIn(host, place);
  if (names.length === 0) return [];
  const inside = [...around, host.realPath(place || '.')];
  return names.flatMap((name) => {
    const path = join(place, name);
    return inside.includes(host.realPath(path)) ? [] : [path, ...foldersBelow(host, path, inside)];
  });
}

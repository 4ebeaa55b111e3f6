import { fileURLToPath } from 'node:url';
import { CallError, type Host } from './host.js';

/** The texts of the templates by path; those of the given folder take the place of the tool's own. */
export function loadTemplates(host: Host, given: unknown): Map<string, string> {
  const kept = loaded.get(host.readFile) ?? new Map<unknown, Map<string, string>>();
  loaded.set(host.readFile, kept);
  const known = kept.get(given);
  if (known) return known;
  const templates = new Map<string, string>();
  read(host, ownFolder(host), '', templates);
  if (typeof given !== 'string') {
    kept.set(given, templates);
    return templates;
  }
  if (!host.isFolder(given))
    throw new CallError({ ja: `テンプレートのフォルダ \`${given}\` がありません`, en: `there is no folder of templates \`${given}\`` });
  read(host, given, '', templates);
  kept.set(given, templates);
  return templates;
}

/** Read once in a run, however many plans are built. */
const loaded = new WeakMap<Host['readFile'], Map<unknown, Map<string, string>>>();

function read(host: Host, folder: string, prefix: string, into: Map<string, string>): void {
  for (const name of host.list(folder)) {
    if (name.endsWith('/')) read(host, `${folder}/${name.slice(0, -1)}`, prefix + name, into);
    else into.set(prefix + name, new TextDecoder().decode(host.readFile(`${folder}/${name}`)));
  }
}

/** `templates/` stands beside `dist/` in the package; from the sources it is two folders up. */
function ownFolder(host: Host): string {
  for (const up of ['../templates', '../../templates', '../../../templates']) {
    const folder = fileURLToPath(new URL(up, import.meta.url));
    if (host.isFolder(folder)) return folder;
  }
  throw new CallError({
    ja: '`templates` フォルダが見つかりません。インストールし直してください',
    en: 'the folder `templates` is missing; install the tool again',
  });
}

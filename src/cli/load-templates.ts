import { fileURLToPath } from 'node:url';
import { ownTemplates, type Templates } from '../formats/templates/templates.js';
import { CallError, type Host } from './host.js';

/** The tool's own templates, those of the given folder in the place of those of the same name. */
export async function loadTemplates(host: Host, given?: unknown): Promise<Templates> {
  if (typeof given !== 'string' && ownTemplates) return ownTemplates;
  const kept = loaded.get(host.readFile) ?? new Map<unknown, Promise<Templates>>();
  loaded.set(host.readFile, kept);
  const known = kept.get(given) ?? read(host, given);
  kept.set(given, known);
  return known;
}

/** Read once in a run, however many plans are built. */
const loaded = new WeakMap<Host['readFile'], Map<unknown, Promise<Templates>>>();

async function read(host: Host, given: unknown): Promise<Templates> {
  const { givenTemplates } = await import('../formats/templates/given.js');
  const texts = new Map<string, string>();
  readFolder(host, ownFolder(host), '', texts);
  if (typeof given !== 'string') return givenTemplates(texts);
  if (!host.isFolder(given))
    throw new CallError({ ja: `テンプレートのフォルダ \`${given}\` がありません`, en: `there is no folder of templates \`${given}\`` });
  readFolder(host, given, '', texts);
  return givenTemplates(texts);
}

function readFolder(host: Host, folder: string, prefix: string, into: Map<string, string>): void {
  for (const name of host.list(folder)) {
    if (name.endsWith('/')) readFolder(host, `${folder}/${name.slice(0, -1)}`, prefix + name, into);
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

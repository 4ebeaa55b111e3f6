import { fileURLToPath } from 'node:url';
import { ownTemplates, type Templates } from '../../formats/templates/templates.js';
import { filesBelow } from '../files-below.js';
import { CallError, type Host } from '../host.js';
import { reasonOf } from '../reason-of.js';

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
  const { givenTemplates } = await import('../../formats/templates/given.js');
  const texts = new Map<string, string>();
  readFolder(host, ownFolder(host), texts);
  if (typeof given !== 'string') return givenTemplates(texts);
  if (!host.isFolder(given))
    throw new CallError(
      host.exists(given)
        ? { ja: `\`${given}\` はフォルダではありません`, en: `\`${given}\` is no folder` }
        : { ja: `テンプレートのフォルダ \`${given}\` がありません`, en: `there is no folder of templates \`${given}\`` },
    );
  const own = new Map<string, string>();
  readFolder(host, given, own);
  await checkOwn(given, own, [...texts.keys()]);
  return explained(given, own, givenTemplates(new Map([...texts, ...own])));
}

/** A template of the caller's own can be read, and has the name of one of the tool's, or of a part that such a one may call. */
async function checkOwn(folder: string, own: ReadonlyMap<string, string>, known: readonly string[]): Promise<void> {
  const { templateFault } = await import('../../formats/templates/given.js');
  const { didYouMean, suggest } = await import('../../diagnostics/suggest.js');
  const folders = new Set(known.map((path) => path.split('/')[0]));
  for (const [path, source] of own) {
    if (!/\.(?:hbs|css|js)$/.test(path)) continue;
    const isPart = /^[^/]+\/_[^/]+\.hbs$/.test(path) && folders.has(path.split('/')[0]);
    if (!known.includes(path) && !isPart) {
      const meant = suggest(path, known) ?? known.find((other) => other.endsWith(`/${path}`));
      throw new CallError(
        { ja: `\`${folder}/${path}\` は、どのテンプレートも置き換えません`, en: `\`${folder}/${path}\` takes the place of no template` },
        meant ? didYouMean(meant) : { ja: `置き換えられるもの: ${known.join('、')}`, en: `these can be replaced: ${known.join(', ')}` },
      );
    }
    const fault = path.endsWith('.hbs') ? templateFault(source) : undefined;
    if (fault) throw unusable(`${folder}/${path}${fault.line ? `:${fault.line}` : ''}`, fault.message);
  }
}

/** What fails in a page that the caller's templates lay out is told of that page. */
function explained(folder: string, own: ReadonlyMap<string, string>, templates: Templates): Templates {
  return {
    ...templates,
    render(name, view) {
      try {
        return templates.render(name, view);
      } catch (error) {
        const message = reasonOf(error);
        const [, part] = /^The partial (\S+) could not be found/.exec(message) ?? [];
        const asking = part === undefined ? undefined : [...own].find(([, source]) => source.includes(`> ${part}`));
        throw unusable(`${folder}/${asking?.[0] ?? `${name}.hbs`}`, message);
      }
    },
  };
}

function unusable(place: string, message: string): CallError {
  return new CallError(
    { ja: `テンプレートを使えません: ${place}: ${message}`, en: `a template cannot be used: ${place}: ${message}` },
    {
      ja: 'Handlebars の書き方（閉じていない `{{` や `{{/…}}`、部品の名前）を確かめてください',
      en: 'check its Handlebars: a `{{` or `{{/…}}` that is not closed, the name of a part',
    },
  );
}

function readFolder(host: Host, folder: string, into: Map<string, string>): void {
  for (const path of filesBelow(host, folder)) into.set(path, new TextDecoder().decode(host.readFile(`${folder}/${path}`)));
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

import Handlebars from 'handlebars';
import { controls } from './controls.js';
import { type Folder, folders } from './folders.js';
import type { Templates } from './templates.js';

/** Templates that the caller gives, by path; every `_name.hbs` of a folder is a partial `name`. They may do all that Handlebars does. */
export function givenTemplates(sources: ReadonlyMap<string, string>): Templates {
  const engines = new Map<string, (name: string) => Handlebars.TemplateDelegate | undefined>();
  return {
    render(path, view) {
      const [folder = '', name = ''] = path.split('/');
      const known = engines.get(folder) ?? compileFolder(sources, folder, folders[folder] ?? {});
      engines.set(folder, known);
      const template = known(name);
      if (!template) throw new Error(`there is no template ${path}.hbs`);
      const written = template(view, { allowProtoPropertiesByDefault: false });
      return [folders[folder]?.noEscape ? written : written.replace(anyControl, '')];
    },
    text: (path) => sources.get(path) ?? '',
  };
}

const anyControl = new RegExp(`[${controls}]`, 'g');

/** What keeps a template from being read, and its line where Handlebars knows it. */
export function templateFault(source: string): { line?: number; message: string } | undefined {
  try {
    Handlebars.parse(source);
    return undefined;
  } catch (error) {
    const { message, lineNumber } = error as { message: string; lineNumber?: number };
    const [, at, lexical] = /^(?:Parse|Lexical) error on line (\d+)[.:] ?(.*)/.exec(message) ?? [];
    const line = lineNumber ?? Number(at);
    // The middle lines draw the place with a source that Handlebars has run together.
    const last = lexical || (message.split('\n').at(-1) ?? message);
    return { ...(line && { line }), message: last.replace(/ - \d+:\d+$/, '') };
  }
}

function compileFolder(sources: ReadonlyMap<string, string>, folder: string, { noEscape = false, helpers = {} }: Folder) {
  const engine = Handlebars.create();
  for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, (...values) => helper(...values.slice(0, -1)));
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const [path, source] of sources) {
    const name = path.startsWith(`${folder}/`) && path.endsWith('.hbs') ? path.slice(folder.length + 1, -4) : undefined;
    if (name === undefined) continue;
    const template = engine.compile(source, { noEscape, strict: false, knownHelpersOnly: false });
    if (name.startsWith('_')) engine.registerPartial(name.slice(1), template);
    else compiled.set(name, template);
  }
  return (name: string) => compiled.get(name);
}

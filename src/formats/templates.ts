import Handlebars from 'handlebars';

/** Compiles the templates of one folder; every `_name.hbs` in it is a partial `name`. */
export function compileTemplates(
  templates: ReadonlyMap<string, string>,
  folder: string,
  options: CompileOptions = {},
): (name: string, view: object) => string {
  const known = kept.get(templates)?.get(folder);
  if (known) return known;
  const engine = Handlebars.create();
  for (const [name, helper] of Object.entries(options.helpers ?? {})) engine.registerHelper(name, helper);
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const [path, source] of templates) {
    const name = path.startsWith(`${folder}/`) && path.endsWith('.hbs') ? path.slice(folder.length + 1, -4) : undefined;
    if (name === undefined) continue;
    const template = engine.compile(source, { noEscape: options.noEscape ?? false, strict: false, knownHelpersOnly: false });
    if (name.startsWith('_')) engine.registerPartial(name.slice(1), template);
    else compiled.set(name, template);
  }
  const render = (name: string, view: object) => {
    const template = compiled.get(name);
    if (!template) throw new Error(`there is no template ${folder}/${name}.hbs`);
    return template(view, { allowProtoPropertiesByDefault: false });
  };
  kept.set(templates, new Map([...(kept.get(templates) ?? []), [folder, render]]));
  return render;
}

/** Compiled once for a set of templates, however many plans are built with it. */
const kept = new WeakMap<ReadonlyMap<string, string>, Map<string, (name: string, view: object) => string>>();

interface CompileOptions {
  noEscape?: boolean;
  helpers?: Record<string, Handlebars.HelperDelegate>;
}

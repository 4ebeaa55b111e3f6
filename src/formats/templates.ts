import Handlebars from 'handlebars';

/** Compiles the templates of one folder; every `_name.hbs` in it is a partial `name`. */
export function compileTemplates(
  templates: ReadonlyMap<string, string>,
  folder: string,
  options: CompileOptions = {},
): (name: string, view: object) => string {
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
  return (name, view) => {
    const template = compiled.get(name);
    if (!template) throw new Error(`there is no template ${folder}/${name}.hbs`);
    return template(view, { allowProtoPropertiesByDefault: false });
  };
}

interface CompileOptions {
  noEscape?: boolean;
  helpers?: Record<string, Handlebars.HelperDelegate>;
}

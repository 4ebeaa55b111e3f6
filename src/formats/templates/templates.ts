import { compiled, texts } from './compiled.js';

/** The templates that a run writes its pages with. */
export interface Templates {
  /** Renders a view of plain data with `html/page.hbs`: the pieces of the text. */
  render(name: string, view: object): readonly string[];
  /** What stands beside them: `html/style.css`. Empty where there is none. */
  text(path: string): string;
}

/** The tool's own, compiled by the build; undefined where it runs without having been built. */
export const ownTemplates: Templates | undefined = compiled && {
  render(name, view) {
    const template = compiled?.[name];
    if (!template) throw new Error(`there is no template ${name}.hbs`);
    return template(view);
  },
  text: (path) => texts[path] ?? '',
};

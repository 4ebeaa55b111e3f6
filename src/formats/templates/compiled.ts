/**
 * The tool's own templates as functions, by their path without `.hbs`, and the other texts beside them. The build puts its own module in the
 * place of this one (build/template-code.ts).
 */
export const compiled: Readonly<Record<string, (view: object) => readonly string[]>> | undefined = undefined;

export const texts: Readonly<Record<string, string>> = {};

/** How the templates of one folder are read. */
export interface Folder {
  /** Its texts come escaped already. */
  noEscape?: boolean;
  helpers?: Readonly<Record<string, (...values: unknown[]) => unknown>>;
}

/** The folders of templates that are not read as Handlebars reads templates anyhow. */
export const folders: Readonly<Record<string, Folder>> = {
  html: { helpers: { some } },
  markdown: { noEscape: true },
};

/** Whether any of the values says something: an empty list does not. */
function some(...values: unknown[]): boolean {
  return values.some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
}

/** How the templates of one folder are read. */
export interface Folder {
  /** Its texts come escaped already. */
  noEscape?: boolean;
  helpers?: Readonly<Record<string, (...values: unknown[]) => unknown>>;
  /** Partials that are rendered once for each context, however many pages show it. Of the page's view they know only what all pages share. */
  kept?: readonly string[];
  /** What all pages share. */
  shared?: readonly string[];
}

/** The folders of templates that are not read as Handlebars reads templates anyhow. */
export const folders: Readonly<Record<string, Folder>> = {
  html: { helpers: { some }, kept: ['bar-body', 'reading', 'mixed', 'told'], shared: ['ofPlan', 'ofPage', 'isEnglish', 'words'] },
  markdown: { noEscape: true },
};

/** Whether any of the values says something: an empty list does not. */
function some(...values: unknown[]): boolean {
  return values.some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
}

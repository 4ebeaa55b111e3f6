import { diffWordsOf } from '../../report/revision/diff-words.js';
import { siteWordsOf } from '../../report/site/site-words.js';
import { wordsOf } from '../../report/words.js';

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
  html: { helpers: { some, own }, kept: ['bar-body', 'reading'], shared: ['ofPlan', 'ofPage', 'isEnglish', 'words'] },
  markdown: { noEscape: true },
};

/** Whether any of the values says something: an empty list does not. */
function some(...values: unknown[]): boolean {
  return values.some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
}

/** Whether a text that stands among those of a plan is in the tool's own English words. */
function own(text: unknown): boolean {
  return ownTexts.has(text);
}

/** Punctuation is not of one language. */
const ownTexts: ReadonlySet<unknown> = new Set(
  [wordsOf('en'), siteWordsOf('en'), diffWordsOf('en')]
    .flatMap((words): unknown[] => Object.values(words))
    .filter((text) => /[a-z]/i.test(String(text))),
);

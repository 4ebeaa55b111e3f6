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
  html: { helpers: { some, own, told }, kept: ['bar-body', 'reading'], shared: ['ofPlan', 'ofPage', 'isEnglish', 'words'] },
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

/**
 * A text among those of a plan, in pieces; `own` where the tool's words stand behind the plan's, or are all of it: `5件 (no year printed)`,
 * `98%（2025年度）`. One piece where the page has one language.
 */
function told(text: unknown, ofPage: unknown): { text: string; own?: boolean }[] {
  const whole = String(text ?? '');
  const at = ofPage ? whole.search(ofPage === ' lang="en"' ? englishEnd : japaneseEnd) : -1;
  if (at < 0) return [{ text: whole }];
  return [{ text: whole.slice(0, at) }, { text: whole.slice(at), own: true }];
}

const englishEnd = new RegExp(`\\((?:${wordsOf('en').noYear}|FY\\d{4}[^()]*|\\d{4}-\\d{2}(?:-\\d{2})?)\\)$`);
const japaneseEnd = /(?:（[^（）]*[年日度定][^（）]*）|(?<!\S)\d{4}年(?:度(?:～(?:\d{4}年度)?)?|\d{1,2}月(?:\d{1,2}日)?)?)$/;

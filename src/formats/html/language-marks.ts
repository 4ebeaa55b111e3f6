import type { Report } from '../../report/report.js';

/**
 * What marks a part of a page that is not in the page's language (WCAG 2.2, 3.1.2): `ofPlan` the plan's own texts, `ofPage` the tool's words
 * among them, `inJapanese` what is so in every edition. Nothing where both are in one language.
 */
export function languageMarks({ lang, language }: Pick<Report, 'lang' | 'language'>) {
  const isMixed = language !== lang;
  const inJapanese = language === 'ja' ? '' : ' lang="ja"';
  return { inJapanese, ofPlan: isMixed ? ` lang="${language}"` : '', ofPage: isMixed ? ` lang="${lang}"` : '', isEnglish: lang === 'en' };
}

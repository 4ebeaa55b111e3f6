import type { Plan } from '../model/roadmap.js';

/** The language of a plan's texts, as a tag of BCP 47; a word that is no such tag says nothing. */
export function languageOf({ about: { language = 'ja' } }: Pick<Plan, 'about'>): string {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(language) ? language : 'ja';
}

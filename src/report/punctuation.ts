import type { Lang } from '../source/lang.js';

/** What stands between and around words of the tool. */
export interface Punctuation {
  comma: string;
  opening: string;
  closing: string;
}

export const punctuation: Record<Lang, Punctuation> = {
  ja: { comma: '、', opening: '（', closing: '）' },
  en: { comma: ', ', opening: ' (', closing: ')' },
};

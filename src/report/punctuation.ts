import type { Lang } from '../source/lang.js';

/** What stands between and around words of the tool. */
export interface Punctuation {
  comma: string;
  opening: string;
  closing: string;
  /** Between the parts of one thing. */
  slash: string;
  /** Between sentences. */
  stop: string;
}

export const punctuation: Record<Lang, Punctuation> = {
  ja: { comma: '、', opening: '（', closing: '）', slash: '／', stop: '。' },
  en: { comma: ', ', opening: ' (', closing: ')', slash: ' / ', stop: '. ' },
};

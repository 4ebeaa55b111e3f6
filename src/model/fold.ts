/** A text without what only the print makes different: widths (NFKC) and spaces. */
export function fold(text: string): string {
  return isFolded.test(text) ? text : text.normalize('NFKC').replace(/\s/g, '');
}

/**
 * What `fold` surely leaves as it is, beside kanji, as it stands between the brackets of a pattern: ASCII without the space, kana, the signs
 * between them, the commonest others. Most texts are quickly seen to have nothing else.
 */
export const plainSigns = '!-~、-〟ぁ-ゖァ-ヾ→※';
const isFolded = new RegExp(`^[${plainSigns}一-鿿]*$`);

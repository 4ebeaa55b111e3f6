/** A text without what only the print makes different: widths (NFKC) and spaces. */
export function fold(text: string): string {
  return isFolded.test(text) ? text : text.normalize('NFKC').replace(/\s/g, '');
}

/** ASCII without the space, kana, kanji and the signs between them: NFKC leaves them as they are, which is quickly seen of most texts. */
const isFolded = /^[!-~、-〉ぁ-ゖァ-ヾ一-鿿]*$/;

/** Whether a word is one of the format's keys. */
export type IsKey = (word: string) => boolean;

/** The lists that a file may be made of. */
export const topKeys = ['measures', 'departments', 'chapters', 'reports'] as const;

/** A text with its wide forms of ASCII in half-width, sign for sign. */
export function narrow(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** A key in half-width characters; in one that begins like a year the signs between years become hyphens, and 令和3～5年度 says its era twice. */
export function foldKey(word: string): string {
  const folded = narrow(word).replaceAll('\u3000', ' ').trim();
  if (!looksLikeYear(folded)) return folded;
  return folded
    .replace(/^(令和|平成|昭和)(\d{1,2}|元)(?:年度)?[~〜～](\d{1,2})年度$/, '$1$2年度-$1$3年度')
    .replace(/[ \u00A0]*[-~〜～ー―‐‑–—−][ \u00A0]*/g, '-');
}

/** Whether a word begins as the years do: `2023`, `R5`, `令和5年度`. */
export function looksLikeYear(word: string): boolean {
  return /^(?:FY ?)?(?:\d{4}(?!\d)|(?:令和|平成|昭和|[RHS])(?:\d{1,2}|元))(?:年度)?(?:$|[HQ-]|[ ]*[-~〜～ー―‐‑–—−])/.test(word);
}

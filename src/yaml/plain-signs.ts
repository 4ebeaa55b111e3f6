/** A plain scalar or a key may begin with it. */
export const begins = 1;
/** A key may hold it. */
export const inKey = 2;
/** A plain scalar in brackets may hold it. */
export const inFlow = 4;
/** It is odd in a key. */
export const odd = 8;
/** It stands in no plain file. */
export const strange = 16;
/** The line may end there. */
export const ends = 32;
/** It may begin a comment or stand behind a key. */
export const leads = 64;

export const [newline, carriageReturn, space, hash, dash, colon, wideSpace, byteOrderMark] = [10, 13, 32, 35, 45, 58, 0x3000, 0xfeff];
export const [comma, doubleQuote, singleQuote, openList, closeList, openMapping, closeMapping] = [44, 34, 39, 91, 93, 123, 125];

const tilde = 126;

/** Of each UTF-16 unit, what it may be. */
export const kinds = makeKinds();

function makeKinds(): Uint8Array {
  const made = new Uint8Array(0x10000).fill(begins | inKey | inFlow | odd, 0x80);
  for (let unit = space + 1; unit < 0x7f; unit += 1) {
    const without = (signs: string, kind: number) => (signs.includes(String.fromCharCode(unit)) ? 0 : kind);
    made[unit] = without(`-?:,[]{}#&*!|>'"%@\``, begins) | without(`:,[]{}#'"`, inKey) | without(`:,[]{}#'"`, inFlow);
  }
  made[tilde] = (made[tilde] as number) | odd;
  const mark = (kind: number, ...units: number[]) => {
    for (const unit of units) made[unit] = kind;
  };
  // Control characters, line separators, unusual spaces; a byte order mark that does not begin the text.
  made.fill(strange, 0, space).fill(strange, 0x7f, 0xa1).fill(strange, 0x2000, 0x200b);
  mark(strange, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, byteOrderMark, 0xfffe, 0xffff);
  mark(inFlow, space);
  // Behind a sign of structure they may be meant as its space.
  mark(odd | inFlow, wideSpace, 0x200b, 0x2060);
  mark(ends, newline, carriageReturn);
  mark(leads, colon, hash);
  return made;
}

/** “ ” „ ‟ ＂ */
export function isCurly(unit: number): boolean {
  return (unit >= 0x201c && unit <= 0x201f) || unit === 0xff02;
}

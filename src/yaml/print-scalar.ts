/** Where a scalar stands: on lines of its own, or between the brackets of a list or a mapping, where more must be quoted. */
export type ScalarPlace = 'block' | 'list' | 'map';

/** A text as one scalar on one line that is read back as the same text and without a finding, by editors too; plain where it may be. */
export function printScalar(text: string, place: ScalarPlace = 'block'): string {
  return isPlain(text) && !told[place].test(text) && !isNothing.test(text) ? text : quote(text);
}

/** What editors, who read the core of YAML 1.2, take for no value; every other scalar is some text for them. */
const isNothing = /^(?:~|null|Null|NULL)$/;

/** The text in quotes, whatever stands in it. */
export function quote(text: string): string {
  return /["\\]/.test(text) && !/[\p{Cc}]/u.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

/** What would be told as a slip of the input method where it stands without quotes: full-width signs in the place of YAML's own. */
const told: Record<ScalarPlace, RegExp> = {
  block: /^[［｛].*[\]}］｝]$|^\p{Pd}\s|^ー\s/su,
  list: /["'[\]{},［］｛｝，、\u3000]/,
  // Of words between ideographic commas those in ASCII could be ids.
  map: /["'[\]{},［］｛｝，\u3000]|、\s*[a-z0-9][a-z0-9.-]*\s*、\s*[a-z0-9]/,
};

/** Whether YAML reads a text of one line as it is without quotes. */
function isPlain(text: string): boolean {
  return (
    text !== '' &&
    text.trim() === text &&
    !/^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|:(?:[\s\u200B\u2060]|$)|\s#|[\p{Cc}\uFEFF]|^(?:---|\.\.\.)/u.test(text)
  );
}

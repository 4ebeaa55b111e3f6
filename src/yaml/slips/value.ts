import { quote } from '../print-scalar.js';
import type { IsKey } from './key-words.js';
import type { Mend } from './mended-text.js';
import type { Slip } from './slip.js';

/** A value that begins on a line of the scanned text. */
export interface Value {
  /** What stands on the line from it on, without blanks at the end. */
  raw: string;
  /** What stands on the line before it. */
  before: string;
  /** Where it begins in the scanned text. */
  at: number;
  /** Whether a key stands before it. */
  keyed: boolean;
}

/** What is known of the whole text around a value. */
export interface Around {
  isKey: IsKey;
  /** Whether a name has an anchor and an alias. */
  isPair(name: string): boolean;
  /** Whether the next line stands deep enough to be the content of a block. */
  isBlock(): boolean;
  /** Whether a list or a mapping stands below that can only be the value. */
  isAbove(): boolean;
  /** Whether a line below closes a bracket that is left open here. */
  isClosedBelow(depth: number): boolean;
}

export interface ScannedValue {
  slip?: Slip;
  /** A block scalar begins here. */
  block?: boolean;
  /** What the line leaves open: a bracket or a quote. */
  open?: { close: string; depth: number };
}

/** Puts the value, without a comment that stands clear of it by two spaces or more, into quotes. */
export function quoted({ raw, at }: Value): Mend {
  const text = raw.replace(/(?:[ ]{2,}|\t[ \t]*)#.*$/, '');
  return { start: at, end: at + text.length, text: quote(text) };
}

/** The slip of a text that needs quotes, because of a sign at its beginning or the colon inside it. */
export function textSlip(value: Value, sign: string): ScannedValue {
  const mend = quoted(value);
  const inside = sign === ':' ? value.raw.search(/:(?:\s|$)/) : 0;
  const start = value.at + Math.max(0, inside);
  return {
    slip: {
      code: 'needs-quotes',
      start,
      end: start + 1,
      message:
        sign === ':'
          ? { ja: '文の中の `: ` は、キーと値の区切りと読まれます', en: 'the `: ` inside this text reads as a key and its value' }
          : sign === '"' || sign === "'"
            ? {
                ja: `\`${sign}\` で始まる文は、引用符の終わりで切れてしまいます`,
                en: `a text that begins with \`${sign}\` ends at the next one`,
              }
            : {
                ja: `\`${sign}\` で始まる文は、YAMLの記号と読まれます`,
                en: `a text that begins with \`${sign}\` reads as a sign of YAML`,
              },
      help: { ja: `文全体を引用符で囲んでください: ${mend.text}`, en: `quote the whole text: ${mend.text}` },
      mends: [mend],
    },
  };
}

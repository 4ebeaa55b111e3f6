import type { YamlData } from '../plain-data.js';
import { printScalar, quote } from '../print-scalar.js';
import { type IsKey, looksLikeYear } from './key-words.js';
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
  /** Whether a value can stand at this place. */
  takes(value: YamlData): boolean;
  /** Whether a key or a period can stand in the mapping of the value's key. */
  isBeside(word: string): boolean;
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
  const text = withoutRemark(raw);
  return { start: at, end: at + text.length, text: quote(text) };
}

function withoutRemark(raw: string): string {
  return raw.replace(/(?:[ ]{2,}|\t[ \t]*)#.*$/, '');
}

/** The slip of a text that needs quotes, because of a sign at its beginning or the colon inside it; where none can be meant, of what stands there. */
export function textSlip(value: Value, sign: string, around: Around): ScannedValue {
  const mend = quoted(value);
  const inside = sign === ':' ? value.raw.search(/:(?:\s|$)/) : 0;
  const start = value.at + Math.max(0, inside);
  const joined = sign === ':' ? joinedLines(value, around) : undefined;
  if (joined) return { slip: joined };
  if (!around.takes(withoutRemark(value.raw))) return { slip: noText(value, mend, around) };
  const word = value.raw.slice(0, Math.max(0, inside));
  const isDoubled = sign === ':' && around.isBeside(word);
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
      help: isDoubled
        ? {
            ja: `\`${word}:\` が余分なら消し、文の一部なら文全体を引用符で囲んでください: ${mend.text}`,
            en: `remove \`${word}:\` if it is one too many, or quote the whole text: ${mend.text}`,
          }
        : { ja: `文全体を引用符で囲んでください: ${mend.text}`, en: `quote the whole text: ${mend.text}` },
      mends: [mend],
      guess: isDoubled,
    },
  };
}

/** A text, and a key behind a blank or a dash. */
const joined = /^(.*?\S)(?=[ \t]|- )([ \t]*)(- +)?(\S+)[ \t]*:(?:\s|$)/;

/** Two lines that became one: a text goes on with a key or a period that can stand beside its own. */
function joinedLines({ raw, before, at }: Value, { isBeside }: Around): Slip | undefined {
  const [, text = '', gap = '', dash = '', word = ''] = joined.exec(raw) ?? [];
  const isPeriod = looksLikeYear(word);
  if (word === '' || text.includes(': ') || (dash === '' && isPeriod) || !isBeside(word)) return undefined;
  const [lead = ''] = /^ *(?:- +)*/.exec(before) ?? [];
  const column = dash === '' ? lead.length : lead.search(/[^ ]|$/);
  const start = at + text.length + gap.length;
  return {
    code: 'yaml-syntax',
    start,
    end: start + dash.length + word.length,
    message: { ja: '1行に「キー: 値」が二つあるように読めます', en: 'this reads as two `key: value` on one line' },
    help: {
      ja: `\`${dash}${word}: …\` を次の行に書くか、文の一部なら文全体を引用符で囲んでください`,
      en: `write \`${dash}${word}: …\` on a line of its own, or quote the whole text if it is a part of that`,
    },
    mends: [{ start: start - gap.length, end: start, text: `\n${' '.repeat(column)}` }],
    guess: true,
  };
}

/** What stands where no text can: a mapping that lost its brackets, or what the format tells of. */
function noText({ raw, at }: Value, mend: Mend, { takes }: Around): Slip {
  const text = withoutRemark(raw);
  const told = { code: 'yaml-syntax', start: at, end: at + text.length } as const;
  const [, key = '', words = ''] = /^([^\s:"'[\]{}]+):\s+(\S.*)$/.exec(text) ?? [];
  const entry = { [key]: words };
  const mapping = `{ ${key}: ${printScalar(words, 'map')} }`;
  const right = key === '' ? undefined : takes(entry) ? mapping : takes([entry]) ? `[${mapping}]` : undefined;
  if (right === undefined) return { ...told, message: { ja: '文は書けません', en: 'no text can stand here' }, mends: [mend], silent: true };
  return {
    ...told,
    message: { ja: `\`${text}\` を囲むかっこがありません`, en: `the brackets around \`${text}\` are missing` },
    help: { ja: `\`${right}\` と書いてください`, en: `write \`${right}\`` },
    mends: [{ ...mend, text: right }],
  };
}

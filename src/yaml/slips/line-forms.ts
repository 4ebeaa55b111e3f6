import type { Bilingual } from '../../diagnostics/diagnostic.js';
import { remarkWords } from '../../source/remark.js';
import { foldKey, type IsKey, looksLikeYear } from './key-words.js';

// What a line of a hand-kept file is made of, with all that may stand in the place of its signs.

/** Spaces that YAML does not take for spaces, beside the tab. */
export const wideSpace = '\u3000\u00A0\u202F\u2007\u200B\u2060\uFEFF';
const anySpace = `[ \\t${wideSpace}]`;
/** Signs that begin an entry of a list on paper. */
const bullets = '・•●○◎◆◇■□▪▲△▼▽※＊*';
/** Of blanks behind a sign, those that are the sign's own: where it has its space, what nobody sees behind that begins a text. */
export function ownSpace(blanks: string): string {
  return /^ +(?=[\u200B\u2060])/.exec(blanks)?.[0] ?? blanks;
}
export const indentation = new RegExp(`^${anySpace}*`);
const dashForm = new RegExp(`^(--(?= )|-|[－﹣ー―‐‑–—−${bullets}])(${anySpace}*)`);
/** What stands in the place of the colon behind a key; one that was typed twice is one. */
export const headForm = new RegExp(`^([^:：﹕︓∶；;"'\\[\\]{}#]+?)(${anySpace}*)([:：﹕︓∶]+|[；;])(${anySpace}*)`);
/** A text in quotes, up to the one that closes it. */
export const quotedText = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/;
export const properHead = new RegExp(`^(?:${quotedText.source.slice(1)}|[^"'[\\]{}#&*!|>%@\`\\s].*?)\\s*:(?=[ \\t]|$)`);
/** What a block scalar begins with. */
export const blockSign = /^[|>](?:[+-]?[1-9]?|[1-9][+-])\s*(?:#.*)?$/;

/**
 * What begins an entry of a list on paper: a sign or a number of its own. A long vowel mark without a blank behind it goes on with a word.
 */
const bulletForm = new RegExp(
  `^(?:[${bullets}➢→⇒－﹣―‐‑–—−]|ー(?=\\s)|[①-⑳㉑-㊿]|[(（](?:[0-9０-９]{1,2}|[ァ-ヶ]|[a-zａ-ｚ])[)）]|(?:[0-9０-９]{1,2}[.．)）]|[ァ-ヶ][.．)）]?)(?=\\s))`,
);

/** What words begin with that is written like an entry of a list, and is no sign of YAML; undefined where nothing is. */
export function bulletOf(words: string): string | undefined {
  return bulletForm.exec(words)?.[0];
}

/** What is said of a line below a text that begins so: it may be an entry of its own, or go on with the text. */
export function bulletWords(sign: string): { message: Bilingual; help: Bilingual } {
  return {
    message: {
      ja: `\`${sign}\` で始まる行が、前の行の文の続きと読まれます`,
      en: `this line begins with \`${sign}\`, and reads as the rest of the text above`,
    },
    help: {
      ja: '別の項目なら、工程は `- 期間: 本文`、注は `notes:` の下に `- 文` と書き、文の続きなら前の行につなげて1行に書いてください',
      en: 'write a phase as `- period: text` and a note below `notes:`, or join the line to the one above if it is a part of that text',
    },
  };
}

/** Whether a line is a remark such as 要確認 or TODO, and no part of a sentence. */
export function isRemark(words: string): boolean {
  return remark.test(words);
}

const remark = new RegExp(`^${remarkWords}`, 'i');

/** What is said of a remark in a line below a text. */
export const remarkBelow: { message: Bilingual; help: Bilingual } = {
  message: {
    ja: '覚え書きのような行が、前の行の文の続きと読まれます',
    en: 'this line looks like a remark, and reads as the rest of the text above',
  },
  help: {
    ja: '注釈なら行の頭に `# ` を付け、文の続きなら前の行につなげて1行に書いてください',
    en: 'begin it with `# ` if it is a comment, or join it to the line above if it is a part of that text',
  },
};

/** What stands in the place of a list's dash, and the blanks behind it. A bullet or two dashes may do so only as the first sign of a line, before a key. */
export function dashIn(rest: string, isFirst: boolean, isKey: IsKey): { sign: string; space: string } | undefined {
  const [whole, sign = '', space = ''] = dashForm.exec(rest) ?? [];
  if (whole === undefined || ((sign === '--' || bullets.includes(sign)) && !(isFirst && keyBefore(rest.slice(whole.length), isKey))))
    return undefined;
  return { sign, space };
}

export function keyBefore(rest: string, isKey: IsKey): boolean {
  const [, word] = headForm.exec(rest) ?? [];
  return word !== undefined && (isKey(foldKey(word)) || looksLikeYear(foldKey(word)));
}

/** The line behind the one that closes what is left open, or the next line where nothing closes it before the structure goes on. */
export function closingLine(lines: readonly string[], from: number, open: { close: string; depth: number }, isKey: IsKey): number {
  let { depth } = open;
  for (let number = from + 1; number < lines.length; number += 1) {
    const line = lines[number] ?? '';
    const [, lead = ''] = /^([ ]*(?:- +)*)/.exec(line) ?? [];
    const [, word] = headForm.exec(line.slice(lead.length)) ?? [];
    if (open.close === '"' || open.close === "'") {
      if (word !== undefined && (isKey(word) || looksLikeYear(word))) return from + 1;
      if (line.includes(open.close)) return number + 1;
      continue;
    }
    if (lead.includes('-') && word !== undefined) return from + 1;
    for (const char of line) depth += char === '[' || char === '{' ? 1 : char === ']' || char === '}' ? -1 : 0;
    if (depth <= 0) return number + 1;
  }
  return from + 1;
}

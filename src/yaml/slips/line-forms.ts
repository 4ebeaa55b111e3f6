import { foldKey, type IsKey, looksLikeYear } from './key-words.js';

// What a line of a hand-kept file is made of, with all that may stand in the place of its signs.

/** Spaces that are none in YAML, beside the tab. */
export const wideSpace = '\u3000\u00A0\u202F\u2007\u200B\u2060\uFEFF';
const anySpace = `[ \\t${wideSpace}]`;
export const indentation = new RegExp(`^${anySpace}*`);
export const dashForm = new RegExp(`^(-|[－﹣ー―‐‑–—−])(${anySpace}*)`);
export const headForm = new RegExp(`^([^:：﹕︓；;"'\\[\\]{}#]+?)(${anySpace}*)([:：﹕︓；;])(${anySpace}*)`);
export const properHead = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^"'[\]{}#&*!|>%@`\s].*?)\s*:(?=[ \t]|$)/;
/** What a block scalar begins with. */
export const blockSign = /^[|>](?:[+-]?[1-9]?|[1-9][+-])\s*(?:#.*)?$/;

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

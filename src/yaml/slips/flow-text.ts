import { foldKey, type IsKey } from './key-words.js';
import { quotedText } from './line-forms.js';

// What can be told of the text of a flow collection, `[…]` or `{…}`, without reading it as YAML.

/** Where a comment begins in a plain text: at a `#` behind a space. */
export function commentStart(text: string): number {
  const found = /[ \t]#/.exec(text);
  return found ? found.index + 1 : -1;
}

/** The text with the words of its quoted texts made blank of signs: they have no commas, brackets and comments of their own. */
export function withoutQuotes(text: string): string {
  return text.replace(quotedWords, (words) => `"${'x'.repeat(words.length - 2)}"`);
}

export function depthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[[{]/.test(char) ? 1 : /[\]}]/.test(char) ? -1 : 0), 0);
}

/** The first bracket that a text leaves open, and the signs that close it and those inside it, each where they are missing. */
export function missingClosers(text: string): { first?: number; closers: { index: number; signs: string }[] } {
  const open: number[] = [];
  const closers: { index: number; signs: string }[] = [];
  const unclosed: number[] = [];
  const bare = withoutQuotes(text);
  /** Closes the brackets that were opened behind the outermost ones. */
  const close = (index: number, outermost: number) => {
    const inner = open.splice(outermost).reverse();
    if (inner.length === 0) return;
    unclosed.push(...inner);
    closers.push({ index, signs: inner.map((at) => (bare[at] === '[' ? ']' : '}')).join('') });
  };
  for (const { index, 0: sign } of bare.matchAll(/[[\]{}]/g)) {
    if (sign === '[' || sign === '{') {
      open.push(index);
      continue;
    }
    const pair = open.findLastIndex((at) => bare[at] === (sign === ']' ? '[' : '{'));
    if (pair < 0) continue;
    close(bare.slice(0, index).trimEnd().length, pair + 1);
    open.pop();
  }
  close(text.length, 0);
  return { ...(unclosed.length > 0 && { first: Math.min(...unclosed) }), closers };
}

/** The last bracket that closes one more than were opened. */
export function lonelyCloser(text: string): number | undefined {
  for (const [open, close] of ['[]', '{}'] as const) {
    if (text.split(close as string).length > text.split(open as string).length) return text.lastIndexOf(close as string);
  }
  return undefined;
}

/** The offset behind the bracket that closes the first one; undefined where none does. */
export function flowEnd(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if ((char === '"' || char === "'") && /[[{,:\s]/.test(text[at - 1] ?? '')) {
      const closed = quotedText.exec(text.slice(at))?.[0];
      if (!closed) return undefined;
      at += closed.length - 1;
    } else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

/** A quoted text of a flow collection. */
const quotedWords = new RegExp(`(?<=[[{,:\\s，、])${quotedText.source.slice(1)}`, 'g');

/** A flow collection with its signs in half-width; texts inside it stay as they are, those in quotes to the letter. */
export function foldFlow(text: string): string {
  const quoted: string[] = [];
  const hidden = text.replace(quotedWords, (words) => {
    quoted.push(words);
    return `"\0${quoted.length - 1}\0"`;
  });
  return foldSigns(foldBraces(foldEnds(hidden))).replace(/"\0(\d+)\0"/g, (_, index: string) => quoted[Number(index)] ?? '');
}

function foldEnds(text: string): string {
  return text.replace(/^［/, '[').replace(/^｛/, '{').replace(/］$/, ']').replace(/｝$/, '}');
}

/** The braces of mappings inside a list or a mapping; one that closes none, or that no key stands behind, belongs to a text. */
function foldBraces(text: string): string {
  let open = 0;
  return text.replace(/\{|([[,，、]\s*)｛(?=[^,，、[\]{}｛｝]*[:：﹕])|\}|｝(?=\s*[\],，、］])/g, (sign, before?: string) => {
    if (sign === '{' || before !== undefined) open += 1;
    else if (open === 0) return sign;
    else open -= 1;
    return before === undefined ? sign.replace('｝', '}') : `${before}{`;
  });
}

function foldSigns(text: string): string {
  return (
    text
      .replace(/([\]}"'])([ \u3000]*)[，、]([ \u3000]*)/g, '$1, ')
      .replace(
        /(?<=[[,，、]\s*)([a-z0-9][a-z0-9.-]*(?:ya?ml)?)[\u3000 ]*[，、][\u3000 ]*(?=[a-z0-9])/g,
        // What stands behind a key is a text: { 2021: 支援、5g、ai }.
        (words, item: string, index: number, all: string) => (isInMap(all, index) ? words : `${item}, `),
      )
      .replace(
        /([{,]\s*)([a-z][a-zA-Z-]*|[0-9０-９]{4}(?:-\d\d)*)[ \u3000]*(?:[：﹕][ \u3000]*|:\u3000[ \u3000]*|:(?=[^\s:/]))/g,
        // What stands in a list is a text: mailto:a@example.jp.
        (words, before: string, key: string, index: number, all: string) => (isInMap(all, index) ? `${before}${key}: ` : words),
      )
      // A key of the author's own, of which only the first can be told from the text of an entry.
      .replace(/(\{\s*)([^\s,:：{}[\]"']+)[ \u3000]*[：﹕][ \u3000]*(?=[^,:：{}[\]"']+[,}])/g, '$1$2: ')
      .replace(/([{,]\s*)([０-９]{4})(?=:)/g, (_, before: string, year: string) => before + foldKey(year))
      .replace(/([{,]\s*\d{4}(?:-\d\d)*: )([０-９．]+)(?=\s*[,}])/g, (_, before: string, digits: string) => before + foldKey(digits))
      .replace(/([[{,:])\u3000+/g, '$1 ')
      .replace(/[ \u3000]*\u3000[ \u3000]*([,\]}])/g, (_, sign: string) => (sign === '}' ? ' }' : sign))
  );
}

/** Whether a brace, and no bracket, is the last that is open around the entry that begins at a sign. */
function isInMap(text: string, index: number): boolean {
  let closed = 0;
  for (let at = index; at >= 0; at -= 1) {
    const char = text[at] ?? '';
    if (char === ']' || char === '}') closed += 1;
    else if (char === '[' || char === '{') {
      if (closed === 0) return char === '{';
      closed -= 1;
    }
  }
  return false;
}

/** Whether what stands between full-width brackets can only be a list of ids or a mapping. */
export function flowLike(folded: string, isKey: IsKey): boolean {
  if (flowEnd(folded) !== folded.length || !folded.endsWith(folded.startsWith('{') ? '}' : ']')) return false;
  if (folded.startsWith('{')) return /^\{\s*[a-zA-Z0-9-]+:\s/.test(folded);
  if (/^\[\s*\{/.test(folded)) return true;
  const inner = folded.slice(1, -1).trim();
  return inner === '' || /^[a-zA-Z0-9][\w.-]*(?:,\s*[a-zA-Z0-9][\w.-]*)*$/.test(inner) || isKey(inner);
}

/** The insides of the mappings of a flow collection. */
export function maps(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '{') continue;
    const length = flowEnd(text.slice(at));
    if (length !== undefined) found.push({ start: at + 1, end: at + length - 1 });
  }
  return found;
}

/** The entries between the commas of one level. */
export function split(text: string, offset: number): { start: number; text: string }[] {
  const parts: { start: number; text: string }[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at];
    if ((char === '"' || char === "'") && /^\s*$|[:\s]$/.test(text.slice(start, at))) {
      at += (quotedText.exec(text.slice(at))?.[0].length ?? 1) - 1;
    } else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    else if (char === undefined || (char === ',' && depth === 0)) {
      parts.push({ start: offset + start, text: text.slice(start, at) });
      start = at + 1;
    }
  }
  return parts;
}

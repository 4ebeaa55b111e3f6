import { Lexer } from 'yaml';
import { mostDepth } from '../plain-data.js';

/** Where a text goes deeper than any may, by its indentation and dashes or by its brackets. */
export function scanDepth(text: string): number | undefined {
  return deepBlock(text) ?? deepFlow(text);
}

function deepBlock(text: string): number | undefined {
  const columns: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const signs = /^[ \t]*(?:[-?:](?:[ \t]+|$))*/.exec(line)?.[0] ?? '';
    if (signs.length < line.length || signs.trimEnd() !== '') {
      const [first = signs.length] = [signs.search(/[-?:]/)].filter((at) => at >= 0);
      while ((columns.at(-1) ?? -1) >= first) columns.pop();
      for (let at = first; at < signs.length; at += 1) if (!/[ \t]/.test(signs[at] ?? '')) columns.push(at);
      if (signs.length < line.length) columns.push(signs.length);
      if (columns.length > mostDepth) return start + (columns[mostDepth] ?? 0);
    }
    start += line.length + 1;
  }
  return undefined;
}

function deepFlow(text: string): number | undefined {
  if (text.split(/[[{]/, mostDepth + 2).length <= mostDepth + 1) return undefined;
  let depth = 0;
  let at = 0;
  for (const token of new Lexer().lex(text)) {
    // The lexer marks the beginning of a document and of a scalar, and an error, with signs of its own.
    if (/^[\u0002\u0018\u001f]$/.test(token)) continue;
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > mostDepth) return at;
    at += token.length;
  }
  return undefined;
}

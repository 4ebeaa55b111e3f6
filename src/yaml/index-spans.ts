import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { KeyPath, SpanIndex } from '../source/source-file.js';
import { parseOptions } from './parse-options.js';
import { indexPlain } from './read-plain.js';

/** The span of every key path of a YAML text: a second reading, done only for a file that something is reported in. */
export function indexSpans(text: string): SpanIndex {
  return indexPlain(text) ?? indexCarefully(text);
}

/** The same by the `yaml` package, for a text of any kind. */
export function indexCarefully(text: string): SpanIndex {
  const root = parseDocument(text, parseOptions).contents as Node | null;
  const walk = (path: KeyPath): Node | undefined =>
    path.reduce<Node | undefined>((node, step) => child(node, step)?.value, root ?? undefined);
  return {
    value: (path) => spanOf(walk(path), text),
    key: (path) => {
      const name = path.at(-1);
      return name === undefined ? undefined : spanOf(child(walk(path.slice(0, -1)), name)?.key, text);
    },
  };
}

function child(node: Node | undefined, step: string | number): { key?: Node; value?: Node } | undefined {
  if (isSeq(node)) return typeof step === 'number' ? { value: node.items[step] as Node } : undefined;
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value ?? '') === String(step));
  if (!pair) return undefined;
  return { key: pair.key as Node, ...(pair.value ? { value: pair.value as Node } : {}) };
}

function spanOf(node: Node | undefined, text: string): { start: number; end: number } | undefined {
  if (!node?.range) return undefined;
  const [start, valueEnd] = node.range;
  // A mapping or list reaches to the next token: its last line break and indentation are not part of it, but a wide space is of a text.
  const end = start + text.slice(start, valueEnd).replace(/[ \t\r\n]+$/, '').length;
  return { start, end: Math.max(start, end) };
}

import { isMap, isScalar, isSeq, type Node, parseAllDocuments } from 'yaml';
import { indexSpans } from '../../index-spans.js';
import { parseOptions } from '../../parse-options.js';
import type { YamlData } from '../../plain-data.js';
import type { Expected } from '../expected.js';

/** What the parser tells of a text that it cannot read. */
export interface SyntaxFault {
  code: string;
  message: string;
  at: number;
  to: number;
}

/** What is wrong with a text. */
export interface State {
  /** 0 when all is right; more than 1000 where the text cannot be read. */
  count: number;
  /** The first place to doubt, in the part's offsets. */
  at: number;
  all: readonly number[];
  error?: SyntaxFault;
}

/** Reads a text and counts what is wrong with it: that it cannot be read, keys that stand twice, folded texts, faults against the schema. */
export function judge(text: string, before: number, expected: Expected, known: number, budget: { left: number }): State {
  budget.left -= 1;
  const documents = [...parseAllDocuments(text, parseOptions)];
  const error = documents.flatMap((document) => document.errors)[0];
  if (error) {
    const [at, to] = error.pos;
    return {
      count: 1001,
      at: at - before,
      all: [at - before],
      error: { code: error.code, message: error.message, at: at - before, to: to - before },
    };
  }
  const doubted: number[] = [];
  const data = plain(documents[0]?.contents as Node | null, text, doubted);
  const faults = expected.faults(data);
  const count = doubted.length + Math.max(0, faults.length - known);
  if (count === 0) return { count, at: 0, all: [] };
  const spans = indexSpans(text);
  const places = faults
    .map((path) => (spans.key(path) ?? spans.value(path) ?? spans.value(path.slice(0, -1)))?.start ?? before)
    .filter((place) => place >= before);
  const all = [...doubted, ...places].map((place) => place - before).sort((a, b) => a - b);
  return { count, at: all[0] ?? 0, all };
}

/** The data, and the places of doubled keys and folded texts. */
function plain(node: Node | null | undefined, text: string, doubted: number[]): YamlData {
  if (isScalar(node)) {
    if (node.range && text.slice(node.range[0], node.range[1]).includes('\n')) doubted.push(node.range[0]);
    return String(node.value ?? '');
  }
  if (isSeq(node)) return node.items.map((item) => plain(item as Node, text, doubted));
  if (!isMap(node)) return '';
  const data: { [key: string]: YamlData } = {};
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value ?? '') : '';
    if (Object.hasOwn(data, name)) doubted.push((key as Node | null)?.range?.[0] ?? 0);
    else
      Object.defineProperty(data, name, {
        value: plain(value as Node, text, doubted),
        enumerable: true,
        writable: true,
        configurable: true,
      });
  }
  return data;
}

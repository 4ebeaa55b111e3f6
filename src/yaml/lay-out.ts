import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { KeyPath } from '../source/source-file.js';
import { parseOptions } from './parse-options.js';
import { printScalar, type ScalarPlace } from './print-scalar.js';

export interface LayOutOptions {
  /** The keys that can stand in the mapping at a path, in their canonical order; none where the author's order stays. */
  keys(path: KeyPath): readonly string[];
  /** Whether a key that is not among them stands before them, and not behind. */
  isFirst(key: string): boolean;
  /** Whether the list or mapping of a key stands on the key's line. */
  onOneLine(key: string): boolean;
}

/**
 * The text in one layout: two spaces a level, lists at their key, a line a text, quotes only where they are needed, keys in order. Comments
 * and blank lines stay where they are. Undefined where the text is not YAML, or where data or a comment would be lost.
 */
export function layOut(given: string, options: LayOutOptions): string | undefined {
  const text = given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const document = parseDocument(text, parseOptions);
  if (document.errors.length > 0 || document.contents === null || hasBareKeys(document)) return undefined;
  const words: string[] = [];
  // Every scalar and every collection on one line is printed here; the library sees a sign in its place, and cares for the comments. The signs
  // can stand in no YAML, and are not the private ones that stand for gaiji.
  const sign = (printed: string): string => `\uFFFE${words.push(printed) - 1}\uFFFF`;
  if (/[\uFFFE\uFFFF]/.test(text)) return undefined;
  const beside = new Map<string, string>();
  dress(document.contents as Node, [], { options, sign, text, beside });
  const printed = document
    .toString({ indentSeq: false, lineWidth: 0, simpleKeys: true })
    .replace(/^([^#\n]*[^#\s]) #/gm, (_, before: string) => (/^ *-?$/.test(before) ? `${before} #` : `${before}  #`))
    .replace(/^.*(\uFFFE\d+\uFFFF):$/gm, (line, key: string) => (beside.has(key) ? `${line}  #${beside.get(key)}` : line))
    .replace(/\uFFFE(\d+)\uFFFF/g, (_, index: string) => words[Number(index)] ?? '')
    .replace(/[ \t]+$/gm, '');
  const done = printed.endsWith('\n') ? printed : `${printed}\n`;
  return sameComments(text, done) && sameData(text, done) ? done : undefined;
}

interface Printing {
  options: LayOutOptions;
  /** What stands for words until the library has printed all else. */
  sign: (printed: string) => string;
  /** The text as it was given. */
  text: string;
  /** By the sign of a key, the comment that stands behind it above a list or a mapping: the library would put it on the next line. */
  beside: Map<string, string>;
}

function dress(node: Node, path: KeyPath, printing: Printing): void {
  const { options, sign, beside } = printing;
  keepBlankLine(node, printing.text);
  if (isScalar(node)) {
    dressScalar(node, sign);
  } else if (isSeq(node)) {
    node.flow = node.items.length === 0;
    node.items = node.items.map((item, index) => replaceFlow(item as Node, [...path, index], printing));
    for (const item of node.items) if (isMap(item)) liftComment(item);
  } else if (isMap(node)) {
    node.flow = node.items.length === 0;
    const top = path.length === 0 ? takeComment(node) : undefined;
    sortKeys(node, path, options);
    if (top) giveComment(node, top);
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const name = isScalar(pair.key) ? String(pair.key.value ?? '') : '';
      const comment = takeBeside(pair, printing.text);
      if (pair.value) pair.value = replaceFlow(pair.value, [...path, name], printing);
      if (isScalar(pair.key)) dressScalar(pair.key, sign);
      if (comment === undefined) continue;
      if (isScalar(pair.value)) pair.value.comment = comment;
      else if (isScalar(pair.key)) beside.set(String(pair.key.value), comment);
    }
  }
}

/** A blank line between the last entry of a list or a mapping and the comment behind it stays: the library would drop it. */
function keepBlankLine(node: Node, text: string): void {
  if (!(isMap(node) || isSeq(node)) || node.flow || !node.comment || !node.range) return;
  const [, end, commentEnd] = node.range;
  if (/^[ \t]*\n/.test(text.slice(end, commentEnd))) node.comment = `\n${node.comment}`;
}

/** The node, or a sign for it where it stands on its key's line. */
function replaceFlow(node: Node, path: KeyPath, printing: Printing): Node {
  const { options, sign } = printing;
  const key = path.findLast((step) => typeof step === 'string') as string | undefined;
  const atKey = typeof path.at(-1) === 'string';
  if ((isMap(node) || isSeq(node)) && atKey && key !== undefined && options.onOneLine(key) && node.items.length > 0 && !hasComments(node)) {
    const scalar = new Scalar(sign(flow(node, path, options)));
    scalar.type = Scalar.PLAIN;
    if (node.comment) scalar.comment = node.comment;
    if (node.spaceBefore) scalar.spaceBefore = true;
    return scalar;
  }
  dress(node, path, printing);
  return node;
}

/** Takes the comment behind a key with a list or a mapping below it. */
function takeBeside({ key, value }: Pair<Node, Node | null>, text: string): string | undefined {
  // Where another stands behind the last entry, both stay in lines of their own: on one line there is room for one.
  if (!(isMap(value) || isSeq(value)) || value.flow || value.comment || !value.commentBefore || !isScalar(key) || !key.range)
    return undefined;
  if (!/^[ \t]*:[ \t]+#/.test(text.slice(key.range[1]))) return undefined;
  const [first = '', ...rest] = value.commentBefore.split('\n');
  value.commentBefore = rest.length > 0 ? rest.join('\n') : null;
  return first;
}

function dressScalar(scalar: Scalar, sign: (printed: string) => string): void {
  // A key without a value stays without one.
  if (scalar.source === '' && scalar.type === Scalar.PLAIN) return;
  const text = String(scalar.value ?? '');
  scalar.value = sign(printScalar(text));
  scalar.type = Scalar.PLAIN;
}

/** The rank of a key that stands before those in order. */
const firstRank = -2;

function isEmpty(value: unknown): boolean {
  return value === null || (isScalar(value) && value.source === '' && value.type === Scalar.PLAIN);
}

function sortKeys(map: YAMLMap, path: KeyPath, { keys, isFirst }: LayOutOptions): void {
  const order = keys(path);
  const rank = ({ key }: Pair) => {
    const name = isScalar(key) ? String(key.value ?? '') : '';
    return isFirst(name) && !order.includes(name) ? firstRank : order.indexOf(name);
  };
  // What is wrong with a key shows in the place where the author wrote it.
  if (map.items.some((pair) => rank(pair) === -1 || isEmpty(pair.value))) return;
  map.items.sort((a, b) => rank(a) - rank(b));
}

/** A comment before the first key of a list's entry stands before its dash. */
function liftComment(map: YAMLMap): void {
  const comment = takeComment(map);
  if (!comment) return;
  if (comment.commentBefore) map.commentBefore = [map.commentBefore, comment.commentBefore].filter(Boolean).join('\n');
  if (comment.spaceBefore) map.spaceBefore = true;
}

/** Takes what stands before the first key: it is about what follows as a whole. */
function takeComment(map: YAMLMap): Pick<Scalar, 'commentBefore' | 'spaceBefore'> | undefined {
  const key = map.items[0]?.key;
  if (!isScalar(key) || (!key.commentBefore && !key.spaceBefore)) return undefined;
  const { commentBefore, spaceBefore } = key;
  key.commentBefore = null;
  key.spaceBefore = false;
  return { ...(commentBefore && { commentBefore }), ...(spaceBefore && { spaceBefore }) };
}

function giveComment(map: YAMLMap, { commentBefore, spaceBefore }: Pick<Scalar, 'commentBefore' | 'spaceBefore'>): void {
  const key = map.items[0]?.key;
  if (!isScalar(key)) return;
  if (commentBefore) key.commentBefore = [commentBefore, key.commentBefore].filter(Boolean).join('\n');
  if (spaceBefore) key.spaceBefore = true;
}

function flow(node: Node | null, path: KeyPath, options: LayOutOptions, place: ScalarPlace = 'map'): string {
  if (isSeq(node)) return `[${node.items.map((item, index) => flow(item as Node, [...path, index], options, 'list')).join(', ')}]`;
  if (isMap(node)) {
    sortKeys(node, path, options);
    const entries = node.items.map(({ key, value }) => `${flow(key as Node, path, options)}: ${flow(value as Node, path, options)}`);
    return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
  }
  const text = isScalar(node) ? String(node.value ?? '') : '';
  return printScalar(text, place);
}

/** Whether comments stand inside a collection or in lines above it: they need lines of their own. */
function hasComments(node: YAMLMap | YAMLSeq): boolean {
  const inside = (one: unknown): boolean => {
    if (isPair(one)) return commented(one.key) || commented(one.value);
    return commented(one);
  };
  const commented = (one: unknown): boolean => {
    if (isScalar(one)) return Boolean(one.comment || one.commentBefore);
    if (isMap(one) || isSeq(one)) return Boolean(one.comment || one.commentBefore) || one.items.some(inside);
    return false;
  };
  return node.items.some(inside) || Boolean(node.commentBefore);
}

/** Whether a mapping between brackets has a key that no colon stands behind, as in `{ 節 }`: a text was meant, or a value is missing. */
function hasBareKeys(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Pair: (_, { value }) => {
      if (value !== null) return undefined;
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

/** Whether two texts hold the same data, whatever the order of their keys. */
function sameData(before: string, after: string): boolean {
  const [a, b] = [before, after].map((text) => parseDocument(text, parseOptions));
  return b?.errors.length === 0 && isDeepStrictEqual(a?.toJS(), b.toJS());
}

/** Whether two texts have the same comments, each as often. */
function sameComments(before: string, after: string): boolean {
  const comments = (text: string) =>
    [...new Lexer().lex(text)]
      .filter((token) => token.startsWith('#'))
      .map((comment) => comment.trim())
      .sort();
  const [a, b] = [comments(before), comments(after)];
  return a.length === b.length && a.every((comment, index) => comment === b[index]);
}

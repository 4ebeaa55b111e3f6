import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type ParsedNode, parseAllDocuments, Scalar, type YAMLMap } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import { checks } from './checks.js';
import { explainSyntax } from './explain-syntax.js';
import { indexSpans } from './index-spans.js';
import { parseOptions } from './parse-options.js';

/** Plain data as it comes out of YAML: every scalar is text, and what it means is decided by its place in the schema. */
export type YamlData = string | YamlData[] | { [key: string]: YamlData };

export interface YamlResult {
  /** Undefined where the text is not YAML, or not the YAML that a plan may be written in. */
  data?: YamlData;
  diagnostics: Diagnostic[];
}

/**
 * Reads one document of YAML 1.2 in the plan's subset: no aliases, anchors, tags, merge keys, doubled keys or folded texts.
 * Positions are found later, and only when something is reported.
 */
export function readYaml(file: SourceFile): YamlResult {
  file.indexSpans = indexSpans;
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, start, end, extra) => {
    const check = checks[code];
    diagnostics.push({
      code,
      severity: check.severity,
      message: check.summary,
      help: check.cure,
      location: { span: { file, start, end: Math.max(start, end) } },
      related: [],
      ...extra,
    });
  };
  const documents = [...parseAllDocuments<ParsedNode>(file.text, parseOptions)];
  const [first, second] = documents;
  if (!first || (first.contents === null && first.errors.length === 0)) {
    report('empty-file', 0, Math.min(1, file.text.length));
    return { diagnostics };
  }
  const [error] = documents.flatMap((document) => document.errors);
  if (error) {
    // The parser loses its footing at the first error: what it says after that is noise.
    const [start, end] = error.pos;
    const { code, ...words } = explainSyntax(file, error.code, error.message, start);
    report(code, words.start ?? start, words.end ?? Math.min(end, endOfLine(file.text, start)), words.extra);
    return { diagnostics };
  }
  if (second) {
    const start = file.text.indexOf('---', Math.max(0, first.range[2] - 4));
    report('yaml-documents', start < 0 ? first.range[2] : start, (start < 0 ? first.range[2] : start) + 3);
    return { diagnostics };
  }
  const data = first.contents ? convert(first.contents, file, report) : undefined;
  return diagnostics.length > 0 || data === undefined ? { diagnostics } : { data, diagnostics };
}

type Report = (code: keyof typeof checks, start: number, end: number, extra?: Partial<Diagnostic>) => void;

function convert(node: Node, file: SourceFile, report: Report): YamlData {
  const [start, end] = node.range ?? [0, 0];
  if (isAlias(node)) {
    report('yaml-alias', start, end);
    return '';
  }
  if ('anchor' in node && node.anchor) report('yaml-alias', Math.max(0, file.text.lastIndexOf('&', start)), start);
  if (node.tag) report('yaml-tag', Math.max(0, file.text.lastIndexOf('!', start)), start);
  if (isScalar(node)) {
    const block = node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL;
    if (block || file.text.slice(start, end).includes('\n')) report('folded-text', start, endOfLine(file.text, start));
    return String(node.value ?? '');
  }
  if (isSeq(node)) return node.items.map((item) => convert(item as Node, file, report));
  if (isMap(node)) return convertMap(node, file, report);
  return '';
}

function convertMap(map: YAMLMap, file: SourceFile, report: Report): YamlData {
  const data: { [key: string]: YamlData } = {};
  const seen = new Map<string, [number, number]>();
  for (const pair of map.items) {
    const key = pair.key as Node | null;
    const [start, end] = key?.range ?? [0, 0];
    if (!isPair(pair) || !isScalar(key)) {
      if (isAlias(key)) report('yaml-alias', start, end);
      else report('yaml-key', start, endOfLine(file.text, start));
      continue;
    }
    const name = String(key.value ?? '');
    if (key.tag) report('yaml-tag', Math.max(0, file.text.lastIndexOf('!', start)), start);
    if (key.anchor) report('yaml-alias', Math.max(0, file.text.lastIndexOf('&', start)), start);
    if (name === '<<') {
      report('yaml-merge-key', start, end);
      continue;
    }
    const before = seen.get(name);
    if (before) {
      report('duplicate-key', start, end, {
        message: { ja: `キー \`${name}\` が二度書かれています`, en: `the key \`${name}\` is written twice` },
        related: [
          { message: { ja: '最初はここです', en: 'first written here' }, location: { span: { file, start: before[0], end: before[1] } } },
        ],
      });
      continue;
    }
    seen.set(name, [start, end]);
    const value = pair.value ? convert(pair.value as Node, file, report) : '';
    // A key `__proto__` is data like any other, and is told as unknown later.
    Object.defineProperty(data, name, { value, enumerable: true, writable: true, configurable: true });
  }
  return data;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  const end = at < 0 ? text.length : at;
  return text[end - 1] === '\r' ? end - 1 : end;
}

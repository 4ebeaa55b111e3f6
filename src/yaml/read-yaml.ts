import { isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, parseAllDocuments, Scalar, type YAMLMap } from 'yaml';
import type { Check } from '../diagnostics/check.js';
import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.js';
import { endOfLine } from '../source/line-ends.js';
import type { SourceFile, Span } from '../source/source-file.js';
import { checks } from './checks.js';
import { explainSyntax } from './explain-syntax.js';
import { indexSpans } from './index-spans.js';
import { parseOptions } from './parse-options.js';
import { mostDepth, type YamlData } from './plain-data.js';
import { printScalar } from './print-scalar.js';
import type { Expected } from './slips/expected.js';
import { foldKey, type IsKey, looksLikeYear } from './slips/key-words.js';
import { bulletOf, bulletWords, isRemark, remarkBelow } from './slips/line-forms.js';
import { type Mend, MendedText } from './slips/mended-text.js';
import { repairStructure } from './slips/repair/repair-structure.js';
import { scanConflicts } from './slips/scan-conflicts.js';
import { scanDates } from './slips/scan-dates.js';
import { scanDepth } from './slips/scan-depth.js';
import { scanFolds } from './slips/scan-folds.js';
import { scanLineEnds } from './slips/scan-line-ends.js';
import { scanLostList } from './slips/scan-lost-list.js';
import { scanSlips } from './slips/scan-slips.js';
import type { Slip } from './slips/slip.js';
import { unfold } from './unfold.js';

export interface YamlResult {
  /** What could be read, slips mended on the way; undefined where nothing could. */
  data?: YamlData;
  diagnostics: Diagnostic[];
  /** Whether all of the file is in the data. */
  complete: boolean;
}

/** What a reader knows of the format when it knows nothing. */
const anything: Expected = { isKey: () => false, takes: () => true, standBeside: () => false, faults: () => [] };

/** What stands before the first bracket of JSON, and that bracket: its first line ends behind it or goes on with a quoted text. */
const jsonStart = /^\uFEFF?(?:[ \t]*(?:#.*|---[ \t]*)?\r?\n)*[ \t]*[{[](?=[ \t]*(?:"|\r?\n))/;

/**
 * Reads one document of YAML 1.2 in the plan's subset: no aliases, anchors, tags, merge keys, doubled keys or folded texts. A slip that has
 * one right mending is reported and read as mended; an entry that stays unreadable is reported and left out. Positions are found later, and
 * only when something is reported. `thorough` looks for slips of the structure too where the text can be read but has not the right shape.
 */
export function readYaml(file: SourceFile, expected: Expected = anything, thorough = false): YamlResult {
  file.indexSpans = indexSpans;
  const reader = new Reader(file, expected.isKey);
  reader.mend(scanLineEnds(file.text));
  const deep = scanDepth(reader.text);
  if (deep !== undefined) {
    reader.report('yaml-syntax', deep, deep + 1, {
      message: {
        ja: `入れ子が深すぎます（${mostDepth}段まで）`,
        en: `lists and mappings stand too deep inside one another (over ${mostDepth})`,
      },
      help: { ja: '並びの `- `、字下げ、かっこの数を確かめてください', en: 'check the dashes, the indentation and the brackets' },
    });
    return reader.result(undefined);
  }
  const json = jsonStart.exec(reader.text)?.[0].length;
  if (json !== undefined) {
    reader.report('yaml-syntax', json - 1, json, {
      message: { ja: 'ファイル全体がかっこで囲まれています（JSON の形）', en: 'the whole file stands in brackets, as JSON does' },
      help: {
        ja: 'かっこと行末の `,` を使わず、1行に1項目を `id: …` のように字下げして書いてください',
        en: 'write one entry a line, such as `id: …`, indented and without the brackets and the commas at the line ends',
      },
    });
    return reader.result(undefined);
  }
  const conflicts = scanConflicts(reader.text);
  reader.mend(conflicts.slips);
  // What belongs to which side of a conflict that lost one of its markers nobody can tell, nor what is wrong with it.
  if (!conflicts.whole) return reader.result(undefined);
  const document = secondDocument(reader.text);
  if (document !== undefined) {
    reader.report('yaml-documents', document, document + 3);
    return reader.result(undefined);
  }
  reader.mend(scanFolds(reader.text, expected.isKey));
  reader.mend(scanDates(reader.text));
  reader.mend(scanSlips(reader.text, expected));
  let documents = parse(reader.text);
  const [first] = documents;
  if (!first || (first.contents === null && documents.every(({ errors }) => errors.length === 0))) {
    reader.report('empty-file', 0, Math.min(1, file.text.length));
    return reader.result(undefined);
  }
  if (thorough || documents.some(({ errors }) => errors.length > 0)) {
    reader.mend(scanLostList(reader.text, expected));
    const { slips, broken, leftOut, lost } = repairStructure(reader.text, expected);
    for (const { code: name, message, at, to } of broken) {
      const { code, ...words } = explainSyntax(reader.text, name, message, at);
      reader.report(code, words.start ?? at, words.end ?? Math.min(to, endOfLine(reader.text, at)), words.extra);
    }
    if (lost) return reader.result(undefined);
    reader.mend(slips, leftOut);
    documents = parse(reader.text);
    const error = documents.flatMap(({ errors }) => errors)[0];
    if (error) {
      if (broken.length === 0) reader.report('yaml-syntax', error.pos[0], endOfLine(reader.text, error.pos[0]));
      return reader.result(undefined);
    }
  }
  const contents = documents[0]?.contents;
  return reader.result(contents ? convert(contents, reader) : undefined);
}

/** The line `---`, or one `...` with more behind it, that ends a document which has content. */
function secondDocument(text: string): number | undefined {
  const content = /^(?!---(?:\s|$)|\.\.\.(?:\s|$)|[\uFEFF \t\r]*(?:[#%]|$)).+/m.exec(text);
  if (!content) return undefined;
  for (const { 0: sign, index } of text.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)) {
    if (index > content.index && (sign === '---' || /^(?!\.\.\.)[ \t]*[^\s#]/m.test(text.slice(index + 3)))) return index;
  }
  return undefined;
}

function parse(text: string) {
  return [...parseAllDocuments<ParsedNode>(text, parseOptions)];
}

/** The text as it is read on, and what is found in it: places of that text are reported as those of the file. */
class Reader {
  text: string;
  #diagnostics: Diagnostic[] = [];
  #layers: MendedText[] = [];
  /** The places of the file that are read as they may have been meant, and that only the author can mend. */
  readonly #open: Span[] = [];
  #complete = true;

  constructor(
    private readonly file: SourceFile,
    readonly isKey: IsKey,
  ) {
    this.text = file.text;
  }

  /** Reports slips, and reads on in the text without them and without the parts that are left out. */
  mend(slips: readonly Slip[], leftOut: readonly Mend[] = []): void {
    const guesses = [...slips.flatMap(({ guess, silent, mends }) => (guess || silent ? mends : [])), ...leftOut];
    this.#open.push(...guesses.map(({ start, end }) => this.#span(start, end)));
    for (const { code, start, end, message, help, mends, guess, silent } of slips) {
      if (silent) continue;
      const fix = mends.map((mend) => this.edit(mend.start, mend.end, mend.text));
      this.report(code, start, end, { message, ...(help && { help }), ...(!guess && { fix }) });
    }
    if (leftOut.length > 0) this.#complete = false;
    const mends = [...slips.flatMap((slip) => slip.mends), ...leftOut];
    if (mends.length === 0) return;
    const layer = new MendedText(this.text, mends);
    this.#layers.push(layer);
    this.text = layer.text;
  }

  /** Reports a finding; a fix that would take away what only the author can mend is left out. */
  report(code: keyof typeof checks, start: number, end: number, { fix, ...extra }: Partial<Diagnostic> = {}): void {
    const check: Check = checks[code];
    const isSure = fix?.every(({ span }) => this.#open.every((one) => span.end <= one.start || one.end <= span.start));
    this.#diagnostics.push({
      code,
      severity: check.severity,
      message: check.message ?? check.summary,
      help: check.cure,
      location: { span: this.#span(start, Math.max(start, end)) },
      related: [],
      ...extra,
      ...(fix && isSure && { fix }),
    });
  }

  place(start: number, end: number): { span: Span } {
    return { span: this.#span(start, end) };
  }

  edit(start: number, end: number, text: string): TextEdit {
    return { span: this.#span(start, end), text };
  }

  result(data: YamlData | undefined): YamlResult {
    const complete = this.#complete && data !== undefined;
    const { text } = this;
    const layers = [...this.#layers];
    if (layers.length > 0) {
      this.file.indexSpans = () => {
        const index = indexSpans(text);
        const back = (span: { start: number; end: number } | undefined) =>
          span && layers.reduceRight((inner, layer) => layer.toOriginal(inner), span);
        return { key: (path) => back(index.key(path)), value: (path) => back(index.value(path)) };
      };
    }
    return { ...(data !== undefined && { data }), diagnostics: this.#diagnostics, complete };
  }

  #span(start: number, end: number): Span {
    return { file: this.file, ...this.#layers.reduceRight((inner, layer) => layer.toOriginal(inner), { start, end }) };
  }
}

function convert(node: Node, reader: Reader): YamlData {
  const { text } = reader;
  const [start, end] = node.range ?? [0, 0];
  if (isAlias(node)) {
    reader.report('yaml-alias', start, end);
    return '';
  }
  if ('anchor' in node && node.anchor) reader.report('yaml-alias', Math.max(0, text.lastIndexOf('&', start)), start);
  if (node.tag) reader.report('yaml-tag', Math.max(0, text.lastIndexOf('!', start)), start);
  if (isScalar(node)) {
    const block = node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL;
    if (!block && !text.slice(start, end).includes('\n')) return String(node.value ?? '');
    return oneLine(node, reader);
  }
  if (isSeq(node)) return node.items.map((item) => convert(item as Node, reader));
  if (isMap(node)) return convertMap(node, reader);
  return '';
}

/** A line that is written like an entry may be one that stands too far to the right: nothing is mended. */
const entryInText = {
  message: {
    ja: '項目の形の行が、前の行の文の続きと読まれます',
    en: 'this line is written like an entry, and reads as the rest of the text above',
  },
  help: {
    ja: '別の項目なら字下げをほかの項目とそろえ、文の続きなら前の行につなげて1行に書いてください',
    en: 'indent it as the other entries, or join it to the line above if it is a part of that text',
  },
};

/** Where a line of a text, but for the first, begins with a dash, a bullet, a key of the format or a year, or is a remark, and what is said of it. */
function entryIn(text: string, isKey: IsKey): ({ index: number } & typeof entryInText) | undefined {
  for (const { index, 0: line } of text.matchAll(/(?<=\n[ \t]*)[^\s].*/g)) {
    const [, word = '', colon] = /^([^\s:]+)[ \t]*(:?)(?=\s|$)/.exec(line) ?? [];
    const key = foldKey(word);
    if (word === '-' || looksLikeYear(key) || (colon && isKey(key))) return { index, ...entryInText };
    const bullet = bulletOf(line);
    if (bullet !== undefined) return { index, ...bulletWords(bullet) };
    if (isRemark(line)) return { index, ...remarkBelow };
  }
  return undefined;
}

/** Reports a text that is broken over several lines, with its words on one line as the mending. */
function oneLine(node: Scalar, reader: Reader): string {
  const { text } = reader;
  const [start, valueEnd] = node.range ?? [0, 0, 0];
  const end = start + text.slice(start, valueEnd).trimEnd().length;
  const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
  const plain = node.type === Scalar.PLAIN || quoted;
  // A double-quoted text keeps its escapes; one that ends a line with a backslash asks for no space there.
  const linesUpTo = (to: number) =>
    text
      .slice(start, to)
      .split('\n')
      .slice(plain ? 0 : 1);
  const joined = unfold(linesUpTo(end).map((line) => line.replace(/\\\r?$/, '')));
  const written = plain ? joined : printScalar(joined);
  const entry = quoted ? undefined : entryIn(text.slice(start, end), reader.isKey);
  if (entry) {
    const { index, ...told } = entry;
    reader.report('folded-text', start + index, endOfLine(text, start + index), told);
    // What may be no part of the text is not checked as one.
    return unfold(linesUpTo(start + index)) || joined;
  }
  // A comment behind the sign of a block would be lost.
  const commented = !plain && text.slice(start, endOfLine(text, start)).includes('#');
  reader.report('folded-text', start, endOfLine(text, start), commented ? {} : { fix: [reader.edit(start, end, written)] });
  return quoted ? unfold(String(node.value).split('\n')) : joined;
}

function convertMap(map: YAMLMap, reader: Reader): YamlData {
  const { text } = reader;
  const data: { [key: string]: YamlData } = {};
  const seen = new Map<string, [number, number]>();
  for (const pair of map.items) {
    const key = pair.key as Node | null;
    const [start, end] = key?.range ?? [0, 0];
    if (!isScalar(key)) {
      if (isAlias(key)) reader.report('yaml-alias', start, end);
      else reader.report('yaml-key', start, endOfLine(text, start));
      continue;
    }
    const name = String(key.value ?? '');
    if (key.tag) reader.report('yaml-tag', Math.max(0, text.lastIndexOf('!', start)), start);
    if (key.anchor) reader.report('yaml-alias', Math.max(0, text.lastIndexOf('&', start)), start);
    if (name === '<<') {
      reader.report('yaml-merge-key', start, end);
      continue;
    }
    const before = seen.get(name);
    if (before) {
      reader.report('duplicate-key', start, end, {
        message: { ja: `キー \`${name}\` が二度書かれています`, en: `the key \`${name}\` is written twice` },
        related: [{ message: { ja: '最初はここです', en: 'first written here' }, location: reader.place(before[0], before[1]) }],
      });
      continue;
    }
    seen.set(name, [start, end]);
    const value = pair.value ? convert(pair.value as Node, reader) : '';
    // A key `__proto__` is data like any other, and is told as unknown later.
    Object.defineProperty(data, name, { value, enumerable: true, writable: true, configurable: true });
  }
  return data;
}

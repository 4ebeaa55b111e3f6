import { joint } from '../unfold.js';
import { foldKey, type IsKey, looksLikeYear } from './key-words.js';
import {
  blockSign,
  bulletOf,
  bulletWords,
  closingLine,
  dashIn,
  headForm,
  indentation,
  isRemark,
  keyBefore,
  properHead,
  remarkBelow,
} from './line-forms.js';
import type { Mend } from './mended-text.js';
import type { Slip } from './slip.js';

/** The keys, beside the periods, whose values are sentences. */
const prose: ReadonlySet<string> = new Set([
  'title',
  'label',
  'name',
  'corrected',
  'reason',
  'judged',
  'changed',
  'printed',
  'description',
  'note',
  'done',
  'obstacles',
  'next',
  'verdictReason',
  'comment',
]);

/**
 * The texts behind a key that go on in the lines below, in whatever column: a line without a key and a dash is their tail. Where it may be
 * something else, or a comment would be lost, it is told and not mended.
 */
export function scanFolds(text: string, isKey: IsKey): Slip[] {
  const slips: Slip[] = [];
  const raw = text.split('\n');
  let start = 0;
  const lines = raw.map((one) => {
    const line = readLine(one.trimEnd(), start, isKey);
    start += one.length + 1;
    return line;
  });
  let blockBelow = -1;
  let skipTo = 0;
  let above: Line | undefined;
  for (const [number, line] of lines.entries()) {
    if (number < skipTo || line.kind === 'blank') continue;
    if (line.width > blockBelow && blockBelow >= 0) continue;
    blockBelow = -1;
    const [foreign] = foreignComment.exec(line.words.slice(line.column)) ?? [];
    if (line.kind === 'comment' && foreign !== undefined) slips.push(commentMeant(line, foreign));
    const isBelowKey = above?.kind === 'keyed' && above.value === above.words.length;
    if (line.kind === 'bare' && (!above || isBelowKey) && isRemark(line.words.slice(line.column))) slips.push(loneRemark(line));
    else if (line.kind !== 'comment') above = line;
    if (line.kind !== 'keyed' && line.kind !== 'item') continue;
    const value = line.words.slice(line.value);
    if (blockSign.test(value)) {
      const shallow = shallowBlock(lines, number);
      if (shallow) {
        slips.push(shallow.slip);
        skipTo = shallow.next;
        continue;
      }
      blockBelow = line.kind === 'item' ? line.width : line.column;
    }
    const depth = /^[[{［｛]/.test(value) ? value.split(/[[{［｛]/).length - value.split(/[\]}］｝]/).length : 0;
    if (depth > 0) skipTo = closingLine(raw, number, { close: ']', depth }, isKey);
    if (blockBelow >= 0 || depth > 0 || /^#|^[[{].*[\]}]\s*(?:#.*)?$/.test(value)) continue;
    const fold = foldAt(lines, number);
    if (!fold) continue;
    slips.push(fold.slip);
    skipTo = fold.next;
  }
  return slips;
}

interface Line {
  /** An item has a dash and no key; a bare line has neither, nor the word of a key. */
  kind: 'blank' | 'comment' | 'keyed' | 'item' | 'bare' | 'other';
  start: number;
  /** The whole line but for the blanks at its end. */
  words: string;
  /** The columns of its indentation, of which a wide space takes two. */
  width: number;
  dashed: boolean;
  /** Where its words begin, behind the dashes. */
  column: number;
  key: string;
  /** Whether the key is one of the format, or a year. */
  isKnown: boolean;
  /** Where the value begins. */
  value: number;
}

/** The one word that a line begins with, which may be a key that lost its colon. */
const lonelyWord = /^([^\s:"'[\]{}#]+)(?=[\s=＝]|$)/;

/** The same with any sign that may have been typed for the colon. */
const markedWord = /^([^\s:"'[\]{}#=＝→⇒、，,.]+)(?=[\s=＝→⇒、，,.]|$)/;

/** What begins a comment in other languages, and not in YAML. */
const foreignComment = /^(?:\/\/|\/\*|--)(?=[ \t]|[^\0-\x7F])(?!.*\S:(?:\s|$))/;

function readLine(words: string, start: number, isKey: IsKey): Line {
  const [indent = ''] = indentation.exec(words) ?? [];
  const line: Line = {
    kind: 'other',
    start,
    words,
    width: indent.length + indent.replace(/[^\u3000]/g, '').length,
    dashed: false,
    column: indent.length,
    key: '',
    isKnown: false,
    value: words.length,
  };
  for (let dash = dashIn(words.slice(indent.length), true, isKey); dash; dash = dashIn(words.slice(line.column), false, isKey)) {
    const { sign, space } = dash;
    const length = sign.length + space.length;
    const behind = words.slice(line.column + length);
    if (space === '' && behind !== '' && (line.dashed || !keyBefore(behind, isKey))) break;
    line.dashed = true;
    line.column += length;
  }
  const rest = words.slice(line.column);
  if (rest === '') return line.dashed ? line : { ...line, kind: 'blank' };
  if (/^[#＃]/.test(rest) || (!line.dashed && foreignComment.test(rest))) return { ...line, kind: 'comment' };
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(rest)) return line;
  const [whole = '', word = ''] = headForm.exec(rest) ?? [];
  const key = foldKey(word);
  if (isKey(key) || looksLikeYear(key)) return { ...line, kind: 'keyed', key, isKnown: true, value: line.column + whole.length };
  const [head] = properHead.exec(rest) ?? [];
  if (head !== undefined) {
    const gap = /^[ \t]*/.exec(rest.slice(head.length))?.[0].length ?? 0;
    return { ...line, kind: 'keyed', key: head.replace(/\s*:$/, ''), value: line.column + head.length + gap };
  }
  const [, lonely = ''] = markedWord.exec(rest) ?? [];
  const [glued = ''] = /^[a-z][A-Za-z]*(?=[^\0-\x7F[{]|\d+$)/.exec(rest) ?? [];
  if (!line.dashed && isKey(glued)) return line;
  if (line.dashed) return /^(?:id|on)$/.test(lonely) ? line : { ...line, kind: 'item', value: line.column };
  return isKey(foldKey(lonely)) ? line : { ...line, kind: 'bare' };
}

/** The text of a line with a key together with its tail, if it has one that the reader of YAML does not tell better. */
function foldAt(lines: readonly Line[], number: number): { slip: Slip; next: number } | undefined {
  const head = lines[number] as Line;
  const value = head.words.slice(head.value);
  const quote = /^["']/.exec(value)?.[0];
  if (quote && !wholeQuote.test(value)) return openQuote(lines, number, quote);
  const isItem = head.kind === 'item';
  const isPeriod = looksLikeYear(head.key) && !/^\d{4}-\d\d(?:-\d\d)?$/.test(head.key);
  const mayGoOn = (line: Line) => {
    const { kind, width, words, column, key, dashed, isKnown } = line;
    // Further to the left than its own list no line with a word that is no key, and no text among entries, can belong to anything.
    if (isPeriod && value !== '' && width < head.width) {
      if (kind === 'keyed' && !dashed && !isKnown && !isAscii(key)) return true;
      if (kind === 'item' && lines.slice(0, number).findLast((one) => one.dashed && one.width === width)?.kind === 'keyed') return true;
    }
    // A dash that is not YAML's, below a text behind a key, is a bullet.
    if (kind === 'item') return !isItem && value !== '' && words[width] !== '-' && bulletOf(words.slice(width)) !== undefined;
    if (kind === 'bare') return !(isItem && value !== '' && isAscii(value) && width <= head.width);
    // An English text may go on with a word that is a key too.
    return kind === 'other' && isPeriod && isAscii(value) && /^[a-z]+[,.]?(?: \S+){2}/.test(words.slice(column));
  };
  const tail: Line[] = [];
  let next = number + 1;
  /** Whether a comment stands before the end of the text. */
  let commented = false;
  let comment = hasComment(value);
  for (let at = number + 1; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (line.kind === 'comment') comment = true;
    else if (mayGoOn(line)) {
      commented ||= comment;
      comment = hasComment(line.words);
      tail.push(line);
      next = at + 1;
    } else if (line.kind !== 'blank') break;
  }
  const [first] = tail;
  if (!first) return undefined;
  const isClosed = closedQuote.test(value);
  const isProse = isItem || looksLikeYear(head.key) || prose.has(head.key);
  const isDeep = (column: number) => column > (isItem ? head.width : head.column);
  const isYaml = !commented && !isClosed && tail.every(({ width, column }) => width === column && isDeep(column));
  const floor = head.dashed ? head.width : head.column - 1;
  const behind = lines.slice(next).find(({ kind }) => kind !== 'blank' && kind !== 'comment');
  // A line in the column of the outer entry below it may be a heading of that.
  const isOfOuter = behind?.dashed === true && behind.width < head.width && tail.some(({ width }) => width <= behind.width);
  const certain =
    isProse &&
    !isClosed &&
    !isOfOuter &&
    tail.every(
      ({ kind, width, words, column }) =>
        kind === 'bare' &&
        // In the column of an item's dash the next one may stand, without its own.
        (isItem ? value === '' || width !== head.width : isPeriod || width > floor) &&
        isTail(words.slice(column), value, isPeriod),
    );
  if (value === '' ? isYaml || !isProse : isYaml && !certain) return undefined;
  // What may be a key that lost its colon is told as such.
  if (!isProse && mayBeKey(first.words.slice(first.column), value)) return undefined;
  if (!certain && isMarredKey(first.words.slice(first.column), isProse ? value : '')) return undefined;
  if (!certain) return { slip: unsure(head, tail), next };
  return { slip: commented ? withComment(head, tail) : folded(value === '' ? first : head, [head, ...tail], false), next };
}

/** A block whose text does not stand deeper than its key or dash: the sign goes, and the text behind it comes to its place. */
function shallowBlock(lines: readonly Line[], number: number): { slip: Slip; next: number } | undefined {
  const head = lines[number] as Line;
  const first = lines.slice(number + 1).find(({ kind }) => kind !== 'blank');
  if (!first || first.width > (head.kind === 'item' ? head.width : head.column)) return undefined;
  const words = head.words.slice(0, head.value).trimEnd();
  const fold = foldAt([{ ...head, words, value: words.length }, ...lines.slice(number + 1)], 0);
  // A comment behind the sign would be lost.
  const guess = fold?.slip.guess || head.words.slice(head.value).includes('#');
  return fold && { slip: { ...fold.slip, ...(guess && { guess }) }, next: number + fold.next };
}

/** A comment as other languages have them; read on as one. */
function commentMeant({ start, words, column }: Line, sign: string): Slip {
  const at = start + column;
  return {
    code: 'yaml-syntax',
    start: at,
    end: start + words.length,
    message: { ja: `\`${sign}\` は注釈の印ではありません`, en: `\`${sign}\` does not begin a comment` },
    help: {
      ja: '注釈なら `#` で始め、前の行の文の続きならつなげて1行に書いてください',
      en: 'begin a comment with `#`, or join the line to the text above if it is a part of that',
    },
    mends: [{ start: at, end: at + sign.length, text: '#' }],
    guess: true,
  };
}

/** A remark where an entry or a key belongs; read on as a comment. */
function loneRemark({ start, words, column }: Line): Slip {
  const at = start + column;
  return {
    code: 'yaml-syntax',
    start: at,
    end: start + words.length,
    message: { ja: '覚え書きのような行があります', en: 'this line looks like a remark' },
    help: { ja: '注釈なら行の頭に `# ` を付けてください', en: 'begin it with `# ` if it is a comment' },
    mends: [{ start: at, end: at, text: '# ' }],
    guess: true,
  };
}

/** A quoted text that is closed in a line below, with no key and no comment on the way there. */
function openQuote(lines: readonly Line[], number: number, quote: string): { slip: Slip; next: number } | undefined {
  const head = lines[number] as Line;
  const tail: Line[] = [];
  for (let at = number + 1; at < lines.length && tail.length < mostLines; at += 1) {
    const line = lines[at] as Line;
    if (line.kind === 'blank') continue;
    if (line.kind !== 'bare' && !(line.kind === 'keyed' && !line.dashed && !line.isKnown)) return undefined;
    tail.push(line);
    if (!line.words.includes(quote)) continue;
    const text = [head.words.slice(head.value), ...tail.map(({ words }) => words)].join('\n');
    return closedQuote.test(text) ? { slip: folded(head, [head, ...tail], quote === '"'), next: at + 1 } : undefined;
  }
  return undefined;
}

/** Lines after which a quote is not looked for. */
const mostLines = 100;
const wholeQuote = /^(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')/;
const closedQuote = /^(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')(?:\s+#.*|\s*)$/;

function hasComment(words: string): boolean {
  return /[ \t]#/.test(words);
}

/** Whether words can only be the rest of a text: they do not begin as something of YAML, nor with what may be a key without its colon. */
function isTail(words: string, before: string, isPeriod: boolean): boolean {
  if (bulletOf(words) !== undefined || isRemark(words) || /^[[\]{}"'&|?-]/.test(words) || mayBeKey(words, before)) return false;
  const [, lonely = ''] = lonelyWord.exec(words) ?? [];
  return !isPeriod || !looksLikeYear(foldKey(lonely));
}

/** Whether words begin with one in small letters that are foreign to the text before. */
function mayBeKey(words: string, before: string): boolean {
  const [, lonely = ''] = lonelyWord.exec(words) ?? [];
  return /^[a-z][a-zA-Z-]*$/.test(lonely) && !isAscii(before.slice(-1));
}

/** Whether words are a key with something wrong in it, such as a blank or a quote, and no part of the sentence before. */
function isMarredKey(words: string, sentence: string): boolean {
  return (sentence === '' || !isAscii(sentence)) && /^[^:\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+:(?:\s|$)/u.test(words);
}

function isAscii(words: string): boolean {
  return /^[\0-\x7F]*$/.test(words);
}

function folded(blamed: Line, lines: readonly Line[], escaped: boolean): Slip {
  return {
    code: 'folded-text',
    start: blamed.start + (blamed.kind === 'keyed' ? blamed.value : blamed.column),
    end: blamed.start + blamed.words.length,
    message: { ja: '文が途中で改行されています', en: 'a text is broken over several lines' },
    mends: joints(lines, escaped),
  };
}

/** What takes the line breaks out of a text. */
function joints(lines: readonly Line[], escaped: boolean): Mend[] {
  return lines.slice(1).map((line, index) => {
    const before = lines[index] as Line;
    // In double quotes a backslash before the line break asks for no space there.
    const words = escaped ? before.words.replace(/(?<=(?:^|[^\\])(?:\\\\)*)\\$/, '') : before.words;
    const isAlone = (before.kind === 'keyed' || before.kind === 'item') && before.value === before.words.length;
    return {
      start: before.start + words.length,
      end: line.start + line.column,
      text: isAlone ? ' ' : joint(words, line.words.slice(line.column)),
    };
  });
}

function withComment(head: Line, tail: readonly Line[]): Slip {
  const bare = [head, ...tail].map((line, index) =>
    index < tail.length ? { ...line, words: line.words.replace(/[ \t]+#.*$/, '') } : line,
  );
  return {
    ...folded(head, bare, false),
    message: { ja: '文の途中に注釈（#）と改行があります', en: 'a comment and a line break stand inside a text' },
    help: {
      ja: '文を1行につなげ、注釈は前の行か文の後に書いてください',
      en: 'write the text on one line, with the comment before or behind it',
    },
    guess: true,
  };
}

/** A line that may be the tail of the text above, and may be something else. */
function unsure(head: Line, tail: readonly Line[]): Slip {
  const bulletIn = ({ words }: Line) => bulletOf(words.trimStart());
  const remark = tail.find(({ words, column }) => isRemark(words.slice(column)));
  const first = tail.find(bulletIn) ?? remark ?? (tail[0] as Line);
  const last = tail.at(-1) as Line;
  const bullet = bulletIn(first);
  const [sign, ja] = head.kind === 'item' ? ['- …', '`- ` で始めて'] : ['key: value', '「キー: 値」の形で'];
  return {
    code: 'folded-text',
    start: first.start + first.words.search(/\S/),
    end: first.start + first.words.length,
    ...(bullet !== undefined
      ? bulletWords(bullet)
      : remark
        ? remarkBelow
        : {
            message: { ja: '前の行の文の続きのように見える行があります', en: 'this line looks like the rest of the text above' },
            help: {
              ja: `文の続きなら前の行につなげて1行に、そうでなければ${ja}書いてください`,
              en: `join it to the line above if it is a part of that text, else write it as \`${sign}\``,
            },
          }),
    mends: [{ start: head.start + head.words.length, end: last.start + last.words.length, text: '' }],
    guess: true,
  };
}

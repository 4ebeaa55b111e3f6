import { quote } from '../../print-scalar.js';
import { lonelyCloser, missingClosers } from '../flow-text.js';
import type { IsKey } from '../key-words.js';
import type { Candidate } from './candidate.js';
import type { Line } from './lines.js';

/** A key that a text or a bracket stands behind without colon and space. */
const glued = /^([a-z][A-Za-z]*)()(?=[^\0-\x7F\s：﹕︓∶；＝→⇒、，[{]|\d+$)/;

/** A colon, quotes or a bracket that a line lacks or has too many. */
export function* inLine(line: Line, far: number, unreadable: boolean, isKey: IsKey): Iterable<Candidate> {
  const { words } = line;
  const at = line.start + line.column;
  const [, key = '', gap = ''] = glued.exec(words) ?? /^([^\s:"'[\]{}#、，,.]+)(\s*)(?=[^:]|$)/.exec(words) ?? [];
  if (isKey(key) || /^\d{4}(?:-\d{4}|-)?$/.test(key)) {
    // `key = value` has a sign of its own in the place of the colon.
    const sign = /^[=＝→⇒、，,.][ \t]*/.exec(words.slice(key.length + gap.length))?.[0] ?? '';
    const text = words.slice(key.length + gap.length + sign.length);
    const missing: Candidate = {
      code: 'missing-colon',
      start: at,
      end: at + key.length,
      message: { ja: `\`${key}\` の後にコロンがありません`, en: `the colon behind \`${key}\` is missing` },
      help: { ja: `\`${key}: …\` の形で書いてください`, en: `write \`${key}: …\`` },
      mends: [{ start: at + key.length, end: at + key.length + gap.length + sign.length, text: text === '' ? ':' : ': ' }],
      cost: 0.8 + far,
    };
    yield missing;
    // Where a line breaks off behind its key, it is the value that is told to be missing.
    if (text === '') yield { ...missing, silent: true, cost: 0.9 + far };
  }
  const value = /^[^\s:"'[\]{}#]+:[ \t]+/.exec(words)?.[0].length ?? 0;
  const rest = words.slice(value);
  if (unreadable && !/^["']/.test(rest) && /[[\]{}]/.test(rest)) {
    const sign = /[[\]{}]/.exec(rest) as RegExpExecArray;
    const start = at + value + sign.index;
    yield {
      code: 'needs-quotes',
      start,
      end: start + 1,
      message: { ja: `文の中の \`${sign[0]}\` が、YAMLの記号と読まれます`, en: `the \`${sign[0]}\` of this text reads as a sign of YAML` },
      help: { ja: `文全体を引用符で囲んでください: ${quote(rest)}`, en: `quote the whole text: ${quote(rest)}` },
      mends: [{ start: at + value, end: line.end, text: quote(rest) }],
      cost: 1.3 + far,
    };
  }
  for (const close of ['"', "'"]) {
    const open = new RegExp(`(?:^|: +|- +|[\\[{,] *)${close}`).exec(words);
    if (!open) continue;
    const start = at + open.index + open[0].length - 1;
    yield {
      code: 'unclosed-quote',
      start,
      end: start + 1,
      message: { ja: `引用符 \`${close}\` が閉じていません`, en: `the quote \`${close}\` is not closed` },
      help: {
        ja: `文の終わりにも \`${close}\` を書くか、文の一部なら文全体を囲んでください`,
        en: `write a \`${close}\` at the end too, or quote the whole text if it is part of it`,
      },
      mends: [{ start: line.end, end: line.end, text: close }],
      guess: true,
      cost: 2 + far,
    };
  }
  yield* unclosedBracket(line, far);
  const lonely = lonelyCloser(words);
  if (lonely === undefined) return;
  const close = words[lonely] as string;
  const open = close === ']' ? '[' : '{';
  yield {
    code: 'unclosed-bracket',
    start: at + lonely,
    end: at + lonely + 1,
    message: { ja: `\`${close}\` に対応する \`${open}\` がありません`, en: `there is no \`${open}\` for this \`${close}\`` },
    help: { ja: `値の頭に \`${open}\` を書いてください`, en: `begin the value with \`${open}\`` },
    mends: [{ start: at + value, end: at + value, text: open }],
    cost: 1 + far,
  };
}

/** The brackets that a line leaves open, closed together; or, where what stands in them is not whole, left out to read on. */
function* unclosedBracket(line: Line, far: number): Iterable<Candidate> {
  const { words } = line;
  const { first, closers } = missingClosers(words);
  if (first === undefined) return;
  const at = line.start + line.column;
  const open = words[first] as string;
  const signs = closers.map(({ signs }) => signs).join('');
  const told = {
    code: 'unclosed-bracket',
    start: at + first,
    end: at + first + 1,
    message: { ja: `\`${open}\` が閉じていません`, en: `the \`${open}\` is not closed` },
  } as const;
  const closed = (missing: typeof closers, from: number) =>
    missing.map(({ index, signs }) => ({ start: from + index, end: from + index, text: signs.replace(/^\}/, ' }') }));
  if (/[^[\]{}\s]/.test(words.slice(first)))
    yield {
      ...told,
      help: { ja: `行の終わりに \`${signs}\` を書いてください`, en: `close it with \`${signs}\`` },
      mends: closed(closers, at),
      cost: 1 + far,
    };
  if (open === '{')
    yield {
      ...told,
      help: { ja: `全体を \`[{\` と \`}]\` で囲んでください`, en: 'write it between `[{` and `}]`' },
      mends: [
        { start: at + first, end: at + first, text: '[' },
        ...closed(missingClosers(`[${words.slice(first)}`).closers, at + first - 1),
      ],
      cost: 1.1 + far,
    };
  for (const empty of ['[]', '{}'])
    yield {
      ...told,
      help: { ja: '中身を書き、かっこを閉じてください', en: 'write what belongs into it, and close it' },
      mends: [{ start: at + first, end: line.end, text: empty }],
      guess: true,
      cost: 3 + far,
    };
}

import { quote } from '../print-scalar.js';
import { commentStart, flowLike, foldFlow } from './flow-text.js';
import { blockSign, isRemark, quotedText } from './line-forms.js';
import { scanFlow, wideFlow } from './scan-flow.js';
import { scanReserved } from './scan-reserved.js';
import { nameSigns } from './slip.js';
import { type Around, type ScannedValue, textSlip, type Value } from './value.js';

/** What can go wrong in a value: a text that needs quotes, or full-width signs in `[…]` and `{…}`. */
export function scanValue(value: Value, around: Around): ScannedValue {
  const { raw, before, keyed } = value;
  const [first = ''] = raw;
  if (raw === '') return {};
  if (blockSign.test(raw)) return around.isBlock() ? { block: true } : textSlip(value, first, around);
  if (first === '"' || first === "'") {
    const closed = quotedText.exec(raw)?.[0];
    if (!closed) return { open: { close: first, depth: 0 } };
    return /^(?:\s+#.*|\s*)$/.test(raw.slice(closed.length)) ? {} : textSlip(value, first, around);
  }
  if (/^[“”„‟＂]/.test(first)) return wideQuotes(value);
  if (first === '[' || first === '{') return scanFlow(value, around);
  if (first === '［' || first === '｛') {
    const folded = foldFlow(raw);
    return flowLike(folded, around.isKey) ? wideFlow(value, raw, folded) : {};
  }
  if (/^[&*!]/.test(first)) return scanReserved(value, around);
  if (/^[%@`,\]}|>]/.test(first) || /^[?:-](?:\s|$)/.test(raw)) return textSlip(value, first, around);
  if (first === '#') return /^#\S/.test(raw) && before.at(-2) !== ' ' ? textSlip(value, '#', around) : {};
  const comment = commentStart(raw);
  const body = comment < 0 ? raw : raw.slice(0, comment).trimEnd();
  if (keyed && /:(?:[ \t]|$)/.test(body)) return textSlip(value, ':', around);
  if (comment >= 0 && raw[comment - 2] !== ' ' && raw[comment - 1] === ' ' && /[^\0-\x7F]/.test(body)) return commentSlip(value, comment);
  return {};
}

/** Behind `# ` stands a remark more often than the rest of a text, as with 要確認: that is left to the author. */
function commentSlip(value: Value, comment: number): ScannedValue {
  const { raw, at } = value;
  const guess = /^#\s/.test(raw.slice(comment)) || isRemark(raw.slice(comment + 1));
  const start = at + comment;
  return {
    slip: {
      code: 'comment-in-text',
      start,
      end: at + raw.length,
      message: {
        ja: `\` #\` から後は注釈と読まれ、文から落ちます: \`${raw.slice(comment)}\``,
        en: `from \` #\` on this is a comment, and lost to the text: \`${raw.slice(comment)}\``,
      },
      help: {
        ja: '文の一部なら文全体を "…" で囲み、注釈なら # の前に空白を2つ以上置いてください',
        en: 'quote the whole text, or put two spaces before the # of a comment',
      },
      mends: [guess ? { start, end: start, text: ' ' } : { start: at, end: at + raw.length, text: quote(raw) }],
      guess,
    },
  };
}

/** Curly quotes are letters of a text; around what only quotes make possible they are meant as quotes. */
function wideQuotes({ raw, at }: Value): ScannedValue {
  const [whole = '', , inner = ''] = /^([“”„‟＂])(.*)[“”„‟＂]$/.exec(raw) ?? [];
  if (!whole || /[“”„‟＂"\\]/.test(inner) || !/^[\0-\x7F]*$|^[-?:,[\]{}#&*!|>'%@`]|: | #/.test(inner)) return {};
  const names = nameSigns([raw[0] ?? '']);
  return {
    slip: {
      code: 'full-width-sign',
      start: at,
      end: at + 1,
      message: { ja: `引用符として使えない文字です: ${names.ja}`, en: `this is not a quote of YAML: ${names.en}` },
      help: { ja: `半角で "${inner}" と書いてください`, en: `write "${inner}" with straight quotes` },
      mends: [{ start: at, end: at + raw.length, text: quote(inner) }],
    },
  };
}

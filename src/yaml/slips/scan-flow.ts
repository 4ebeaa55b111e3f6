import { quote } from '../print-scalar.js';
import { commentStart, depthOf, flowEnd, foldFlow, maps, split, withoutQuotes } from './flow-text.js';
import { foldKey, looksLikeYear } from './key-words.js';
import { quotedText } from './line-forms.js';
import { nameSigns, signsIn } from './slip.js';
import { type Around, type ScannedValue, textSlip, type Value } from './value.js';

/** What can go wrong in a value that begins with a bracket. */
export function scanFlow(value: Value, around: Around): ScannedValue {
  const { raw: written, before } = value;
  const end = flowEnd(written);
  const comment = end === undefined ? -1 : commentStart(withoutQuotes(written));
  if (end !== undefined && comment >= 0 && comment < end && !around.isClosedBelow(depthOf(written.slice(0, comment)))) {
    return commentInFlow(value, comment);
  }
  if (end === undefined) {
    const folded = foldFlow(written);
    if (folded !== written && flowEnd(folded) !== undefined) return wideFlow(value, written, folded);
    const depth = depthOf(written);
    // Behind a period stands a text, for which no bracket is closed.
    const [, key = ''] = /([^\s:：﹕︓∶]+)\s*[:：﹕︓∶]+\s*$/.exec(before) ?? [];
    if (looksLikeYear(foldKey(key)) && !around.isClosedBelow(depth)) return textSlip(value, written[0] ?? '', around);
    return { open: { close: written.startsWith('[') ? ']' : '}', depth } };
  }
  const years = foldYears(written.slice(0, end), before);
  if (years !== undefined) return wideFlow(value, written.slice(0, end), years);
  const after = written.slice(end);
  if (after !== '' && !/^\s+#/.test(after)) {
    const folded = foldFlow(written);
    return folded !== written && flowEnd(folded) === folded.length
      ? wideFlow(value, written, folded)
      : textSlip(value, written[0] ?? '', around);
  }
  const body = written.slice(0, end);
  const folded = foldFlow(body);
  // A brace that would close the whole before its end belongs to a text.
  if (folded !== body && flowEnd(folded) === folded.length) return wideFlow(value, body, folded);
  return doubledComma(value, body) ?? commaSlip(value, body) ?? signSlip(value, body) ?? {};
}

/** A comma with nothing before it. */
function doubledComma({ at }: Value, body: string): ScannedValue | undefined {
  const found = /(?<=[[{,]\s*),/.exec(withoutQuotes(body));
  if (!found) return undefined;
  const start = at + found.index;
  return {
    slip: {
      code: 'yaml-syntax',
      start,
      end: start + 1,
      message: { ja: '`,` の前に何もありません', en: 'nothing stands before this `,`' },
      help: { ja: '余分な `,` なら消し、抜けた項目があれば書いてください', en: 'remove the `,`, or write the entry that was left out' },
      mends: [{ start, end: start + 1, text: '' }],
      guess: true,
    },
  };
}

/** In `{ key: text }` a text with a sign of YAML at its beginning or inside it. */
function signSlip({ at }: Value, body: string): ScannedValue | undefined {
  const bare = withoutQuotes(body);
  for (const group of maps(bare)) {
    for (const part of split(bare.slice(group.start, group.end), group.start)) {
      const [whole, head = ''] = /^(\s*[^\s"'[\]{}:][^"'[\]{}:]*:\s+)\S.*$/.exec(part.text.trimEnd()) ?? [];
      if (whole === undefined) continue;
      const start = part.start + head.length;
      const words = body.slice(start, part.start + whole.length);
      const sign = signIn(words);
      if (sign === undefined) continue;
      const text = quote(words);
      return {
        slip: {
          code: 'needs-quotes',
          start: at + start + sign,
          end: at + start + sign + 1,
          message: {
            ja: `\`{ }\` の中の文にある \`${words[sign]}\` は、YAMLの記号と読まれます`,
            en: `inside \`{ }\` the \`${words[sign]}\` of a text reads as a sign of YAML`,
          },
          help: { ja: `文全体を引用符で囲んでください: ${text}`, en: `quote the whole text: ${text}` },
          mends: [{ start: at + start, end: at + start + words.length, text }],
        },
      };
    }
  }
  return undefined;
}

/** Where a text between braces has a sign of YAML; undefined where it has none, or is no text. */
function signIn(words: string): number | undefined {
  const closed = /^["']/.test(words) ? quotedText.exec(words)?.[0].length : /^[[{]/.test(words) ? flowEnd(words) : undefined;
  if (closed !== undefined) return closed === words.length ? undefined : 0;
  const sign = words.search(/^[%@`|>]|^[*&!](?=[^\0-\x7F])|[[\]{}]|:(?=\s|$)/);
  return sign < 0 ? undefined : sign;
}

/** A comment takes the bracket that closes the line along. In a Japanese text behind a key it is a part of the text, elsewhere it may be a remark. */
function commentInFlow({ raw: written, at }: Value, comment: number): ScannedValue {
  const bare = withoutQuotes(written);
  const end = comment + bare.slice(comment).search(/\s*(?:[,\]}]|$)/);
  const [words = ''] = /(?<=[{,]\s*[^\s,:[\]{}]+:\s+)[^,[\]{}"]*$/.exec(bare.slice(0, comment)) ?? [];
  const isText = /[^\0-\x7F]/.test(words);
  const start = isText ? comment - words.length : bare.slice(0, comment).trimEnd().length;
  const text = isText ? quote(written.slice(start, end)) : '';
  return {
    slip: {
      code: 'comment-in-text',
      start: at + comment,
      end: at + end,
      message: {
        ja: `\` #\` から後は注釈と読まれ、かっこが閉じません: \`${written.slice(comment, end)}\``,
        en: `from \` #\` on this is a comment, and the bracket stays open: \`${written.slice(comment, end)}\``,
      },
      help: isText
        ? { ja: `文の一部なら文全体を引用符で囲んでください: ${text}`, en: `quote the whole text: ${text}` }
        : {
            ja: '注釈ならかっこの外（行の終わりに空白を2つ置いた後）に移し、文の一部なら文全体を "…" で囲んでください',
            en: 'move a comment behind the bracket, two spaces away from it, or quote the whole text if it is part of that',
          },
      mends: [{ start: at + start, end: at + end, text }],
      guess: !isText,
    },
  };
}

/** A list of columns with its signs in half-width; undefined where they are, or where something else than years stands in it. */
function foldYears(list: string, before: string): string | undefined {
  if (!/columns[ \t]*[:：][ \t]*$/.test(before)) return undefined;
  const years = list.slice(1, -1).split(/[,，、]/);
  const right = years.map(foldKey);
  const isWide = /[，、]/.test(list) || years.some((year, index) => year.trim() !== right[index]);
  return isWide && right.every(looksLikeYear) ? `[${right.join(', ')}]` : undefined;
}

/** The slip of a flow collection, the whole value or its beginning, with full-width signs; `folded` has them in half-width. */
export function wideFlow({ at }: Value, written: string, folded: string): ScannedValue {
  let start = 0;
  while (written[start] === folded[start]) start += 1;
  let tail = 0;
  while (tail < written.length - start && written.at(-1 - tail) === folded.at(-1 - tail)) tail += 1;
  const count = (text: string, sign: string) => text.split(sign).length;
  const changed = signsIn(written.slice(start, written.length - tail)).filter((sign) => count(written, sign) > count(folded, sign));
  const names = nameSigns(changed);
  const plain = changed.length === 0;
  return {
    slip: {
      code: plain ? 'missing-space' : 'full-width-sign',
      start: at + start,
      end: at + Math.max(start + 1, written.length - tail),
      message: plain
        ? { ja: '`:` の後に空白がありません', en: 'a space is missing behind `:`' }
        : {
            ja: `半角で書くところに${names.ja}があります`,
            en: `half-width signs belong here, not ${names.en}`,
          },
      help: { ja: `半角で \`${folded}\` と書いてください`, en: `write \`${folded}\`` },
      mends: [{ start: at, end: at + written.length, text: folded }],
    },
  };
}

/** In `{ key: a, b }` the comma belongs to the text, because `b` is no key with a value. */
function commaSlip({ at }: Value, body: string): ScannedValue | undefined {
  const bare = withoutQuotes(body);
  for (const group of maps(bare)) {
    const parts = split(bare.slice(group.start, group.end), group.start);
    const broken = parts.findIndex(
      (part, index) => index > 0 && part.text.trim() !== '' && !/^\s*[^\s"'][^"']*?:(?:\s|$)|^\s*["']/.test(part.text),
    );
    if (broken < 0) continue;
    const owner = parts.slice(0, broken).findLast(({ text }) => /:\s/.test(text));
    if (!owner) continue;
    let last = broken;
    while (parts[last + 1] && !/^\s*[^\s"'][^"']*?:\s/.test(parts[last + 1]?.text ?? '')) last += 1;
    const colon = /:\s+/.exec(owner.text) as RegExpExecArray;
    const start = owner.start + colon.index + colon[0].length;
    const end = group.start + body.slice(group.start, (parts[last]?.start ?? 0) + (parts[last]?.text.length ?? 0)).trimEnd().length;
    const words = body.slice(start, end);
    if (/^["']/.test(words)) continue;
    const comma = (parts[broken]?.start ?? 1) - 1;
    if (/^\d{4}(?:-\d\d)*$/.test(owner.text.slice(0, colon.index).trim()) && /^\d{1,3}(?:,\d{3})+$/.test(words)) {
      const number = words.replaceAll(',', '');
      return {
        slip: {
          code: 'needs-quotes',
          start: at + comma,
          end: at + comma + 1,
          message: {
            ja: '`{ }` の中の数にある `,` は、項目の区切りと読まれます',
            en: 'inside `{ }` the `,` of a number reads as the end of an entry',
          },
          help: { ja: `桁区切りを付けずに \`${number}\` と書いてください`, en: `write \`${number}\`, without separators` },
          mends: [{ start: at + start, end: at + end, text: number }],
        },
      };
    }
    return {
      slip: {
        code: 'needs-quotes',
        start: at + comma,
        end: at + comma + 1,
        message: {
          ja: '`{ }` の中の文にある `,` は、項目の区切りと読まれます',
          en: 'inside `{ }` the `,` of a text reads as the end of an entry',
        },
        help: { ja: `文全体を引用符で囲んでください: ${quote(words)}`, en: `quote the whole text: ${quote(words)}` },
        mends: [{ start: at + start, end: at + end, text: quote(words) }],
      },
    };
  }
  return undefined;
}

import { quote } from '../print-scalar.js';
import { commentStart, depthOf, flowEnd, flowLike, foldFlow, maps, split, withoutQuotes } from './flow-text.js';
import { foldKey, type IsKey, looksLikeYear } from './key-words.js';
import { blockSign, quotedText } from './line-forms.js';
import { nameSigns, type Slip, signsIn } from './slip.js';

export interface ScannedValue {
  slip?: Slip;
  /** A block scalar begins here. */
  block?: boolean;
  /** What the line leaves open: a bracket or a quote. */
  open?: { close: string; depth: number };
}

/** What is known of the whole text. */
export interface Around {
  isKey: IsKey;
  /** Whether a name has an anchor and an alias. */
  isPair(name: string): boolean;
  /** Whether the next line stands deep enough to be the content of a block. */
  isBlock(): boolean;
  /** Whether a list or a mapping stands below that can only be the value. */
  isAbove(): boolean;
  /** Whether a line below closes a bracket that is left open here. */
  isClosedBelow(depth: number): boolean;
}

/** What can go wrong in the value that begins at `from` of the line: a text that needs quotes, or full-width signs in `[…]` and `{…}`. */
export function scanValue(
  line: string,
  from: number,
  at: number,
  keyed: boolean,
  { isKey, isPair, isBlock, isAbove, isClosedBelow }: Around,
): ScannedValue {
  const raw = line.slice(from).trimEnd();
  const [first = ''] = raw;
  if (raw === '') return {};
  if (blockSign.test(raw)) return isBlock() ? { block: true } : textSlip(first);
  if (first === '"' || first === "'") {
    const closed = quotedText.exec(raw)?.[0];
    if (!closed) return { open: { close: first, depth: 0 } };
    return /^(?:\s+#.*|\s*)$/.test(raw.slice(closed.length)) ? {} : textSlip(first);
  }
  if (/^[“”„‟＂]/.test(first)) return wideQuotes();
  if (first === '[' || first === '{') return flow(raw);
  if (first === '［' || first === '｛') {
    const folded = foldFlow(raw);
    return flowLike(folded, isKey) ? wideFlow(raw, folded) : {};
  }
  if (/^[&*!]/.test(first)) return reserved();
  if (/^[%@`,\]}|>]/.test(first) || /^[?:-](?:\s|$)/.test(raw)) return textSlip(first);
  if (first === '#') return /^#\S/.test(raw) && line[from - 2] !== ' ' ? textSlip('#') : {};
  const comment = commentStart(raw);
  const body = comment < 0 ? raw : raw.slice(0, comment).trimEnd();
  if (keyed && /:(?:\s|$)/.test(body)) return textSlip(':');
  if (comment >= 0 && raw[comment - 2] !== ' ' && raw[comment - 1] === ' ' && /[^\0-\x7F]/.test(body)) return commentSlip(comment);
  return {};

  /** The text without a comment that stands clear of it, by two spaces or more. */
  function whole(): string {
    return raw.replace(/(?:[ ]{2,}|\t[ \t]*)#.*$/, '');
  }

  function quoted(text: string) {
    return { start: at + from, end: at + from + text.length, text: quote(text) };
  }

  function textSlip(sign: string): ScannedValue {
    const text = whole();
    const mend = quoted(text);
    const inside = sign === ':' ? text.search(/:(?:\s|$)/) : 0;
    const start = at + from + Math.max(0, inside);
    return {
      slip: {
        code: 'needs-quotes',
        start,
        end: start + 1,
        message:
          sign === ':'
            ? { ja: '文の中の `: ` は、キーと値の区切りと読まれます', en: 'the `: ` inside this text reads as a key and its value' }
            : sign === '"' || sign === "'"
              ? {
                  ja: `\`${sign}\` で始まる文は、引用符の終わりで切れてしまいます`,
                  en: `a text that begins with \`${sign}\` ends at the next one`,
                }
              : {
                  ja: `\`${sign}\` で始まる文は、YAMLの記号と読まれます`,
                  en: `a text that begins with \`${sign}\` reads as a sign of YAML`,
                },
        help: { ja: `文全体を引用符で囲んでください: ${mend.text}`, en: `quote the whole text: ${mend.text}` },
        mends: [mend],
      },
    };
  }

  function commentSlip(comment: number): ScannedValue {
    const mend = quoted(raw);
    return {
      slip: {
        code: 'comment-in-text',
        start: at + from + comment,
        end: at + from + raw.length,
        message: {
          ja: `\` #\` から後は注釈と読まれ、文から落ちます: \`${raw.slice(comment)}\``,
          en: `from \` #\` on this is a comment, and lost to the text: \`${raw.slice(comment)}\``,
        },
        help: {
          ja: '文の一部なら文全体を "…" で囲み、注釈なら # の前に空白を2つ以上置いてください',
          en: 'quote the whole text, or put two spaces before the # of a comment',
        },
        mends: [mend],
      },
    };
  }

  /**
   * `&`, `*` and `!` are parts of YAML that the format does not have. What stands there was brought from elsewhere where it can be nothing but
   * YAML, and what was meant only the author knows; else it is a text.
   */
  function reserved(): ScannedValue {
    const [whole_ = '', word = ''] = /^([&*!]\S*)\s*/.exec(raw) ?? [];
    const behind = raw.slice(whole_.length);
    const isYaml = first === '!' ? isTag(word, behind) : isPair(word.slice(1)) || (first === '&' && isAnchor(behind));
    if (!isYaml && !/^[&*!][\w-]*$/.test(word)) return textSlip(first);
    return {
      slip: {
        code: first === '!' ? 'yaml-tag' : 'yaml-alias',
        start: at + from,
        end: at + from + word.length,
        message:
          first === '!'
            ? { ja: `タグ（\`${word}\`）は使えません`, en: `the tag \`${word}\` is not part of the format` }
            : {
                ja: `アンカー（&）とエイリアス（*）は使えません: \`${word}\``,
                en: `anchors (&) and aliases (*) are not part of the format: \`${word}\``,
              },
        mends: [isYaml && first !== '*' ? { start: at + from, end: at + from + whole_.length, text: '' } : quoted(whole())],
        guess: isYaml,
      },
    };
  }

  function isTag(word: string, behind: string): boolean {
    if (/^!(?:![\w-]+|<\S*>)$/.test(word)) return true;
    return /^![A-Za-z][\w-]{2,}$/.test(word) && (isNothing(behind) ? isAbove() : /^[\0-\x7F]*$/.test(behind));
  }

  /** Whether a value with the name of an anchor before it, which no alias speaks of, is more than a text. */
  function isAnchor(behind: string): boolean {
    return isNothing(behind) ? isAbove() : !keyed && /^[^\s:]+:(?:\s|$)/.test(behind);
  }

  function isNothing(behind: string): boolean {
    return behind === '' || behind.startsWith('#');
  }

  /** Curly quotes are letters of a text; around what only quotes make possible they are meant as quotes. */
  function wideQuotes(): ScannedValue {
    const [whole_ = '', , inner = ''] = /^([“”„‟＂])(.*)[“”„‟＂]$/.exec(raw) ?? [];
    if (!whole_ || /[“”„‟＂"\\]/.test(inner) || !/^[\0-\x7F]*$|^[-?:,[\]{}#&*!|>'%@`]|: | #/.test(inner)) return {};
    const names = nameSigns([first]);
    return {
      slip: {
        code: 'full-width-sign',
        start: at + from,
        end: at + from + 1,
        message: { ja: `引用符として使えない文字です: ${names.ja}`, en: `this is not a quote of YAML: ${names.en}` },
        help: { ja: `半角で "${inner}" と書いてください`, en: `write "${inner}" with straight quotes` },
        mends: [{ start: at + from, end: at + from + raw.length, text: quote(inner) }],
      },
    };
  }

  function flow(written: string): ScannedValue {
    const end = flowEnd(written);
    const comment = end === undefined ? -1 : commentStart(withoutQuotes(written));
    if (end !== undefined && comment >= 0 && comment < end && !isClosedBelow(depthOf(written.slice(0, comment)))) {
      return commentInFlow(written, comment);
    }
    if (end === undefined) {
      const folded = foldFlow(written);
      if (folded !== written && flowEnd(folded) !== undefined) return wideFlow(written, folded);
      return { open: { close: written.startsWith('[') ? ']' : '}', depth: depthOf(written) } };
    }
    const years = foldYears(written.slice(0, end));
    if (years !== undefined) return wideFlow(written.slice(0, end), years);
    const after = written.slice(end);
    if (after !== '' && !/^\s+#/.test(after)) {
      const folded = foldFlow(written);
      return folded !== written && flowEnd(folded) === folded.length ? wideFlow(written, folded) : textSlip(first);
    }
    const body = written.slice(0, end);
    const folded = foldFlow(body);
    if (folded !== body) return wideFlow(body, folded);
    return commaSlip(body);
  }

  /** A comment takes the bracket that closes the line along. In a Japanese text behind a key it is a part of the text, elsewhere it may be a remark. */
  function commentInFlow(written: string, comment: number): ScannedValue {
    const bare = withoutQuotes(written);
    const end = comment + bare.slice(comment).search(/\s*(?:[,\]}]|$)/);
    const [words = ''] = /(?<=[{,]\s*[^\s,:[\]{}]+:\s+)[^,[\]{}"]*$/.exec(bare.slice(0, comment)) ?? [];
    const isText = /[^\0-\x7F]/.test(words);
    const start = isText ? comment - words.length : bare.slice(0, comment).trimEnd().length;
    const text = isText ? quote(written.slice(start, end)) : '';
    return {
      slip: {
        code: 'comment-in-text',
        start: at + from + comment,
        end: at + from + end,
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
        mends: [{ start: at + from + start, end: at + from + end, text }],
        guess: !isText,
      },
    };
  }

  /** A list of columns with its signs in half-width; undefined where they are, or where something else than years stands in it. */
  function foldYears(list: string): string | undefined {
    if (!/columns[ \t]*[:：][ \t]*$/.test(line.slice(0, from))) return undefined;
    const years = list.slice(1, -1).split(/[,，、]/);
    const right = years.map(foldKey);
    const isWide = /[，、]/.test(list) || years.some((year, index) => year.trim() !== right[index]);
    return isWide && right.every(looksLikeYear) ? `[${right.join(', ')}]` : undefined;
  }

  function wideFlow(written: string, folded: string): ScannedValue {
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
        start: at + from + start,
        end: at + from + Math.max(start + 1, written.length - tail),
        message: plain
          ? { ja: '`:` の後に空白がありません', en: 'a space is missing behind `:`' }
          : {
              ja: `半角で書くところに${names.ja}があります`,
              en: `half-width signs belong here, not ${names.en}`,
            },
        help: { ja: `半角で \`${folded}\` と書いてください`, en: `write \`${folded}\`` },
        mends: [{ start: at + from, end: at + from + written.length, text: folded }],
      },
    };
  }

  /** In `{ key: a, b }` the comma belongs to the text, because `b` is no key with a value. */
  function commaSlip(body: string): ScannedValue {
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
            start: at + from + comma,
            end: at + from + comma + 1,
            message: {
              ja: '`{ }` の中の数にある `,` は、項目の区切りと読まれます',
              en: 'inside `{ }` the `,` of a number reads as the end of an entry',
            },
            help: { ja: `桁区切りを付けずに \`${number}\` と書いてください`, en: `write \`${number}\`, without separators` },
            mends: [{ start: at + from + start, end: at + from + end, text: number }],
          },
        };
      }
      return {
        slip: {
          code: 'needs-quotes',
          start: at + from + comma,
          end: at + from + comma + 1,
          message: {
            ja: '`{ }` の中の文にある `,` は、項目の区切りと読まれます',
            en: 'inside `{ }` the `,` of a text reads as the end of an entry',
          },
          help: { ja: `文全体を引用符で囲んでください: ${quote(words)}`, en: `quote the whole text: ${quote(words)}` },
          mends: [{ start: at + from + start, end: at + from + end, text: quote(words) }],
        },
      };
    }
    return {};
  }
}

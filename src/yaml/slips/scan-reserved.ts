import { type Around, quoted, type ScannedValue, textSlip, type Value } from './value.js';

/**
 * `&`, `*` and `!` are parts of YAML that the format does not have. What stands there was brought from elsewhere where it can be nothing but
 * YAML, and what was meant only the author knows; else it is a text.
 */
export function scanReserved(value: Value, around: Around): ScannedValue {
  const { raw, at } = value;
  const [first = ''] = raw;
  const [whole = '', word = ''] = /^([&*!]\S*)\s*/.exec(raw) ?? [];
  const behind = raw.slice(whole.length);
  const isYaml =
    first === '!' ? isTag(word, behind, around) : around.isPair(word.slice(1)) || (first === '&' && isAnchor(behind, value, around));
  if (!isYaml && !/^[&*!][\w-]*$/.test(word)) return textSlip(value, first, around);
  return {
    slip: {
      code: first === '!' ? 'yaml-tag' : 'yaml-alias',
      start: at,
      end: at + word.length,
      message:
        first === '!'
          ? { ja: `タグ（\`${word}\`）は使えません`, en: `the tag \`${word}\` is not part of the format` }
          : {
              ja: `アンカー（&）とエイリアス（*）は使えません: \`${word}\``,
              en: `anchors (&) and aliases (*) are not part of the format: \`${word}\``,
            },
      mends: [isYaml && first !== '*' ? { start: at, end: at + whole.length, text: '' } : quoted(value)],
      guess: isYaml,
    },
  };
}

function isTag(word: string, behind: string, { isAbove }: Around): boolean {
  if (/^!(?:![\w-]+|<\S*>)$/.test(word)) return true;
  return /^![A-Za-z][\w-]{2,}$/.test(word) && (isNothing(behind) ? isAbove() : /^[\0-\x7F]*$/.test(behind));
}

/** Whether a value with the name of an anchor before it, which no alias speaks of, is more than a text. */
function isAnchor(behind: string, { raw, keyed }: Value, { isAbove, takes }: Around): boolean {
  if (!takes(raw)) return true;
  return isNothing(behind) ? isAbove() : !keyed && /^[^\s:]+:(?:\s|$)/.test(behind);
}

function isNothing(behind: string): boolean {
  return behind === '' || behind.startsWith('#');
}

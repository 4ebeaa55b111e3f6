import type { Expected } from './expected.js';
import { foldKey, type IsKey, looksLikeYear } from './key-words.js';
import { closingLine, dashIn, headForm, indentation, keyBefore, properHead, wideSpace } from './line-forms.js';
import { type Mend, MendedText } from './mended-text.js';
import { scanValue } from './scan-value.js';
import { nameSigns, type Slip, signsIn } from './slip.js';

/**
 * What an input method does to YAML, line by line: full-width signs where the structure wants half-width ones, missing spaces behind
 * signs, and texts that need quotes. Only lines whose meaning is certain are blamed, and each line's head or value once.
 */
export function scanSlips(text: string, { isKey, takes, standBeside }: Expected): Slip[] {
  const slips: Slip[] = [];
  const lines = text.split('\n');
  /** The lines, those that were scanned with their heads as they should be. */
  const mended = [...lines];
  /** How many columns each tab of the line above stands for, where tabs alone indent it. */
  let tab: number | undefined;
  let named: Set<string> | undefined;
  const isPair = (name: string) => {
    named ??= new Set([...text.matchAll(/(?:[:-][ \t]+|^[ \t]*)([&*][^\s,[\]{}]+)/gm)].map(([, word = '']) => word));
    return named.has(`&${name}`) && named.has(`*${name}`);
  };
  /** A line deeper than this belongs to a block scalar, whose content is free. */
  let blockBelow = -1;
  let start = 0;
  let skipTo = 0;
  for (const [number, raw] of lines.entries()) {
    const line = raw.replace(/\r$/, '');
    const at = start;
    start += raw.length + 1;
    if (number < skipTo) continue;
    // A byte order mark begins the file, and is no space.
    const mark = at === 0 && line.startsWith('\uFEFF') ? 1 : 0;
    const indent = indentation.exec(line.slice(mark))?.[0] ?? '';
    if (blockBelow >= 0) {
      if (line.trim() === '' || indent.length > blockBelow) continue;
      blockBelow = -1;
    }
    const isTabbed = /^\t+$/.test(indent);
    const head = scanHead(line.slice(mark), at + mark, indent, isKey, (dashed) =>
      isTabbed && tab !== undefined ? tab * indent.length : widthOf(indent, neighbours(mended, number, dashed), dashed),
    );
    if (head.slip) {
      slips.push(head.slip);
      mended[number] = new MendedText(
        line,
        head.slip.mends.map((mend) => ({ ...mend, start: mend.start - at, end: mend.end - at })),
      ).text;
    }
    if (indent !== '' && line.trim() !== '') {
      const columns = (mended[number] ?? '').search(/[^ ]|$/) / indent.length;
      tab = isTabbed && Number.isInteger(columns) && columns > 0 ? columns : undefined;
    }
    if (head.value === undefined || /^<<\s*:/.test(line.slice(head.column))) continue;
    const from = mark + head.value;
    const value = scanValue(
      { raw: line.slice(from).trimEnd(), before: line.slice(mark, from), at: at + from, keyed: head.keyed },
      {
        isKey,
        takes: (data) =>
          head.key === undefined
            ? takes(listAbove(lines, number, indent.length), [data])
            : looksLikeYear(head.key) || takes(head.key, data),
        isBeside: (word) => head.key !== undefined && (looksLikeYear(word) ? looksLikeYear(head.key) : standBeside(head.key, word)),
        isPair,
        isBlock: () => indentBelow(lines, number) > (head.keyed ? head.column : indent.length),
        isClosedBelow: (depth) => closingLine(lines, number, { close: ']', depth }, isKey) > number + 1,
        isAbove: () => isAbove(lines, number, head.keyed ? head.column : indent.length, head.keyed),
      },
    );
    if (value.slip) slips.push(value.slip);
    if (value.block) blockBelow = head.column;
    if (value.open) skipTo = closingLine(lines, number, value.open, isKey);
  }
  return slips;
}

/** A date with a sign behind it that only periods have: what is meant by it is not known. */
const openDate = /^\d{4}-\d\d(?:-\d\d)?-$/;

/** Stands for a character that stays as it is. */
const kept = '\0';

interface Head {
  slip?: Slip;
  /** Where the value begins in the line, if the line has one. */
  value?: number;
  /** Whether a key stands before the value. */
  keyed: boolean;
  /** The key, in half-width characters. */
  key?: string;
  column: number;
}

function scanHead(line: string, at: number, indent: string, isKey: IsKey, width: (dashed: boolean) => number): Head {
  const mends: Mend[] = [];
  const wrong: string[] = [];
  const put = (from: number, to: number, words: string, signs: string) => {
    mends.push({ start: at + from, end: at + to, text: words });
    for (const sign of signsIn(signs)) if (sign !== kept && !wrong.includes(sign)) wrong.push(sign);
  };
  let place = indent.length;
  const rest = line.slice(place);
  const wideIndent = indent.replace(/ /g, '');
  if (wideIndent) {
    put(0, place, ' '.repeat(rest === '' ? 0 : width(dashIn(rest, true, isKey) !== undefined)), wideIndent);
  }
  if (rest.startsWith('＃')) put(place, place + 1, '# ', '＃');
  if (rest === '' || rest.startsWith('#') || rest.startsWith('＃') || /^(?:---|\.\.\.)(?:\s|$)/.test(rest))
    return { ...finish(), keyed: false, column: place };

  let dashes = 0;
  for (let dash = dashIn(rest, true, isKey); dash; dash = dashIn(line.slice(place), false, isKey)) {
    const { sign, space } = dash;
    const length = sign.length + space.length;
    const after = line.slice(place + length);
    const proper = sign === '-' && (/^ +$/.test(space) || (space === '' && after === ''));
    if (sign === '--') put(place, place + 1, '', '-');
    else if (!proper) {
      // Behind a dash another one belongs to what follows: `- -2023` is no list in a list.
      if (space === '' && (dashes > 0 || !keyBefore(after, isKey))) break;
      put(place, place + length, after === '' ? '-' : '- ', (sign === '-' ? '' : sign) + space.replace(/ /g, ''));
    }
    place += length;
    dashes += 1;
  }

  const column = place;
  const found = headForm.exec(line.slice(place));
  const [whole = '', word = '', before = '', colon = '', after = ''] = found ?? [];
  const folded = foldKey(word);
  const behind = place + whole.length;
  // A time of day is no key before a colon without its space.
  const isTime = colon === ':' && / \d{1,2}$/.test(word) && /^\d\d(?!\d)/.test(line.slice(behind));
  const proper = colon === ':' && (/^[ \t]/.test(after) || (after === '' && behind === line.length));
  if (found && !isTime && (isKey(folded) || looksLikeYear(folded)) && (colon !== ';' || after !== '' || behind === line.length)) {
    if (folded !== word && !openDate.test(folded))
      put(place, place + word.length, folded, [...word].map((char) => (folded.includes(char) ? kept : char)).join(''));
    const spaces = new RegExp(`[\\t${wideSpace}]`);
    if (!proper || spaces.test(before) || spaces.test(after)) {
      const signs = (colon === ':' ? '' : colon) + (before + after).replace(/ /g, '');
      put(place + word.length, behind, behind === line.length ? ':' : ': ', signs);
    }
    putPeriod();
    return { ...finish(), value: behind, keyed: true, key: folded, column };
  }
  if (found && colon === ':' && after !== '' && after.trimStart() !== '' && /^[\w-]+$/.test(word) && !/^[ \t]/.test(after)) {
    put(place + word.length, behind, ': ', after.replace(/ /g, ''));
    return { ...finish(), value: behind, keyed: true, key: word, column };
  }
  const key = properHead.exec(line.slice(place));
  if (key) {
    const value = place + key[0].length;
    const gap = /^[ \t]*/.exec(line.slice(value))?.[0].length ?? 0;
    return { ...finish(), value: value + gap, keyed: true, key: key[0].replace(/\s*:$/, ''), column };
  }
  return dashes > 0 ? { ...finish(), value: place, keyed: false, column } : { ...finish(), keyed: false, column };

  /** The window is a period that stands behind its key: its signs are those of the structure too. */
  function putPeriod(): void {
    const value =
      folded === 'window'
        ? line
            .slice(behind)
            .replace(/(?:^|\s+)#.*$/, '')
            .trimEnd()
        : '';
    const right = foldKey(value);
    if (right !== value && looksLikeYear(right))
      put(behind, behind + value.length, right, [...value].map((char) => (right.includes(char) ? kept : char)).join(''));
  }

  function finish(): { slip?: Slip } {
    const [first] = mends;
    if (!first) return {};
    const last = mends.at(-1) ?? first;
    const end = wrong.length > 0 ? last.end : Math.max(last.end, last.start);
    const onlyTabs = wrong.length > 0 && wrong.every((sign) => sign === '\t');
    const mended = mendedHead(line, at, mends, place);
    if (wrong.length === 0) {
      return {
        slip: {
          code: 'missing-space',
          start: first.start,
          end: Math.max(end, first.start + 1),
          message: { ja: `\`${line.slice(first.start - at, end - at).trim()}\` の後に空白がありません`, en: 'a space is missing here' },
          help: { ja: `\`${mended}\` のように、半角の空白を1つ入れてください`, en: `put a space in: \`${mended}\`` },
          mends,
        },
      };
    }
    const isSpaced = wrong.every((sign) => sign === ' ');
    const names = nameSigns(isSpaced ? wrong : wrong.filter((sign) => sign !== ' '));
    const isNarrow = wrong.every((sign) => /^[!-~]$/.test(sign));
    const narrow = narrowest(line, at, mends, isSpaced ? /[\w:-]/ : /[ \w:-]/);
    return {
      slip: {
        code: onlyTabs ? 'yaml-tab' : 'full-width-sign',
        ...narrow,
        message: onlyTabs
          ? { ja: 'タブが使われています', en: 'there is a tab' }
          : isSpaced
            ? { ja: '期間の中に空白があります', en: 'there is a space inside the period' }
            : isNarrow
              ? { ja: `ここに書けない記号があります: ${names.ja}`, en: `a sign stands here that does not belong here: ${names.en}` }
              : {
                  ja: `半角で書くところに${names.ja}があります`,
                  en: `half-width signs belong here, not ${names.en}`,
                },
        help:
          mended.trim() === '' || (onlyTabs && first.end === at + indent.length)
            ? { ja: '半角の空白に置き換えてください', en: 'write half-width spaces' }
            : isSpaced
              ? { ja: `\`${mended}\` のように、空白を入れずに書いてください`, en: `write \`${mended}\`, without spaces` }
              : isNarrow
                ? { ja: `\`${mended}\` と書いてください`, en: `write \`${mended}\`` }
                : { ja: `半角で \`${mended}\` と書いてください`, en: `write \`${mended}\` in half-width characters` },
        mends,
      },
    };
  }
}

/** The head of the line as it should be, without its indentation. */
function mendedHead(line: string, at: number, mends: readonly Mend[], place: number): string {
  let text = '';
  let done = 0;
  for (const { start, end, text: words } of mends) {
    text += line.slice(done, start - at) + words;
    done = end - at;
  }
  return (text + line.slice(done, Math.max(done, place))).trim();
}

/** The characters to blame, from the first that is not right to the last. */
function narrowest(line: string, at: number, mends: readonly Mend[], right: RegExp): { start: number; end: number } {
  const first = mends[0] as Mend;
  const last = mends.at(-1) as Mend;
  let start = first.start;
  let end = last.end;
  while (start < end - 1 && right.test(line[start - at] ?? '')) start += 1;
  while (end > start + 1 && right.test(line[end - at - 1] ?? '')) end -= 1;
  return { start, end };
}

/**
 * The columns in which a line may stand, the likeliest first: those of the lines around it and of what stands behind their dashes. A line with
 * a dash stands in the column of other dashes, or of the key of its list.
 */
function neighbours(lines: readonly string[], number: number, dashed: boolean): Set<number> {
  const columns: { column: number; far: number }[] = [];
  for (const step of [-1, 1]) {
    for (let at = number + step, found = 0; at >= 0 && at < lines.length && found < 3; at += step) {
      const line = lines[at] ?? '';
      if (line.trim() === '' || /^[ ]*#/.test(line)) continue;
      const [, spaces = '', dashes = ''] = /^( *)((?:- +)*)/.exec(line) ?? [];
      if (new RegExp(`^[\\t${wideSpace}]`).test(line.slice(spaces.length))) continue;
      found += 1;
      const behind = spaces.length + dashes.length;
      if (!dashed || dashes !== '') columns.push({ column: spaces.length, far: found });
      if (!dashed || (step < 0 && /:\s*(?:#.*)?$/.test(line))) columns.push({ column: behind, far: found });
    }
  }
  return new Set(columns.sort((a, b) => a.far - b.far).map(({ column }) => column));
}

/** The indentation of the next line that is not blank, or -1. */
function indentBelow(lines: readonly string[], number: number): number {
  const next = lines.slice(number + 1, number + 20).find((line) => line.trim() !== '');
  return next === undefined ? -1 : next.search(/[^ ]/);
}

/** The key of the list that a line with a dash belongs to. */
function listAbove(lines: readonly string[], number: number, column: number): string {
  const above = lines.slice(0, number).findLast((line) => {
    const indent = line.search(/[^ ]/);
    return indent >= 0 && !/^ *#/.test(line) && (indent < column || (indent === column && line[indent] !== '-'));
  });
  return /^ *(?:- +)*([^\s:]+):\s*(?:#.*)?$/.exec(above ?? '')?.[1] ?? '';
}

/** Whether a list or a mapping below belongs to the line; a list may stand in the column of its key. */
function isAbove(lines: readonly string[], number: number, column: number, keyed: boolean): boolean {
  const next = lines.slice(number + 1).find((line) => !/^\s*(?:#|$)/.test(line)) ?? '';
  const indent = next.search(/\S/);
  const isItem = /^\s*-(?:\s|$)/.test(next);
  return (indent > column && (isItem || headForm.test(next.trimStart()))) || (keyed && indent === column && isItem);
}

/** How many columns the author meant: a wide space stands for two or for one or was put in by mistake, a tab for two and more too. */
function widthOf(indent: string, columns: ReadonlySet<number>, dashed: boolean): number {
  const width = (wide: number, tab: number) =>
    [...indent].reduce(
      (sum, char) => sum + (char === '\t' ? tab : char === '\u3000' ? wide : /[\u200B\u2060\uFEFF]/.test(char) ? 0 : 1),
      0,
    );
  const widths = [width(2, 2), width(1, 1), width(2, 4), width(2, 8), width(0, 0)];
  return (dashed ? [...columns].find((one) => widths.includes(one)) : widths.find((one) => columns.has(one))) ?? (widths[0] as number);
}

import type { Expected } from './expected.js';
import { looksLikeYear } from './key-words.js';
import { closingLine, indentation } from './line-forms.js';
import { indentBelow, isAbove, listAbove, neighbours, widthOf } from './lines-around.js';
import { MendedText } from './mended-text.js';
import { scanHead } from './scan-head.js';
import { scanValue } from './scan-value.js';
import type { Slip } from './slip.js';

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

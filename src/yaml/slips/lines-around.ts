import { headForm, wideSpace } from './line-forms.js';

/**
 * The columns in which a line may stand, the likeliest first: those of the lines around it and of what stands behind their dashes. A line with
 * a dash stands in the column of other dashes, or of the key of its list.
 */
export function neighbours(lines: readonly string[], number: number, dashed: boolean): Set<number> {
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
export function indentBelow(lines: readonly string[], number: number): number {
  const next = lines.slice(number + 1, number + 20).find((line) => line.trim() !== '');
  return next === undefined ? -1 : next.search(/[^ ]/);
}

/** The key of the list that a line with a dash belongs to. */
export function listAbove(lines: readonly string[], number: number, column: number): string {
  const above = lines.slice(0, number).findLast((line) => {
    const indent = line.search(/[^ ]/);
    return indent >= 0 && !/^ *#/.test(line) && (indent < column || (indent === column && line[indent] !== '-'));
  });
  return /^ *(?:- +)*([^\s:]+):\s*(?:#.*)?$/.exec(above ?? '')?.[1] ?? '';
}

/** Whether a list or a mapping below belongs to the line; a list may stand in the column of its key. */
export function isAbove(lines: readonly string[], number: number, column: number, keyed: boolean): boolean {
  const next = lines.slice(number + 1).find((line) => !/^\s*(?:#|$)/.test(line)) ?? '';
  const indent = next.search(/\S/);
  const isItem = /^\s*-(?:\s|$)/.test(next);
  return (indent > column && (isItem || headForm.test(next.trimStart()))) || (keyed && indent === column && isItem);
}

/** How many columns the author meant: a wide space stands for two or for one or was put in by mistake, a tab for two and more too. */
export function widthOf(indent: string, columns: ReadonlySet<number>, dashed: boolean): number {
  const width = (wide: number, tab: number) =>
    [...indent].reduce(
      (sum, char) => sum + (char === '\t' ? tab : char === '\u3000' ? wide : /[\u200B\u2060\uFEFF]/.test(char) ? 0 : 1),
      0,
    );
  const widths = [width(2, 2), width(1, 1), width(2, 4), width(2, 8), width(0, 0)];
  return (dashed ? [...columns].find((one) => widths.includes(one)) : widths.find((one) => columns.has(one))) ?? (widths[0] as number);
}

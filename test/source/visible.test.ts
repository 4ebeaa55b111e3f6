import { expect, it } from 'vitest';
import { visible } from '../../src/source/visible.js';

/** Control characters but the tab, marks of direction, other ends of lines, and the byte order mark. */
const steering = [
  [0x00, 0x08],
  [0x0a, 0x1f],
  [0x7f, 0x9f],
  [0x61c, 0x61c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
] as const;

it('writes what steers a terminal, or turns what stands behind it round, as an escape', () => {
  for (const [first, last] of steering)
    for (let unit = first; unit <= last; unit += 1)
      expect(visible(`a${String.fromCharCode(unit)}b`)).toBe(`a\\u${unit.toString(16).padStart(4, '0')}b`);
});

it('leaves all else as it is', () => {
  const text = '工程表\t（①～⑩）👨‍👩‍👧 <b> \\ ';
  expect(visible(text)).toBe(text);
});

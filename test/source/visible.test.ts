import { expect, it } from 'vitest';
import { visible } from '../../src/source/visible.js';

it('what steers a terminal or turns the direction of a text is written as an escape', () => {
  const steering = [
    ...Array.from({ length: 0x20 }, (_, code) => code).filter((code) => code !== 9),
    ...Array.from({ length: 0x21 }, (_, index) => 0x7f + index),
    ...[0x061c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff],
  ];
  for (const code of steering) {
    expect(visible(`検${String.fromCharCode(code)}討`)).toBe(`検\\u${code.toString(16).padStart(4, '0')}討`);
  }
});

it('all other characters stay, the tab too', () => {
  const text = '\t検討 ＡＢＣ ① 𠮟る e\u0301 \u00a0\u3000 👨‍👩‍👧';
  expect(visible(text)).toBe(text);
});

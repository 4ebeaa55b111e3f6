import { expect, test } from 'vitest';
import { isInCp932 } from '../../src/model/cp932.js';

test('the table of CP932 holds what all its bytes decode to', () => {
  const bytes: number[] = [];
  for (let single = 0xa1; single <= 0xdf; single += 1) bytes.push(single);
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    if (lead >= 0xa0 && lead <= 0xdf) continue;
    for (let trail = 0x40; trail <= 0xfc; trail += 1) if (trail !== 0x7f) bytes.push(lead, trail);
  }
  const decoded = new Set([...new TextDecoder('shift_jis').decode(Uint8Array.from(bytes))].map((char) => char.charCodeAt(0)));
  decoded.delete(0xfffd);
  const wrong: number[] = [];
  for (let unit = 0x7f; unit <= 0xffff; unit += 1) if (isInCp932(unit) !== decoded.has(unit)) wrong.push(unit);
  expect(wrong).toEqual([]);
});

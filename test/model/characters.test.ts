import { expect, test } from 'vitest';
import { bitsOf, isInCp932, type Kind, kindsIn, patternOf } from '../../src/model/characters.js';
import { fold } from '../../src/model/fold.js';

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

/** Whether a text has a kind. */
const has = (text: string, kind: Kind) => (kindsIn(text) & bitsOf(kind)) !== 0;
const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));

test('a text has the kinds of its characters', () => {
  expect(has('デジタル', 'word')).toBe(false);
  expect(has('２０', 'wideWord')).toBe(true);
  expect(has('20', 'wideWord')).toBe(false);
  expect(has('利用\u200b者', 'invisible')).toBe(true);
  expect(has('[', 'bracket')).toBe(true);
});

test('a pair of characters counts where the one stands right behind the other', () => {
  expect(has('令和5年', 'year')).toBe(true);
  expect(has('年5', 'year')).toBe(false);
  expect(has('5か年', 'year')).toBe(false);
  expect(has('サ－ビス', 'behindKatakana')).toBe(true);
  expect(has('-サ', 'behindKatakana')).toBe(false);
  expect(has('年度（', 'yearBracket')).toBe(true);
  expect(has('（年度', 'yearBracket')).toBe(false);
});

test('what is not unfolded stays the same when it is folded', () => {
  expect(units.filter((unit) => !has(unit, 'unfolded') && fold(unit) !== unit)).toEqual([]);
});

test('NFC leaves everything alone that is neither foreign nor replaced', () => {
  const kept = units.filter((unit) => !has(unit, 'foreign') && !has(unit, 'replaced'));
  expect(kept.filter((unit) => unit.normalize('NFC') !== unit)).toEqual([]);
  // Nor does one of them join with another.
  expect(kept.filter((unit) => /\p{M}/u.test(unit))).toEqual([]);
});

test('a pattern matches just the characters of its kind', () => {
  for (const kind of ['invisible', 'radical', 'tilde'] as const)
    expect(units.filter((unit) => has(unit, kind))).toEqual(units.filter((unit) => unit.search(patternOf(kind)) === 0));
});

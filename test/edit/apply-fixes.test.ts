import { expect, it } from 'vitest';
import { applyFixes } from '../../src/edit/apply-fixes.js';
import { SourceFile } from '../../src/source/source-file.js';

const file = new SourceFile('a.yaml', '0123456789');
const edit = (start: number, end: number, text: string) => ({ span: { file, start, end }, text });

it.each([
  ['every fix where none reaches into another', [[edit(6, 7, 'x')], [edit(1, 2, ''), edit(4, 4, '-')]], '023-45x789', 2],
  ['the first of two that touch', [[edit(1, 3, 'x')], [edit(3, 5, 'y')]], '0x3456789', 1],
  ['all of a fix or nothing', [[edit(1, 3, 'x')], [edit(8, 9, 'y'), edit(2, 4, 'z')]], '0x3456789', 1],
  ['no fix that changes nothing', [[edit(1, 2, '1')]], undefined, 0],
])('takes %s', (_, fixes, text, taken) => {
  const applied = applyFixes(fixes);
  expect([applied.texts.get(file), applied.taken]).toEqual([text, taken]);
});

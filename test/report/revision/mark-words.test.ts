import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mark, markWords } from '../../../src/report/revision/mark-words.js';

const side = (marks: readonly Mark[], hidden: Mark['kind']) =>
  marks
    .filter(({ kind }) => kind !== hidden)
    .map(({ text }) => text)
    .join('');
const shown = (marks: readonly Mark[]) =>
  marks.map(({ kind, text }) => ({ same: text, old: `[${text}]`, new: `{${text}}` })[kind]).join('');

describe('the words that differ', () => {
  it.each([
    ['令和8年度末までに全国に拡大', '令和9年度末までに全国に拡大', '令和[8]{9}年度末までに全国に拡大'],
    ['教職員端末の整備支援', '教職員端末の整備及び更新の支援', '教職員端末の整備{及び更新の}支援'],
    ['検討', '実施', '[検討]{実施}'],
    ['検討', '検討', '検討'],
    ['', '検討', '{検討}'],
    ['検討', '', '[検討]'],
  ])('%s → %s', (before, after, marks) => expect(shown(markWords(before, after))).toBe(marks));

  it('leave each side as it is, letter by letter', () => {
    const text = fc
      .array(fc.constantFrom('検討', '及び', 'を', '、', '2023', '年度', ' ', '\n', '（', '）', 'AI', '𠮟る', 'システム'))
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const marks = markWords(before, after);
        expect(side(marks, 'new')).toBe(before);
        expect(side(marks, 'old')).toBe(after);
        expect(marks.every((mark) => mark.text !== '')).toBe(true);
      }),
    );
  });
});

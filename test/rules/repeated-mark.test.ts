import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { applyFixes } from '../../src/edit/apply-fixes.js';
import { expectFindings } from '../support/expectations.js';
import { planFiles, section } from '../support/plan.js';

const measure = (keys: string) =>
  section(
    `- id: measure\n${keys.replace(/^/gm, '  ')}\n  tracks:\n  - id: row\n    label: ROW\n    phases:\n    - 2021-: 5Gの整備\n      notes:\n      - NOTE\n`,
  );
const plain = (keys: string, label = '様式', note = '範囲は検討中') => measure(keys).replace('ROW', label).replace('NOTE', note);
const check = (text: string) => expectFindings({ 'section.yaml': text });

describe('repeated-mark', () => {
  it('finds the ▲ of a milestone and the ※ of a note', () =>
    check(
      plain(
        'title: 決済\nmilestones:\n- 2021-10: ▲決済サービス開始   #~ warning repeated-mark\nnotes:\n- "※ 拡大の範囲は検討中"   #~ warning repeated-mark',
        '様式',
        '※範囲は検討中   #~ warning repeated-mark',
      ),
    ));
  it.each(['<様式>', '＜様式＞', '〈様式〉', '‹様式›', '‹様式>'])('finds the brackets of a label: %s', (label) =>
    expectFindings({ 'section.yaml': plain('title: 決済', `${label}   #~ warning repeated-mark`) }, ['repeated-mark', 'bracket-pairs']),
  );
  it('finds the number of a heading', () =>
    check(
      plain('number: (1)\ntitle: （1） 決済   #~ warning repeated-mark').replace('title: 節', 'title: 1. 節   #~ warning repeated-mark'),
    ));
  it('takes digits that begin a word, marks inside a text, and the numbers of notes', () =>
    check(plain('number: "5"\ntitle: 5Gの推進\ncompleted:\n- 2020-10: 年内▲1%\nnotes:\n- ※1 検討中\n- 範囲（※）は検討中', '<甲>と<乙>')));
  it('takes the mark away, and nothing where the rest would need quotes', () => {
    const text = plain('number: (1)\ntitle: (1) 決済\nnotes:\n- "※ - 一"', '"＜ 様式 ＞"', '※範囲');
    const { diagnostics } = compile({ dir: '', files: planFiles({ 'section.yaml': text }) }, { only: ['repeated-mark'] });
    const [mended] = applyFixes(diagnostics.flatMap(({ fix }) => (fix ? [fix] : []))).texts.values();
    expect(mended).toBe(plain('number: (1)\ntitle: 決済\nnotes:\n- "※ - 一"', '"様式"', '範囲'));
  });
});

import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'due-in-text');

describe('due-in-text', () => {
  it('finds a text that its due date does not follow', () =>
    check('- 2022-: その後令和9年度末までに拡大   #~ warning due-in-text\n  due: 令和8年度末'));
  it('blames the due date where only that cannot be', () =>
    check('- 2022-: その後令和8年度末までに拡大\n  due: 平成8年度末   #~ warning due-in-text'));
  it('finds a due date that stands nowhere', () => check('- 2022-: 拡大\n  due: 令和8年度末   #~ warning due-in-text'));
  it('takes a due date in other digits, two of them, and one without a date', () =>
    check(
      '- 2022: 令和４年度中に試行\n  due: 令和4年度中\n- 2023: 令和5年9月までに決定し、令和5年度末までに公表\n  due: [令和5年9月, 令和5年度末]\n- 2024-: インボイス制度への移行までに対応\n  due: インボイス制度への移行まで',
    ));
  it('takes one that a note around the phase prints', () =>
    expectFindings(
      { 'section.yaml': withPhases('- 2022-: 拡大\n  due: 令和8年度末').replace('measures:', 'notes:\n- 令和8年度末まで\nmeasures:') },
      'due-in-text',
    ));
  it('leaves two names of a year that disagree to era-and-year', () =>
    check('- 2022: 令和9年（2025年）までに拡大\n  due: 令和7年（2025年）\n- 2023-: 令和7年（2025年）までに拡大\n  due: 令和8年（2025年）'));
});

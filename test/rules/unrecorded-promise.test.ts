import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'unrecorded-promise');

describe('unrecorded-promise', () => {
  it('finds a promise in the text and in a note', () =>
    check(
      '- 2022: 令和8年度末までに拡大   #~ warning unrecorded-promise\n- 2023-: 拡大\n  notes:\n  - 令和6年度中に対応   #~ warning unrecorded-promise',
    ));
  it('finds the second of two', () =>
    check('- 2022-: 令和5年9月までに決定し、令和5年度末までに公表   #~ warning unrecorded-promise\n  due: 令和5年9月'));
  it('takes a recorded one, in either name of the year', () => check('- 2022-: 令和7年（2025年）までに実装\n  due: 令和7年（2025年）'));
  it('finds an early decade that is aimed at', () => check('- 2022-: 2020年代早期の実装を目指す   #~ warning unrecorded-promise'));
  it('takes beginnings, ranges, names and what is only prepared for', () =>
    check(
      '- 2022: 令和4年度から令和6年度まで実施\n- 2023: 令和5年春の全面施行に向けて整備\n- 2024-: 令和2年改正法に基づき、早ければ令和6年度から開始',
    ));
  it('takes a limit of what the work is about, and finds one of the work', () =>
    check(
      '- 2022: 令和10年度までの中期計画を策定、令和4年9月中間取りまとめを反映\n- 2023-: 令和10年度までの実装を目指す   #~ warning unrecorded-promise',
    ));
  it('says nothing of a promise that a wrong due date was meant for', () => check('- 2022-: 令和9年度末までに拡大\n  due: 令和8年度末'));
});

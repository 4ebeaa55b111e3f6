import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (phases: string) =>
  expectFindings({ 'section.yaml': withPhases(phases) }, ['one-time-in-due', 'unrecorded-promise', 'due-in-text']);

describe('one-time-in-due', () => {
  it('finds a due date of two times, once', () =>
    check(
      '- 2022-: 令和5年度末までに試行し、令和8年度末までに拡大\n  due: 令和5年度末、令和8年度末   #~ warning one-time-in-due\n- 2022-: 令和5年度から令和7年度まで実施\n  due: 令和5年度から令和7年度   #~ warning one-time-in-due',
    ));
  it('takes a list, and one time with two names', () =>
    check(
      '- 2022-: 令和5年度末までに試行し、令和6年度（2024年度）中に拡大\n  due:\n  - 令和5年度末\n  - 令和6年度（2024年度）中\n- 2022-: インボイス制度への移行までに対応\n  due: インボイス制度への移行まで',
    ));
  it('takes a fiscal year and the month in which it ends', () =>
    check(
      '- 2022-: 令和5年度末（令和6年3月）までに試行し、令和7年3月（令和6年度内）に拡大\n  due:\n  - 令和5年度末（令和6年3月）\n  - 令和7年3月（令和6年度内）',
    ));
  it('finds one of a list', () =>
    check(
      '- 2022-: 令和5年度末までに試行し、令和8年度末、令和9年度末までに拡大\n  due:\n  - 令和5年度末\n  - 令和8年度末、令和9年度末   #~ warning one-time-in-due',
    ));
});

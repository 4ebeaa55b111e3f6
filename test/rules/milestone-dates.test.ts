import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section } from '../support/plan.js';

const check = (keys: string) =>
  expectFindings({ 'section.yaml': section(`- id: measure\n  title: 施策\n${keys.replace(/^/gm, '  ')}\n`) }, 'milestone-dates');

describe('milestone-dates', () => {
  it('finds a milestone that is farther away than the table is long', () =>
    check('milestones:\n- 2052-10: 本格運用   #~ warning milestone-dates\n- 2012-10: 開始   #~ warning milestone-dates'));
  it('takes what is near the table', () => check('milestones:\n- 2016-04: 開始\n- 2021-10: 試行\n- 2031-03: 完了'));
  it('finds what is completed after the edition', () =>
    check('completed:\n- 2022-04: 公表   #~ warning milestone-dates\n- 2052-10: 公表   #~ warning milestone-dates'));
  it('takes what is completed in the first year, or long ago', () => check('completed:\n- 2022-03: 公表\n- 1999-04: 開始\n- 調査'));
});

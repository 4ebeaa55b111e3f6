import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section } from '../support/plan.js';

/** A file of progress with these lines behind its year; reports that lead nowhere, or say a word that is none, are found. */
const progress = (lines: string) =>
  expectFindings({
    'section.yaml': section('- id: m\n  title: 施策\n'),
    'progress/2021/section.yaml': `fy: 2021\n${lines}`,
  });
const report = 'reports:\n- on: m\n  status: 済   #~ error known-terms\n- on: n   #~ error known-references\n';
const check = 'checks:\n- on: o   #~ error known-references\n  edition: 令和3年12月\n';

describe('a faulty entry of a progress file', () => {
  it('hides no report where it is a check', () =>
    progress(`${report}${check}- on: m\n  edition: 令和3年12月\n  remark: 直す   #~ error unknown-key\n`));
  it('hides no check where it is a report', () => progress(`reports:\n- on: m\n  remark: 直す   #~ error unknown-key\n${check}`));
  it('is left out beside another in the other list', () =>
    progress(
      `reports:\n- on: m\n  remark: 直す   #~ error unknown-key\n- on: n   #~ error known-references\nchecks:\n- on: m   #~ error missing-key\n- on: o   #~ error known-references\n  edition: 令和3年12月\n`,
    ));
});

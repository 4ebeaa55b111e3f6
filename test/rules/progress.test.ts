import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { plan, withPhases } from '../support/plan.js';

const section = withPhases('- 2021: 検討\n- 2022: 実施').replace(
  '  - id: row\n',
  '  - id: row\n    kpis:\n    - id: coverage\n      name: 率\n      unit: "%"\n      target: { 2023: 98 }\n      actuals: { 2022-03-31: 90 }\n',
);
const report = (text: string) => ({
  'section.yaml': section,
  'progress/2021/section.yaml': `fy: 2021\nreports:\n- on: row\n${text.replace(/^/gm, '  ')}\n`,
});

describe('known-terms', () => {
  it('finds a status and a verdict that the vocabulary has not', () =>
    expectFindings(report('status: 措置ずみ   #~ error known-terms\nverdict: 措置済   #~ error known-terms'), 'known-terms'));
  it('takes the words of the vocabulary, and a report without any', () => {
    expectFindings(report('status: 措置済\nverdict: 継続フォロー'), 'known-terms');
    expectFindings(report('done: 検討した'), 'known-terms');
  });
  it('holds the words against the plan’s own vocabulary', () => {
    const own = 'vocabulary:\n  name: own\n  status: [{ term: できた, means: done }, まだ]\n';
    expectFindings({ ...report('status: できた'), 'plan.yaml': plan + own }, 'known-terms');
    expectFindings({ ...report('status: 措置済   #~ error known-terms'), 'plan.yaml': plan + own }, 'known-terms');
    expectFindings({ ...report('verdict: 解決   #~ error known-terms'), 'plan.yaml': plan + own }, 'known-terms');
  });
  it('leaves the words alone where the vocabulary itself is unknown', () =>
    expectFindings({ ...report('status: 措置ずみ'), 'plan.yaml': `${plan}vocabulary: simpel   #~ error known-references\n` }));
});

describe('one-report', () => {
  const twice = (second: string) =>
    expectFindings(
      { ...report('status: 措置中'), 'progress/2021/other.yaml': `fy: 2021\nreports:\n- on: ${second}\n  status: 措置済\n` },
      'one-report',
    );
  it('finds a second report on an item in a year', () =>
    expectFindings(
      {
        ...report('status: 措置中'),
        'progress/2021/z.yaml': 'fy: 2021\nreports:\n- on: row   #~ error one-report\n  status: 措置済\n',
      },
      'one-report',
    ));
  it('takes one on the measure beside the one on its track', () => twice('measure'));
  it('takes one for another year', () =>
    expectFindings(
      { ...report('status: 措置中'), 'progress/2022/z.yaml': 'fy: 2022\nreports:\n- on: row\n  status: 措置済\n' },
      'one-report',
    ));
});

describe('actuals-agree', () => {
  it('finds two values for a date, in the plan and in a report', () =>
    expectFindings(report('actuals: { coverage: { 2022-03-31: 91 } }   #~ error actuals-agree'), 'actuals-agree'));
  it('finds another value for the month that the date ends', () =>
    expectFindings(report('actuals: { coverage: { 2022-03: 91 } }   #~ error actuals-agree'), 'actuals-agree'));
  it('takes the same value said twice, and another date', () =>
    expectFindings(report('actuals: { coverage: { 2022-03-31: 90, 2023-03-31: 95 } }'), 'actuals-agree'));
});

describe('report-folder', () => {
  it('finds a file in the folder of another year', () =>
    expectFindings(
      {
        'section.yaml': section,
        'progress/2022/section.yaml': 'fy: 2021   #~ warning report-folder\nreports:\n- on: row\n  status: 措置済\n',
      },
      'report-folder',
    ));
  it('finds one that holds only checks', () =>
    expectFindings(
      {
        'section.yaml': section,
        'progress/2022/section.yaml': 'fy: 2021   #~ warning report-folder\nchecks:\n- on: row\n  edition: 令和3年12月\n',
      },
      'report-folder',
    ));
  it('is a finding about its report, where an acknowledgement that covers nothing is then not told', () =>
    expectFindings(
      {
        'section.yaml': section,
        'progress/2022/section.yaml':
          'fy: 2021   #~ warning report-folder\nreports:\n- on: row\n  status: 措置済\n  allow: { one-report: 二つの担当から来る }\n',
      },
      ['report-folder', 'one-report', 'unused-allow'],
    ));
  it('takes the folder of its year, and files that stand in none', () => {
    expectFindings(report('status: 措置済'), 'report-folder');
    expectFindings(
      { 'section.yaml': section, 'progress/section.yaml': 'fy: R3\nreports:\n- on: row\n  status: 措置済\n' },
      'report-folder',
    );
  });
});

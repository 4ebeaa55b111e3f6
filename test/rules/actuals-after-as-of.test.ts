import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section } from '../support/plan.js';

const kpi = (more: string) =>
  section(
    `- id: a\n  title: 施策\n  kpis:\n  - id: kpi\n    name: 利用率\n    unit: "%"\n    target: { 2025: 60 }\n${more.replace(/^/gm, '    ')}\n`,
  );

describe('actuals-after-as-of', () => {
  it('finds a figure after the day', () =>
    expectFindings(
      { 'section.yaml': kpi('asOf: 2022-12-31\nactuals:\n  2022-12-31: 50\n  2023-03-31: 55   #~ warning actuals-after-as-of') },
      'actuals-after-as-of',
    ));
  it('finds it in a report, whose day may stand at the head of the file', () =>
    expectFindings(
      {
        'section.yaml': kpi(''),
        'progress/x.yaml':
          'fy: 2022\nasOf: 2022-12-31\nreports:\n- on: a\n  actuals:\n    kpi:\n      2023-01: 55   #~ warning actuals-after-as-of\n- on: a\n  asOf: 2023-03-31\n  actuals:\n    kpi:\n      2023-03: 55\n',
      },
      'actuals-after-as-of',
    ));
  it('takes a figure of the month, of which either says no day', () => {
    expectFindings({ 'section.yaml': kpi('asOf: 2023-03\nactuals: { 2023-03-31: 55 }') }, 'actuals-after-as-of');
    expectFindings({ 'section.yaml': kpi('asOf: 2023-03-10\nactuals: { 2023-03: 55 }') }, 'actuals-after-as-of');
  });
  it('takes figures without a day', () => expectFindings({ 'section.yaml': kpi('actuals: { 2023-03-31: 55 }') }, 'actuals-after-as-of'));
});

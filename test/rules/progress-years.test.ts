import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (period: string, fy: string) =>
  expectFindings(
    { 'section.yaml': withPhases(`- ${period}: 検討`), 'progress/x.yaml': `fy: ${fy}\nreports:\n- on: row` },
    'progress-years',
  );

describe('progress-years', () => {
  it('finds a year before and behind', () => {
    expectFindings(
      { 'section.yaml': withPhases('- 2022-2023: 検討'), 'progress/x.yaml': 'fy: 2021\nreports:\n- on: row   #~ warning progress-years\n' },
      'progress-years',
    );
    expectFindings(
      {
        'section.yaml': withPhases('- 2022-2023: 検討'),
        'progress/x.yaml': 'fy: R6\nreports:\n- on: measure   #~ warning progress-years\n',
      },
      'progress-years',
    );
  });
  it('finds a day that is long before the year, and takes the end of the year before', () => {
    const report = (asOf: string, mark = '') =>
      expectFindings(
        {
          'section.yaml': withPhases('- 2022-: 検討'),
          'progress/x.yaml': `fy: 2023\nreports:\n- on: row${mark}\n  status: 措置中\n  asOf: ${asOf}\n`,
        },
        'progress-years',
      );
    report('2022-03-31', '   #~ warning progress-years');
    expectFindings(
      {
        'section.yaml': withPhases('- 2022-: 検討'),
        'progress/x.yaml': 'fy: 2023\nasOf: 2022-03-31\nreports:\n- on: row   #~ warning progress-years\n- on: measure\n',
      },
      'progress-years',
    );
    report('2023-03-31');
    report('2024-03-31');
  });
  it('takes the first and the last year, and years behind a bar without end', () => {
    check('2022-2023', '2022');
    check('2022-2023', '2023');
    check('2022-', '2027');
  });
  it('takes a year before the table for what stands in its first column', () => check('2021', '2020'));
});

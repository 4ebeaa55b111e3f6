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
  it('takes the first and the last year, and years behind a bar without end', () => {
    check('2022-2023', '2022');
    check('2022-2023', '2023');
    check('2022-', '2027');
  });
  it('takes a year before the table for what stands in its first column', () => check('2021', '2020'));
});

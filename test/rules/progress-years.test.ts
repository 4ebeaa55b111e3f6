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
  it('takes a report of what has ended and is not reported as done, and finds one behind that', () => {
    const reports = (...lines: string[]) =>
      expectFindings(
        {
          'section.yaml': withPhases('- 2022: 検討'),
          ...Object.fromEntries(
            lines.map((line, index) => {
              const [status, mark = ''] = line.split(' ');
              const text = `fy: ${2022 + index}\nreports:\n- on: row${mark && `   #~ warning ${mark}`}\n  status: ${status}\n`;
              return [`progress/${2022 + index}/section.yaml`, text];
            }),
          ),
        },
        'progress-years',
      );
    reports('検討中', '措置済');
    reports('検討中', '検討中', '措置済');
    reports('措置済', '措置済 progress-years');
    reports('検討中', '措置済', '措置中 progress-years');
  });
  it('takes a late report of what nothing was reported of, where it says what became of it', () => {
    const late = (text: string) =>
      expectFindings({ 'section.yaml': withPhases('- 2022: 検討'), 'progress/x.yaml': `fy: 2023\nreports:\n${text}` }, 'progress-years');
    late('- on: row\n  status: 措置済\n');
    late('- on: row   #~ warning progress-years\n  evidence: [資料]\n');
  });
  it('takes a year before the table for what stands in its first column', () => check('2021', '2020'));
});

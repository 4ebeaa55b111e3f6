import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section, withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'unexplained-mark');

describe('unexplained-mark', () => {
  it('finds a mark in a phase and in a heading, once each', () =>
    expectFindings(
      {
        'section.yaml': section(
          '- id: a\n  title: 移行※1の支援   #~ warning unexplained-mark\n  tracks:\n  - id: row\n    phases:\n    - 2021: システム整備※と試験※   #~ warning unexplained-mark\n',
        ),
      },
      'unexplained-mark',
    ));
  it('takes a note on the phase, the row, the measure or the section', () => {
    const text = section('- id: a\n  title: 施策\n  tracks:\n  - id: row\n    phases:\n    - 2021: システム整備(※)\n');
    const note = (before: string, indent: string) =>
      expectFindings({ 'section.yaml': text.replace(before, `${before}\n${indent}notes:\n${indent}- 注の文`) }, 'unexplained-mark');
    note('- 2021: システム整備(※)', '      ');
    note('- id: row', '    ');
    note('title: 施策', '  ');
    note('title: 節', '');
  });
  it('takes no note to a column for one', () =>
    expectFindings(
      {
        'section.yaml': withPhases('- 2021: システム整備※   #~ warning unexplained-mark').replace(
          'measures:',
          'notes:\n- 2021: 列の注\nmeasures:',
        ),
      },
      'unexplained-mark',
    ));
  it('takes a footnote that is printed in the cell', () => check('- 2021: ※状況を踏まえ検討'));
});

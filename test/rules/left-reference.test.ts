import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section, withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'left-reference');

describe('left-reference', () => {
  it('finds it at the head of a row', () => check('- 2021: 左記の検討を踏まえた措置   #~ warning left-reference'));
  it('finds it beside a phase of the same cell', () => check('- 2022-: 検討\n- 2022-: 左記を踏まえた措置   #~ warning left-reference'));
  it('takes it behind an earlier phase, or with a relation', () => check('- 2021: 検討\n- 2022: 左記を踏まえた措置\n- 2023-: 継続'));
  it('takes it where a relation names what is meant', () =>
    expectFindings(
      {
        'section.yaml': section(
          '- id: a\n  title: 施策\n  tracks:\n  - id: one\n    phases:\n    - 2021: 検討\n  - id: two\n    phases:\n    - 2022-: 左記を踏まえた措置\n      related: [{ see: one.2021 }]\n',
        ),
      },
      'left-reference',
    ));
});

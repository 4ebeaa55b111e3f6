import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section } from '../support/plan.js';

const check = (...relations: string[]) =>
  expectFindings(
    {
      'section.yaml': section(
        `- id: a\n  title: 甲\n  related:\n${relations.map((one) => `  - ${one}\n`).join('')}  tracks:\n  - id: row\n    phases:\n    - 2021: 検討\n- id: b\n  title: 乙\n`,
      ),
    },
    ['self-relation', 'needs-circle'],
  );

describe('self-relation', () => {
  it('finds what is the same as itself, and what refers to itself', () =>
    check('same: a   #~ warning self-relation', 'see: a   #~ warning self-relation'));
  it('leaves what needs itself to the rule of circles', () => check('needs: a   #~ error needs-circle'));
  it('takes what names another thing, and a part of the thing', () => check('same: b', 'see: row', 'see: row.2021'));
  it('finds it once in a phase that is printed in every year', () =>
    expectFindings(
      {
        'section.yaml': section(
          '- id: a\n  title: 甲\n  tracks:\n  - id: row\n    phases:\n    - 2021-2023: 検討\n      each: year\n      related:\n      - see: row.2021   #~ warning self-relation\n',
        ),
      },
      'self-relation',
    ));
});

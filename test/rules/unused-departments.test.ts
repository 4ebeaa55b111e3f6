import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { barePlan, departments, section } from '../support/plan.js';

const lead = (id: string) => section(`- id: a\n  title: 施策\n  leads: [${id}]\n  tracks:\n  - id: row\n    phases:\n    - 2021-: 検討\n`);
const check = (id: string, more: string) =>
  expectFindings({ 'plan.yaml': barePlan, 'section.yaml': lead(id), 'departments.yaml': departments + more }, 'unused-departments');

describe('unused-departments', () => {
  it('finds one that answers for nothing', () => check('mic-bureau', '- id: mof   #~ warning unused-departments\n  name: 財務省\n'));
  it('finds the head of an unused branch, and an unused twig of a used one', () =>
    expectFindings(
      {
        'plan.yaml': barePlan,
        'section.yaml': lead('mic'),
        'departments.yaml':
          'departments:\n- id: mic\n  name: 総務省\n- id: mic-bureau   #~ warning unused-departments\n  parent: mic\n  name: 行政局\n- id: mof   #~ warning unused-departments\n  name: 財務省\n- id: mof-bureau\n  parent: mof\n  name: 理財局\n',
      },
      'unused-departments',
    ));
  it.each(['reports:\n- on: row\n  done: 検討した\n  by: mof', 'checks:\n- on: row\n  edition: 令和3年12月\n  by: mof'])(
    'takes one that answers: %j',
    (answer) =>
      expectFindings(
        {
          'plan.yaml': barePlan,
          'section.yaml': lead('mic-bureau'),
          'departments.yaml': `${departments}- id: mof\n  name: 財務省\n`,
          'progress/2021/section.yaml': `fy: 2021\n${answer}\n`,
        },
        'unused-departments',
      ),
  );
});

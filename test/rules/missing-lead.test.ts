import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { barePlan, section } from '../support/plan.js';

const asked = barePlan.replace('chapters:', 'rules: { missing-lead: warning }\nchapters:');
const measures = (mark: string) =>
  section(
    `- id: a\n  title: 施策一${mark}\n  tracks:\n  - id: row\n    phases:\n    - 2021-: 検討\n- id: b\n  title: 施策二\n  leads: [mic]\n- id: c\n  parent: b\n  title: 施策三\n  tracks:\n  - id: row2\n    phases:\n    - 2021-: 検討\n`,
  );

describe('missing-lead', () => {
  it('is off', () => expectFindings({ 'section.yaml': measures('') }, 'missing-lead'));
  it('finds a measure without one when it is asked for, and takes an inherited one', () =>
    expectFindings({ 'plan.yaml': asked, 'section.yaml': measures('   #~ warning missing-lead') }, 'missing-lead'));
  it('finds the one row that has none', () =>
    expectFindings(
      {
        'plan.yaml': asked,
        'section.yaml': section(
          '- id: a\n  title: 施策\n  tracks:\n  - id: row\n    leads: [mic]\n    phases:\n    - 2021-: 検討\n  - id: row2   #~ warning missing-lead\n    phases:\n    - 2021-: 検討\n',
        ),
      },
      'missing-lead',
    ));
});

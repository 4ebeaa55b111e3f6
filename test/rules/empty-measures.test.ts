import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { barePlan, section } from '../support/plan.js';

const check = (measures: string) => expectFindings({ 'plan.yaml': barePlan, 'section.yaml': section(measures) }, 'empty-measures');

describe('empty-measures', () => {
  it('finds a heading with nothing below it', () => check('- id: a\n  title: 施策   #~ warning empty-measures\n'));
  it('finds an empty row, and a measure of empty rows once', () =>
    check(
      '- id: a\n  title: 施策\n  tracks:\n  - id: row   #~ warning empty-measures\n  - id: full\n    phases:\n    - 2021-: 検討\n- id: b\n  title: 施策   #~ warning empty-measures\n  tracks:\n  - id: bare\n',
    ));
  it('takes a measure with children, with completed things, or with a KPI', () =>
    check(
      '- id: a\n  title: 施策\n- id: b\n  parent: a\n  title: 施策\n  completed:\n  - 準備\n- id: c\n  parent: a\n  title: 施策\n  kpis:\n  - id: kpi\n    name: 利用率\n    unit: "%"\n',
    ));
  it('says nothing where a faulty row was left out', () =>
    check('- id: a\n  title: 施策\n  tracks:\n  - id: row\n    phase: 検討   #~ error unknown-key\n'));
});

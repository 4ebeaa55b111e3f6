import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { barePlan, section, withPhases } from '../support/plan.js';

const check = (window: string, phases: string, more = '') =>
  expectFindings(
    { 'plan.yaml': barePlan.replace('window: 2021-2025', `window: ${window}`), 'section.yaml': withPhases(phases) + more },
    'empty-years',
  );

describe('empty-years', () => {
  it('finds years at the beginning and at the end', () => check('2020-2025   #~ warning empty-years', '- 2021: 検討\n- 2022-2024: 実施'));
  it('takes a year that only a dated point touches', () => check('2021-2023', '- 2021-2022: 検討', '  milestones:\n  - 2024-03: 開始\n'));
  it('takes a bar without end for the rest', () => check('2021-2025', '- 2021-: 検討'));
  it('takes a plan without phases', () =>
    expectFindings({ 'plan.yaml': barePlan, 'section.yaml': section('- id: a\n  title: 施策\n') }, 'empty-years'));
});

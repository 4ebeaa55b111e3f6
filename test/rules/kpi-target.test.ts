import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section } from '../support/plan.js';

const check = (kpi: string) =>
  expectFindings({ 'section.yaml': section(`- id: a\n  title: 施策\n  kpis:\n  - id: kpi\n    name: 利用率   ${kpi}\n`) }, 'kpi-target');

describe('kpi-target', () => {
  it('finds no target', () => check('#~ warning kpi-target\n    unit: "%"'));
  it('finds a target without a year', () => check('\n    unit: "%"\n    target: 60   #~ warning kpi-target'));
  it('takes a target with its year, and one that is to be set', () => {
    check('\n    unit: "%"\n    target: { 2025: 60 }');
    check('\n    unit: "%"\n    target: undetermined');
    check('\n    unit: "%"\n    target: { undetermined: 2024 }');
  });
});

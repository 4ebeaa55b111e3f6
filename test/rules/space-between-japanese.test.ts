import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { expectFindings } from '../support/expectations.js';
import { barePlan, planFiles, withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'space-between-japanese');

describe('space-between-japanese', () => {
  it('finds it in a phase', () =>
    check('- 2021: 利 活用の促進   #~ info space-between-japanese\n- 2022-: データ　連携   #~ info space-between-japanese'));
  it('tells of whole characters around it', () => {
    const files = planFiles({ 'section.yaml': withPhases('- 2021: 𠮷 𩸽の検討') });
    const [found] = compile({ dir: '', files }, { only: ['space-between-japanese'] }).diagnostics;
    expect(found?.message.en).toBe('there is a space inside `𠮷 𩸽`');
    const span = found?.location.span;
    expect(span?.file.text.slice(span.start, span.end)).toBe('𠮷 𩸽');
  });
  it('takes it beside letters, digits and half-width brackets', () => check('- 2021: ICT スキル 5 人 (試行)\n- 2022-: 利活用の促進'));
  it('takes it in the title of the plan', () =>
    expectFindings(
      { 'plan.yaml': barePlan.replace('試験の工程表', '試験の計画 工程表'), 'section.yaml': withPhases('- 2021: 検討') },
      'space-between-japanese',
    ));
});

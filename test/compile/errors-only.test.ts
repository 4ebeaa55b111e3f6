import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { barePlan, planFiles, withPhases } from '../support/plan.js';

function codes(files: Record<string, string>, errorsOnly: boolean) {
  return compile({ dir: 'roadmap', files: planFiles(files) }, { errorsOnly }).diagnostics.map(
    ({ severity, code }) => `${severity} ${code}`,
  );
}

describe('a compilation that asks for errors alone', () => {
  const gapAndOverlap = withPhases('- 2021-2022: 検討\n- 2022: 調査\n- 2024-: 実施');

  it('finds the errors of a full one, and no warning', () => {
    expect(codes({ 'section.yaml': gapAndOverlap }, false)).toEqual(['error no-overlapping-phases']);
    expect(codes({ 'section.yaml': gapAndOverlap }, true)).toEqual(['error no-overlapping-phases']);
    const gap = { 'section.yaml': withPhases('- 2021: 検討\n- 2024-: 実施') };
    expect(codes(gap, false)).toEqual(['warning track-gaps']);
    expect(codes(gap, true)).toEqual([]);
  });

  it('knows which rules a plan has raised to errors, and what they yield to', () => {
    const raised = { 'plan.yaml': `${barePlan}rules: { track-gaps: error, empty-years: off, unused-departments: off }\n` };
    expect(codes({ ...raised, 'section.yaml': withPhases('- 2021: 検討\n- 2024-: 実施') }, true)).toEqual(['error track-gaps']);
    // The text tells better what is wrong: the gap is no error then, and the build goes on.
    const told = { ...raised, 'section.yaml': withPhases('- 2021: 検討\n- 2024-: 令和3年度末までに実施') };
    const errorsOf = (list: readonly string[]) => list.filter((one) => one.startsWith('error'));
    expect(codes(told, false)).toContain('warning dates-in-text');
    expect(errorsOf(codes(told, true))).toEqual(errorsOf(codes(told, false)));
  });

  it('finds rules that the plan misspells', () => {
    const misspelt = { 'plan.yaml': `${barePlan}rules: { track-gap: error }\n`, 'section.yaml': withPhases('- 2021-: 検討') };
    expect(codes(misspelt, true)).toEqual(['error known-rules']);
  });
});

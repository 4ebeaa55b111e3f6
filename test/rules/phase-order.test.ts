import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { expectFindings } from '../support/expectations.js';
import { planFiles, withPhases } from '../support/plan.js';

const phases = (text: string) => ({ 'section.yaml': withPhases(text) });

describe('phase-order', () => {
  it('finds a phase that ends before it begins', () => expectFindings(phases('- 2024-2022: 検討   #~ error phase-order'), 'phase-order'));
  it('offers to turn two years round, and none that were mistyped', () => {
    const offered = (phase: string) =>
      compile({ dir: '', files: planFiles({ 'section.yaml': withPhases(phase) }) }).diagnostics.flatMap(({ code, suggestion }) =>
        code === 'phase-order' ? [suggestion] : [],
      );
    expect(offered('- 2024-2022: 検討')).toEqual(['2022-2024']);
    expect(offered('- 2070-2022: 検討')).toEqual(['2022-2070']);
    expect(offered('- 2075-2022: 検討')).toEqual([undefined]);
  });
  it('takes a phase of one year', () => expectFindings(phases('- 2022-2022: 検討\n- 2023: 実施'), 'phase-order'));
});

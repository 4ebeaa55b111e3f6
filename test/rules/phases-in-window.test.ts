import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const phases = (text: string) => ({ 'section.yaml': withPhases(text) });

describe('phases-in-window', () => {
  it('finds a phase before and behind the window', () =>
    expectFindings(phases('- 2020: 検討   #~ error phases-in-window\n- 2024-2026: 実施   #~ error phases-in-window'), 'phases-in-window'));
  it('takes the first and the last year, and a bar without end', () =>
    expectFindings(phases('- 2021: 検討\n- 2022-2024: 準備\n- 2025-: 実施'), 'phases-in-window'));
  it('takes what goes on in an open column', () =>
    expectFindings(
      { 'section.yaml': withPhases('- 2024-2030: 運用').replace('measures:', 'columns: [2021, 2022, 2023-]\nmeasures:') },
      'phases-in-window',
    ));
});

import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { expectFindings } from '../support/expectations.js';
import { barePlan, planFiles, section, withPhases } from '../support/plan.js';

const phases = (text: string) => ({ 'section.yaml': withPhases(text) });

describe('phases-in-window', () => {
  it('finds a phase before and behind the window', () =>
    expectFindings(phases('- 2020: 検討   #~ error phases-in-window\n- 2024-2026: 実施   #~ error phases-in-window'), 'phases-in-window'));
  it('takes the first and the last year, and a bar without end', () =>
    expectFindings(phases('- 2021: 検討\n- 2022-2024: 準備\n- 2025-: 実施'), 'phases-in-window'));
  it('finds what is printed every year from behind the window on', () =>
    expectFindings(phases('- 2026-: 実施   #~ error phases-in-window\n  each: year'), 'phases-in-window'));
  it('takes what goes on in an open column', () =>
    expectFindings(
      { 'section.yaml': withPhases('- 2024-2030: 運用').replace('measures:', 'columns: [2021, 2022, 2023-]\nmeasures:') },
      'phases-in-window',
    ));
  it('blames the window where many phases lie outside on one side', () =>
    expectFindings(
      {
        'plan.yaml': barePlan.replace('window: 2021-2025', 'window: 2021-2024   #~ error phases-in-window'),
        'section.yaml': section(
          `- id: a\n  title: 施策\n  tracks:\n${[1, 2, 3, 4, 5, 6].map((row) => `  - id: row${row}\n    phases:\n    - 2025-: 検討\n`).join('')}`,
        ),
      },
      'phases-in-window',
    ));
  it.each([
    ['H3', 'R3'],
    ['平成3年度-平成4年度', '令和3年度-令和4年度'],
    ['1991', undefined],
  ])('asks for the era that falls inside: %s', (written, meant) => {
    const { diagnostics } = compile({ dir: '', files: planFiles({ 'section.yaml': withPhases(`- ${written}: 検討`) }) });
    expect(diagnostics.map(({ code, suggestion }) => ({ code, suggestion }))).toEqual([{ code: 'phases-in-window', suggestion: meant }]);
  });
});

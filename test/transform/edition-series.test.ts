import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { editionSeriesOf } from '../../src/transform/diff/edition-series.js';
import { barePlan, planFiles, section } from '../support/plan.js';

/** An edition with one row, by the years of its table and the period of its bar. */
function edition(window: string, period: string, text = '研修') {
  const plan = barePlan.replace(/window: .*/, `window: ${window}`).replace(/edition: .*/, `edition: ${window}の版`);
  const measures = `- id: m\n  title: 施策\n  tracks:\n  - id: row\n    phases:\n    - ${period}: ${text}\n      id: training\n`;
  const { roadmap } = compile({ dir: '', files: planFiles({ 'plan.yaml': plan, 'section.yaml': section(measures) }) });
  if (!roadmap) throw new Error('no plan');
  return roadmap;
}

function earlierOf(...editions: readonly [window: string, period: string, text?: string][]) {
  return editionSeriesOf(editions.map((one) => edition(...one))).earlier.get('training');
}

describe('the earlier period of a phase', () => {
  it('is none where the tables of the editions have cut it, one after the other', () => {
    expect(earlierOf(['2021-2025', '2021-2022'], ['2021-2025', '2021-2022'], ['2022-2026', '2022'])).toBeUndefined();
    expect(earlierOf(['2021-2025', '2021-2024'], ['2022-2026', '2022-2024'], ['2023-2027', '2023-2024'])).toBeUndefined();
  });

  it('is that of the last edition that printed another', () => {
    expect(earlierOf(['2021-2025', '2021-2022'], ['2022-2026', '2022'], ['2023-2027', '2023-2024'])?.edition).toBe('2022-2026の版');
    expect(earlierOf(['2021-2025', '2021-2023'], ['2022-2026', '2022-2024'], ['2023-2027', '2023-2024'])?.edition).toBe('2021-2025の版');
  });

  it('has the words that it had then', () => {
    const past = earlierOf(['2021-2025', '2024-2025', '令和7年度末までに整備'], ['2022-2027', '2024-2027', '令和9年度末までに整備']);
    expect(past?.text).toBe('令和7年度末までに整備');
  });
});

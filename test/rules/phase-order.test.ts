import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const phases = (text: string) => ({ 'section.yaml': withPhases(text) });

describe('phase-order', () => {
  it('finds a phase that ends before it begins', () => expectFindings(phases('- 2024-2022: 検討   #~ error phase-order'), 'phase-order'));
  it('takes a phase of one year', () => expectFindings(phases('- 2022-2022: 検討\n- 2023: 実施'), 'phase-order'));
});

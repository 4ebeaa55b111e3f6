import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'basis-in-text');

describe('basis-in-text', () => {
  it('finds a text that names another year', () => check('- 2022-: 運用開始 (令和6年1月～)   #~ warning basis-in-text\n  basis: text'));
  it('finds a text that names none', () => check('- 2022-: 運用開始\n  basis: text   #~ warning basis-in-text'));
  it('takes a beginning or an end in the year, and other bases', () =>
    check(
      '- 2021-2022: 令和4年度末までに整備\n  basis: text\n- 2023: 令和6年1月から運用\n  basis: text\n- 2024-: 令和9年度から運用\n  basis: judged\n  reason: 列がずれている',
    ));
});

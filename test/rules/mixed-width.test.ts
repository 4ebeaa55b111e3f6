import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'mixed-width');

describe('mixed-width', () => {
  it('finds the rarer form of a word', () =>
    check('- 2021: ICT機器の開発\n- 2022: ICT機器の試行\n- 2023-: ＩＣＴ機器の普及   #~ info mixed-width'));
  it('finds two widths inside a word', () =>
    check('- 2021: ICＴ機器の開発   #~ info mixed-width\n- 2022-: 202３年の開発   #~ info mixed-width'));
  it('finds the rarer brackets around the same words, whatever their year', () =>
    check(
      '- 2021: 申請サービス(eMAFF)の開発\n- 2022: 申請サービス(eMAFF)の試行\n- 2023: 申請サービス（eMAFF）の運用   #~ info mixed-width\n- 2024: 令和4年度（2022年度）と令和5年度（2023年度）\n- 2025-: 令和6年度(2024年度)   #~ info mixed-width',
    ));
  it('finds the rarer width of a number', () =>
    check('- 2021: 令和3年からの検討\n- 2022: 令和4年からの検討\n- 2023-: 令和５年からの検討   #~ info mixed-width'));
  it('takes one width, single digits in full width beside longer numbers, and brackets around other words or a number', () =>
    check('- 2021: 第９章から第10章まで\n- 2022: ５G基地局の整備\n- 2023: システム（一部）の整備\n- 2024-: データ(全部)の整備 (1) （1）'));
});

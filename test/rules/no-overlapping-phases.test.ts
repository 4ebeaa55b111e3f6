import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const phases = (text: string) => ({ 'section.yaml': withPhases(text) });

describe('no-overlapping-phases', () => {
  const check = (text: string) => expectFindings(phases(text), 'no-overlapping-phases');
  it('finds an overlap', () => check('- 2021-2022: 検討\n- 2022-: 実施   #~ error no-overlapping-phases'));
  it('finds what follows a bar without end', () => check('- 2021-: 検討\n- 2023: 実施   #~ error no-overlapping-phases'));
  it('finds phases out of order', () => check('- 2023: 検討\n- 2021: 準備   #~ error no-overlapping-phases'));
  it.each(['2012', '2202'])('says nothing more of a year that is outside the table: %s', (year) =>
    expectFindings(phases(`- 2021: 検討\n- ${year}: 準備   #~ error phases-in-window\n- 2023-: 実施`)),
  );
  it('finds a phase that is written twice, short or long, once', () => {
    expectFindings(phases('- 2021: 検討\n- 2021: 検討   #~ error no-overlapping-phases\n- 2022-: 実施'));
    expectFindings(
      phases(
        '- 2021-: 三分野一体での運用体制の確立に向けた検討\n- 2021-: 三分野一体での運用体制の確立に向けた検討   #~ error no-overlapping-phases',
      ),
    );
  });
  it('takes two phases of one cell', () => check('- 2021: 検討\n- 2022-2023: 移行\n- 2022-2023: 改修\n- 2024-: 実施'));
  it('takes a phase that begins by its date in the last year of the one before', () =>
    check('- 2021-2022: 開発\n- 2022-: 運用開始(令和5年1月～)\n  basis: text'));
  it('finds a dated phase that begins a year earlier', () =>
    check('- 2021-2023: 開発\n- 2022-: 運用開始(令和4年4月～)   #~ error no-overlapping-phases\n  basis: text'));
  it('takes two phases printed once a year', () => check('- 2022-: 育成\n  each: year\n- 2022-: 進捗フォローアップ\n  each: year'));
});

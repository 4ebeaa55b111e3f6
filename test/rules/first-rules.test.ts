import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section, withPhases } from '../support/plan.js';

const phases = (text: string) => ({ 'section.yaml': withPhases(text) });

describe('phase-order', () => {
  it('finds a phase that ends before it begins', () => expectFindings(phases('- 2024-2022: 検討   #~ error phase-order'), 'phase-order'));
  it('takes a phase of one year', () => expectFindings(phases('- 2022-2022: 検討\n- 2023: 実施'), 'phase-order'));
});

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

describe('no-overlapping-phases', () => {
  const check = (text: string) => expectFindings(phases(text), 'no-overlapping-phases');
  it('finds an overlap', () => check('- 2021-2022: 検討\n- 2022-: 実施   #~ error no-overlapping-phases'));
  it('finds what follows a bar without end', () => check('- 2021-: 検討\n- 2023: 実施   #~ error no-overlapping-phases'));
  it('finds phases out of order', () => check('- 2023: 検討\n- 2021: 準備   #~ error no-overlapping-phases'));
  it('takes two phases of one cell', () => check('- 2021: 検討\n- 2022-2023: 移行\n- 2022-2023: 改修\n- 2024-: 実施'));
  it('takes a phase that begins by its date in the last year of the one before', () =>
    check('- 2021-2022: 開発\n- 2022-: 運用開始(令和5年1月～)\n  basis: text'));
  it('finds a dated phase that begins a year earlier', () =>
    check('- 2021-2023: 開発\n- 2022-: 運用開始(令和4年4月～)   #~ error no-overlapping-phases\n  basis: text'));
  it('takes two phases printed once a year', () => check('- 2022-: 育成\n  each: year\n- 2022-: 進捗フォローアップ\n  each: year'));
});

describe('ids and references', () => {
  it('finds an id used twice', () =>
    expectFindings({ 'section.yaml': section('- id: data\n  title: 一\n- id: data   #~ error unique-ids\n  title: 二\n') }));
  it('finds dangling references', () =>
    expectFindings({
      'section.yaml': section(
        '- id: data\n  parent: dats   #~ error known-references\n  title: 一\n  leads: [mic-bureaux]   #~ error known-references\n  tracks:\n  - id: row\n    related:\n    - same: rwo   #~ error known-references\n    phases:\n    - 2021: 検討\n',
      ),
    }));
  it('takes references to phases and departments', () =>
    expectFindings({
      'section.yaml': section(
        '- id: data\n  title: 一\n  leads: [mic-bureau]\n  tracks:\n  - id: row\n    phases:\n    - 2021: 検討\n    - 2022-: 左記の実施\n      related: [{ see: row.2021 }]\n',
      ),
    }));
});

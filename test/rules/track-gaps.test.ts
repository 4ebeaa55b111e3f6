import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'track-gaps');

describe('track-gaps', () => {
  it('finds a year and more between two phases', () =>
    check('- 2021: 検討\n- 2023: 準備   #~ warning track-gaps\n- 2025-: 実施   #~ warning track-gaps'));
  it('takes phases that follow one another, and two of one cell', () =>
    check('- 2021: 検討\n- 2022-2023: 移行\n- 2022-2023: 改修\n- 2024-: 実施'));
  it('finds half a year', () =>
    expectFindings(
      {
        'section.yaml': withPhases('- 2021H1: 検討\n- 2022H1-: 準備   #~ warning track-gaps').replace(
          'measures:',
          'columns: half\nmeasures:',
        ),
      },
      'track-gaps',
    ));
  it('says nothing of a row that is out of order', () =>
    expectFindings({ 'section.yaml': withPhases('- 2023: 検討\n- 2021: 準備   #~ error no-overlapping-phases\n- 2025-: 実施') }, [
      'track-gaps',
      'no-overlapping-phases',
    ]));
  it('keeps what is acknowledged in a row that is out of order', () =>
    expectFindings(
      {
        'section.yaml': withPhases(
          '- 2023: 検討\n- 2021: 準備   #~ error no-overlapping-phases\n- 2025-: 実施   #~ acknowledged track-gaps\n  allow: { track-gaps: 原文のまま }',
        ),
      },
      ['track-gaps', 'no-overlapping-phases'],
    ));
});

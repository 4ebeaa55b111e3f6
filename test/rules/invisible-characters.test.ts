import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { plan, section, withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'invisible-characters');

describe('invisible-characters', () => {
  it('finds zero-width and no-break spaces and marks of direction', () =>
    check(
      '- 2021: システム\u200B開発   #~ warning invisible-characters\n- 2022: システム\u00A0開発   #~ warning invisible-characters\n- 2023-: \u202Eシステム開発   #~ warning invisible-characters',
    ));
  it('finds them in promises, reasons, references and acknowledgements', () =>
    expectFindings(
      {
        'plan.yaml': `${plan}description: 工程\u200B表   #~ warning invisible-characters\n`,
        'section.yaml': section(
          [
            '- id: m',
            '  number: (1)\u00AD   #~ warning invisible-characters',
            '  title: 施策',
            '  refs: { 施策番号: 6\u200B-3 }   #~ warning invisible-characters',
            '  judged: 本文\u00A0の語から   #~ warning invisible-characters',
            '  tracks:',
            '  - id: r',
            '    changed: 意見\u200Dを踏まえ   #~ warning invisible-characters',
            '    phases:',
            '    - 2021-2022: 令和4年度末までに整備',
            '      each: year',
            '      due: 令和4年\u200B度末   #~ warning invisible-characters',
            '      basis: judged',
            '      reason: 列\u2060から   #~ warning invisible-characters',
            '      allow: { phase-order: 印字の\uFEFFまま }   #~ warning invisible-characters',
            '',
          ].join('\n'),
        ),
      },
      'invisible-characters',
    ));
  it('leaves the joiners of a picture, and no others', () =>
    check(
      '- 2021: 家族👨\u200D👩\u200D👧と🏃🏽\u200D➡️\n- 2022: 👨\u200D   #~ warning invisible-characters\n- 2023-: 名\u200D👧   #~ warning invisible-characters',
    ));
  it('finds what an escape hides', () => check('- 2021: "システム\\u200B開発"   #~ warning invisible-characters'));
  it('finds line breaks, fillers, and what is no character', () =>
    check(
      '- 2021: "システム\\n開発"   #~ warning invisible-characters\n- 2022: システム\u3164開発   #~ warning invisible-characters\n- 2023-: "システム\\uFFFF開発"   #~ warning invisible-characters',
    ));
  it('finds a tab, as spreadsheets bring it', () => check('- 2021: システム\t開発   #~ warning invisible-characters'));
  it('takes ordinary and full-width spaces', () => check('- 2021: システム 開発　一式'));
});

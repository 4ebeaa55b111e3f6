import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'invisible-characters');

describe('invisible-characters', () => {
  it('finds zero-width and no-break spaces and marks of direction', () =>
    check(
      '- 2021: システム\u200B開発   #~ warning invisible-characters\n- 2022: システム\u00A0開発   #~ warning invisible-characters\n- 2023-: \u202Eシステム開発   #~ warning invisible-characters',
    ));
  it('finds what an escape hides', () => check('- 2021: "システム\\u200B開発"   #~ warning invisible-characters'));
  it('takes ordinary and full-width spaces', () => check('- 2021: システム 開発　一式'));
});

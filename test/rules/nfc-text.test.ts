import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'nfc-text');

describe('nfc-text', () => {
  it('finds torn marks, once for a run', () =>
    check('- 2021: \u304B\u3099\u3044\u3068\u3099の策定   #~ warning nfc-text, warning nfc-text'));
  it('takes joined letters and variation selectors', () => check('- 2021: がいどの策定\n- 2022-: 葛\u{E0100}城市'));
});

import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'stray-spaces');

describe('stray-spaces', () => {
  it('finds spaces at the ends and in a row', () =>
    check(
      '- 2021: "システム開発 "   #~ warning stray-spaces\n- 2022: "　システム開発"   #~ warning stray-spaces\n- 2023-: システム  開発   #~ warning stray-spaces',
    ));
  it('takes a space beside a sign that ends lines, which is told itself', () =>
    check('- 2021: "検討 \\u2028 実施"\n- 2022: "検討 \\n 実施"'));
  it('takes single spaces inside', () => check('- 2021: ICT スキルの習得 (試行)'));
});

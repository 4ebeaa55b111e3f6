import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'cp932-text');

describe('cp932-text', () => {
  it('finds characters outside', () => check('- 2021: 𠮷野の整備   #~ info cp932-text\n- 2022-: 5 − 3 の計算   #~ info cp932-text'));
  it('finds characters of the private area, which are somebody’s own', () => check('- 2021: \uE000藤の整備   #~ info cp932-text'));
  it('takes what Windows has, and leaves other findings to their rules', () =>
    check('- 2021: ①～⑩、髙﨑、㈱、Ⅲ、ｶﾅ、―、－、∥\n- 2022-: 令和3年〜、⾏政'));
});

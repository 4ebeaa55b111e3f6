import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'bracket-pairs');

describe('bracket-pairs', () => {
  it('finds a pair in two widths', () => check('- 2021: 申請サービス（eMAFF)の開発   #~ warning bracket-pairs'));
  it('finds what is not closed, not opened, or closed by another kind', () =>
    check(
      '- 2021: 「基本方針の策定   #~ warning bracket-pairs\n- 2022: 基本方針」の策定   #~ warning bracket-pairs\n- 2023: 「基本方針』の策定   #~ warning bracket-pairs, warning bracket-pairs',
    ));
  it('finds the inner one that is left open', () => check('- 2021: （以下「IPAという。）の取組   #~ warning bracket-pairs'));
  it('takes nested pairs and numbers of items', () => check('- 2021: （以下「IPA」(仮称)という。）\n- 2022-: 1) 検討、2）整備、ア）運用'));
  it('reads the corrected text where there is one', () => check('- 2021: ①システム」の確認\n  corrected: 「①システム」の確認'));
});

import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section, withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'remark-in-text');

describe('remark-in-text', () => {
  it.each(['検討 ＃要確認', '検討＃ 要確認（総務省に照会）', '検討　# todo：年度', '検討　#メモ', '検討＃仮', '検討 ＃確認中（6月）'])(
    'finds a remark behind a sign that begins no comment: %s',
    (text) => check(`- 2021: ${text}   #~ warning remark-in-text`),
  );
  it('finds it in a title', () =>
    expectFindings({ 'section.yaml': section('- id: a\n  title: 甲 ＃要確認   #~ warning remark-in-text\n') }, 'remark-in-text'));
  it.each(['＃7119の普及', 'C#による開発', '検討（＃仮想通貨、#メモリ）', '要確認の事項を整理し、確認中', '検討  # 要確認'])(
    'takes any other sign, and a comment: %s',
    (text) => check(`- 2021: ${text}`),
  );
});

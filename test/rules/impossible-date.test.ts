import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { barePlan, withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'impossible-date');

describe('impossible-date', () => {
  it.each([
    '令和0年度まで検討',
    '令和４年１３月に実施',
    '令和4年（2022年）13月に実施',
    '令和 4 年 13 月に実施',
    '令和 4 年 4 月 31 日に実施',
    '2022年0月に実施',
    '令和四年十三月に実施',
    '令和5年2月30日に実施',
    '2023年2月29日に実施',
    '令和4年度2月29日に実施',
    '令和5年1月10日から4月31日まで',
    'R5.2.30に実施',
    '2023/13/1に実施',
    '令和4年度第5四半期に実施',
    '令和4年度の第五四半期に実施',
  ])('finds what is in no calendar, once: %s', (text) => check(`- 2021-: ${text}   #~ warning impossible-date`));
  it.each([
    '平成31年度から令和元年度まで、平成31年4月30日',
    '令和6年2月29日、2024年2月29日、令和5年度2月29日、2月29日',
    '令和四年十二月三十一日、令和4年度第四四半期、第１四半期',
    '令和5年度から18月、5四半期連続、12月40日間',
    '2020年代、令和30年12月、2025.13、ver2023.13.40、https://example.jp/2023/13/45',
    'R0.5、令和5年版第13号、2022年15件、令和2年30道府県',
  ])('takes the rest: %s', (text) => check(`- 2021-: ${text}`));
  it('looks into the edition and into due dates, once where the text has the same words', () =>
    expectFindings(
      {
        'plan.yaml': barePlan.replace('令和3年12月', '令和3年13月   #~ warning impossible-date'),
        'section.yaml': withPhases(
          '- 2021-: 令和0年度までに整備   #~ warning impossible-date\n  due: 令和0年度\n- 2022-: 令和5年度までに整備\n  due: 令和5年度第5四半期   #~ warning impossible-date',
        ),
      },
      'impossible-date',
    ));
});

import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { plan, section, withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'era-and-year');

describe('era-and-year', () => {
  it('finds another year, another era and another unit', () =>
    check(
      '- 2022: 令和4年度（2023年度）に準備   #~ error era-and-year\n- 2023: 平成5年度(2023年度)に準備   #~ error era-and-year\n- 2024: 2024年（令和6年度）に準備   #~ error era-and-year',
    ));
  it('finds it with one unit for both, with spaces and full-width digits', () =>
    check('- 2022: 令和５（2022）年度   #~ error era-and-year\n- 2023: 令和5年度 （２０２２年度）   #~ error era-and-year'));
  it.each([
    '令和6年4月（2025年4月）に開発',
    '令和6年4月1日（2025年4月1日）に開発',
    '令和6年度末（2025年度末）までに開発',
    '令和6年春（2025年春）に開発',
    '令和6年度（西暦2025年度）に開発',
    '令和6年度［2025年度］に開発',
    '令和6年度中（2025年度中）に開発',
    '2025年4月（令和6年4月）に開発',
    '令和5年3月（2023年度）に開発',
  ])('finds it with all that is told with the year, once: %s', (text) =>
    expectFindings({ 'section.yaml': withPhases(`- 2021-2022: 準備\n- 2023: ${text}   #~ error era-and-year\n- 2024-: 運用`) }),
  );
  it('takes a second name that tells less, or more', () =>
    check('- 2022: 令和5年1月（2022年度）から、令和4年度末（2023年3月）まで\n- 2023-: 令和5年4月1日（2023年）、令和6年4月（令和7年4月）'));
  it('finds it in the edition, and in a milestone once', () =>
    expectFindings({
      'plan.yaml': plan.replace('令和3年12月', '令和3年12月（2022年12月）   #~ error era-and-year'),
      'section.yaml': section(
        '- id: a\n  title: 計画\n  milestones:\n  - 2022-04: 令和4年4月（2023年4月）公表   #~ error era-and-year\n  tracks:\n  - id: row\n    phases:\n    - 2022-: 整備\n',
      ),
    }));
  it('takes what agrees', () =>
    check('- 2022: 令和4年度（2022年度）、令和4（2022）年度、2022年（令和4年）\n- 2023-: 令和5年度(2023年度)から'));
  it('takes 平成31年度 and 令和元年度 for one year', () => check('- 2022-: 平成31年度（2019年度）、令和元年度（2019年度）からの継続'));
  it('looks into headings, notes and due dates', () =>
    expectFindings(
      {
        'section.yaml': section(
          '- id: a\n  title: 令和3年（2022年）の計画   #~ error era-and-year\n  notes:\n  - 令和3年（2020年）から   #~ error era-and-year\n  tracks:\n  - id: row\n    phases:\n    - 2022-: 令和7年（2025年）までに実装\n      due: 令和8年（2025年）   #~ error era-and-year\n',
        ),
      },
      'era-and-year',
    ));
});

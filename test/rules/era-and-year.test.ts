import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section, withPhases } from '../support/plan.js';

const check = (phases: string) => expectFindings({ 'section.yaml': withPhases(phases) }, 'era-and-year');

describe('era-and-year', () => {
  it('finds another year, another era and another unit', () =>
    check(
      '- 2022: 令和4年度（2023年度）に準備   #~ error era-and-year\n- 2023: 平成5年度(2023年度)に準備   #~ error era-and-year\n- 2024: 2024年（令和6年度）に準備   #~ error era-and-year',
    ));
  it('finds it with one unit for both, with spaces and full-width digits', () =>
    check('- 2022: 令和５（2022）年度   #~ error era-and-year\n- 2023: 令和5年度 （２０２２年度）   #~ error era-and-year'));
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

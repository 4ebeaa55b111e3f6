import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section } from '../support/plan.js';

const check = (kpi: string, unit = '"%"') =>
  expectFindings(
    {
      'section.yaml': section(
        `- id: a\n  title: 施策\n  kpis:\n  - id: kpi\n    name: 利用率\n    unit: ${unit}\n${kpi.replace(/^/gm, '    ')}\n`,
      ),
    },
    'kpi-figures',
  );

describe('kpi-figures', () => {
  it('finds a target on the wrong side of the base', () => {
    check('target: { 2025: 80 }   #~ warning kpi-figures\nbase: { 2021: 95 }');
    check('target: { 2025: 80 }   #~ warning kpi-figures\nbase: { 2021: 35 }\nbetter: less');
  });
  it('finds a target that is earlier than the base, once', () =>
    check('target: { 2021: 20 }   #~ warning kpi-figures\nbase: { 2022-04-01: 35 }'));
  it('finds another figure in the printed words', () => {
    check('target: { 2025: 80 }\nprinted: 令和7年度までに90%   #~ warning kpi-figures');
    check('target: { 2025: 1000000 }\nprinted: 約10万世帯に減らす   #~ warning kpi-figures', '世帯');
  });
  it('takes what agrees, an equal base, and a base in the year of the target', () => {
    check('target: { 2025: 80 }\nbase: { 2021: 35 }\nprinted: 35%から80%へ');
    check('target: { 2025: 1000000 }\nprinted: 100万法人、1,000,000法人', '法人');
    check('target: { 2025: 10 }\nbase: { 2025-04: 10 }\nprinted: １０割');
    check('target: { 2025: 0 }\nbase: { 2021: 480 }\nbetter: less');
  });
  it('takes a figure by which something changes, other units, and large numbers in parts', () => {
    check('target: { 2025: 54 }\nprinted: 2013年度比46%の削減');
    check('target: { 2025: 120000000 }\nprinted: 1億2000万人', '人');
  });
});

import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { barePlan, section } from '../support/plan.js';

const check = (measures: string, plan = barePlan.replace('window:', 'source: { title: 出典, pages: 25 }\nwindow:')) =>
  expectFindings({ 'plan.yaml': plan, 'section.yaml': section(measures) }, 'pages-in-source');
const rows = '  tracks:\n  - id: row\n    page: 25\n    phases:\n    - 2021: 検討\n';

describe('pages-in-source', () => {
  it('finds the page of a measure once, not again where it is inherited', () =>
    check(`- id: a\n  title: 甲\n  page: 99   #~ warning pages-in-source\n- id: b\n  parent: a\n  title: 乙\n${rows}`));
  it('finds that of a row, and of a heading as another page prints it', () =>
    check(
      `- id: a\n  title: 甲\n  page: 1\n  variants:\n  - 26: 甲の別名   #~ warning pages-in-source\n${rows.replace('25', '71   #~ warning pages-in-source')}`,
    ));
  it('finds that of a section', () =>
    expectFindings(
      {
        'plan.yaml': barePlan.replace('window:', 'source: { title: 出典, pages: 25 }\nwindow:'),
        'section.yaml': section('- id: a\n  title: 甲\n').replace('measures:', 'page: 26   #~ warning pages-in-source\nmeasures:'),
      },
      'pages-in-source',
    ));
  it('takes the last page', () => check(`- id: a\n  title: 甲\n  page: 25\n${rows}`));
  it('says nothing where the plan does not say how many there are', () => check('- id: a\n  title: 甲\n  page: 99\n', barePlan));
});

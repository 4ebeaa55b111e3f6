import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { barePlan, section } from '../support/plan.js';

const check = (measures: string) => expectFindings({ 'section.yaml': section(measures) }, 'heading-variants');
const titled = (title: string, text: string) => `- id: a\n  title: ${title}\n  tracks:\n  - id: row\n    phases:\n    - 2021-: ${text}\n`;

describe('heading-variants', () => {
  it('finds another print of a heading', () =>
    check('- id: a\n  title: ポータル抜本的改善\n  variants:\n  - 15: ポータルの抜本的改善   #~ warning heading-variants\n'));
  it('finds a heading that its texts name otherwise', () =>
    check(titled('全業所管官庁等を通じた取組', '全業所管府省庁ごとの取組   #~ warning heading-variants')));
  it('takes one name, and a text that has both', () =>
    check(titled('全業所管官庁等を通じた取組', '全業所管官庁ごとの取組を行い、全業所管府省庁に広げる')));
  it('finds two headings of one parent that a particle tells apart', () =>
    check('- id: a\n  title: マイナポータルの抜本的改善\n- id: b\n  title: マイナポータル抜本的改善   #~ warning heading-variants\n'));
  it('takes headings that a word, a number or a letter tells apart, and other parents', () =>
    check(
      '- id: a\n  title: 地域情報化の推進の取組1\n- id: b\n  title: 地域情報化の推進の取組2\n- id: c\n  title: 地域情報化の推進と取組3\n- id: e\n  title: 地域情報化の推進の取組11\n- id: d\n  parent: a\n  title: 地域情報化推進の取組1\n',
    ));
  it('takes other words from the plan', () =>
    expectFindings(
      {
        'plan.yaml': barePlan.replace('chapters:', 'rules: { heading-variants: { words: 計画/プラン } }\nchapters:'),
        'section.yaml': section(titled('整備計画の策定', '整備プランの策定   #~ warning heading-variants')),
      },
      'heading-variants',
    ));
});

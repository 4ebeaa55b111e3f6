import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { barePlan, section } from '../support/plan.js';

const check = (measures: string) => expectFindings({ 'section.yaml': section(measures) }, 'repeated-number');
const heading = (id: string, number: string, parent = '') =>
  `- id: ${id}\n${parent && `  parent: ${parent}\n`}  number: ${number}\n  title: ${id}\n`;

describe('repeated-number', () => {
  it('finds a number twice below one heading', () =>
    check(heading('a', '(1)') + heading('b', '①', 'a') + heading('c', '①   #~ warning repeated-number', 'a')));
  it('finds it in another width', () => check(heading('a', '(1)') + heading('b', '（１）   #~ warning repeated-number')));
  it('takes it below another heading, and ① beside 1', () =>
    check(heading('a', '(1)') + heading('b', '①', 'a') + heading('c', '(2)') + heading('d', '①', 'c') + heading('e', '"1"', 'c')));
  it('takes bullets', () => check(heading('a', '・') + heading('b', '・') + heading('c', '○') + heading('d', '○')));
  it('finds a section number twice in a chapter', () =>
    expectFindings(
      {
        'plan.yaml': barePlan.replace('[section.yaml]', '[section.yaml, other.yaml]'),
        'section.yaml': section(heading('a', '1')),
        'other.yaml': 'id: s2\nnumber: 1.   #~ warning repeated-number\ntitle: 節\n',
      },
      'repeated-number',
    ));
});

import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { barePlan, section, withPhases } from '../support/plan.js';

const long = '本格的な運用に向けたシステムの整備と全国への展開';
const tracks = (...rows: string[]) => section(`- id: measure\n  title: 施策\n  tracks:\n${rows.join('\n').replace(/^/gm, '  ')}\n`);
const check = (...rows: string[]) => expectFindings({ 'section.yaml': tracks(...rows) }, 'repeated-text');

describe('repeated-text', () => {
  it('finds a long text twice', () =>
    check(`- id: a\n  phases:\n  - 2021: ${long}`, `- id: b\n  phases:\n  - 2022: ${long}   #~ warning repeated-text`));
  it('finds it twice in one cell of a row', () =>
    expectFindings({ 'section.yaml': withPhases(`- 2021: ${long}\n- 2021: ${long}   #~ warning repeated-text`) }, 'repeated-text'));
  it('takes it where the rows or the phases are related', () =>
    check(
      `- id: a\n  related: [{ same: b }]\n  phases:\n  - 2021: ${long}`,
      `- id: b\n  phases:\n  - 2021: ${long}`,
      `- id: c\n  phases:\n  - 2021: ${long}\n    related: [{ see: a.2021 }, { see: b }]`,
    ));
  it('takes it where both are related to a third thing, but not where one of them is', () => {
    const third = '- id: hub\n  phases:\n  - 2021: 中心となるもの';
    const row = (id: string, related = '') => `- id: ${id}\n${related}  phases:\n  - 2021: ${long}`;
    const see = '  related: [{ see: hub }]\n';
    check(third, row('a', see), row('b', see));
    check(third, row('a', see), `${row('b')}   #~ warning repeated-text`);
  });
  it('holds thousands of rows against one another that are related to one thing', () => {
    const rows = Array.from({ length: 4200 }, (_, index) => {
      return `- id: r${index}\n  related: [{ see: hub }]\n  phases:\n  - 2021: ${index < 2 ? long : `事柄その${index}`}`;
    });
    check('- id: hub\n  phases:\n  - 2021: 中心となるもの', ...rows);
  });
  it('takes short texts, and what is printed once a year', () =>
    check(
      '- id: a\n  phases:\n  - 2021: システム開発',
      '- id: b\n  phases:\n  - 2021: システム開発',
      `- id: c\n  phases:\n  - 2021-2022: ${long}\n    each: year\n  - 2023: ${long}`,
    ));
  it('takes another length from the plan', () =>
    expectFindings(
      {
        'plan.yaml': barePlan.replace('chapters:', 'rules: { repeated-text: { length: "6" } }\nchapters:'),
        'section.yaml': tracks(
          '- id: a\n  phases:\n  - 2021: システム開発\n  - 2022: 実証実験',
          '- id: b\n  phases:\n  - 2021: システム 開発   #~ warning repeated-text\n  - 2022: 実証実験',
        ),
      },
      'repeated-text',
    ));
});

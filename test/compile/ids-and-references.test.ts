import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section } from '../support/plan.js';

describe('ids and references', () => {
  it('finds an id used twice', () =>
    expectFindings({ 'section.yaml': section('- id: data\n  title: 一\n- id: data   #~ error unique-ids\n  title: 二\n') }, []));
  it('finds dangling references', () =>
    expectFindings(
      {
        'section.yaml': section(
          '- id: data\n  parent: dats   #~ error known-references\n  title: 一\n  leads: [mic-bureaux]   #~ error known-references\n  tracks:\n  - id: row\n    related:\n    - same: rwo   #~ error known-references\n    phases:\n    - 2021: 検討\n',
        ),
      },
      [],
    ));
  it('takes references to phases and departments', () =>
    expectFindings(
      {
        'section.yaml': section(
          '- id: data\n  title: 一\n  leads: [mic-bureau]\n  tracks:\n  - id: row\n    phases:\n    - 2021: 検討\n    - 2022-: 左記の実施\n      related: [{ see: row.2021 }]\n',
        ),
      },
      [],
    ));
});

describe('a doubled id', () => {
  const row = (id: string, more = '') => `  - id: ${id}\n${more}    phases:\n    - 2021: 検討\n`;
  const see = (mark: string) => row('c', `    related:\n    - see: a${mark}\n`);
  it('tells of what has lost its name once, and of no reference to it', () =>
    expectFindings(
      { 'section.yaml': section(`- id: m\n  title: 施策\n  tracks:\n${row('b')}${row('b   #~ error unique-ids')}${see('')}`) },
      [],
    ));
  it('hides no dangling reference of another kind', () =>
    expectFindings(
      {
        'section.yaml': section(
          `- id: m\n  title: 施策\n  leads: [mik]   #~ error known-references\n  tracks:\n${row('b')}${row('b   #~ error unique-ids')}`,
        ),
      },
      [],
    ));
});

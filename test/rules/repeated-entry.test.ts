import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section } from '../support/plan.js';

const check = (measures: string) => expectFindings({ 'section.yaml': section(measures) }, 'repeated-entry');
const track = (keys: string) => `- id: m\n  title: 施策\n  tracks:\n  - id: t\n${keys}    phases:\n    - 2021: 工程\n`;
const other = '- id: n\n  title: 別の施策\n';

describe('repeated-entry', () => {
  it('finds a department twice in a list', () =>
    check('- id: m\n  title: 施策\n  leads: [mic, mic-bureau, mic]   #~ error repeated-entry\n'));
  it('finds it at a row', () => check(track('    leads:\n    - mic\n    - mic   #~ error repeated-entry\n')));
  it('finds a relation twice', () => check(`${track('    related:\n    - see: n\n    - see: n   #~ error repeated-entry\n')}${other}`));
  it('takes a department of the heading at its row, and two relations of two kinds', () =>
    check(
      `- id: m\n  title: 施策\n  leads: [mic]\n  tracks:\n  - id: t\n    leads: [mic]\n    related: [{ see: n }, { needs: n }]\n    phases:\n    - 2022: 工程\n${other}`,
    ));
  it('says once of a phase that is printed each year what its line says twice', () =>
    check(
      `- id: m\n  title: 施策\n  tracks:\n  - id: t\n    phases:\n    - 2021-2023: 毎年\n      each: year\n      related:\n      - see: n\n      - see: n   #~ error repeated-entry\n${other}`,
    ));
  it('says nothing of what is pasted twice: its id is told', () =>
    check(
      `- id: m\n  title: 施策\n  related: [{ see: n }]\n- id: m   #~ error unique-ids\n  title: 施策の二\n  related: [{ see: n }]\n${other}`,
    ));
});

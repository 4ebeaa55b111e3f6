import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { withPhases } from '../support/plan.js';

describe('unlisted-files', () => {
  it('finds a file that no chapter lists', () =>
    expectFindings(
      { 'section.yaml': withPhases('- 2021-: 検討'), 'other.yaml': 'id: s2   #~ warning unlisted-files\ntitle: 節\n' },
      'unlisted-files',
    ));
  it('takes files of reports and of departments', () =>
    expectFindings(
      { 'section.yaml': withPhases('- 2021-: 検討'), 'progress/x.yaml': 'fy: 2021\nreports:\n- on: row\n  done: 検討した\n' },
      'unlisted-files',
    ));
});

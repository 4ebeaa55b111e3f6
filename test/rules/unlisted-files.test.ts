import { describe, expect, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { call, memoryHost } from '../support/memory-host.js';
import { planFiles, withPhases } from '../support/plan.js';

describe('unlisted-files', () => {
  it('finds a file that no chapter lists', () =>
    expectFindings(
      { 'section.yaml': withPhases('- 2021-: 検討'), 'other.yaml': 'id: s2   #~ warning unlisted-files\ntitle: 節\n' },
      'unlisted-files',
    ));
  it('finds it too where what it declares is missed', () =>
    expectFindings(
      {
        'section.yaml': withPhases('- 2021-: 検討\n  related: [{ see: s2 }]   #~ error known-references'),
        'other.yaml': 'id: s2   #~ warning unlisted-files\ntitle: 節\n',
      },
      ['unlisted-files', 'known-references'],
    ));
  it.each(['progres/2021/x.yaml', 'Progress/x.yaml', 'progress/x.YAML'])(
    'finds a report that its name keeps from being read: %s',
    async (name) => {
      const host = memoryHost(
        Object.fromEntries(
          [...planFiles({ 'section.yaml': withPhases('- 2021-: 検討'), [name]: 'fy: 2021\n' })].map(([key, text]) => [
            `roadmap/${key}`,
            text,
          ]),
        ),
      );
      await call(host, 'validate', '--format', 'compact', '--lang', 'en');
      expect(host.out.split('\n')[0]).toBe(`roadmap/${name}:1:1: warning unlisted-files: \`${name}\` is not read, because of its name`);
    },
  );
  it('takes files of reports and of departments', () =>
    expectFindings(
      { 'section.yaml': withPhases('- 2021-: 検討'), 'progress/x.yaml': 'fy: 2021\nreports:\n- on: row\n  done: 検討した\n' },
      'unlisted-files',
    ));
});

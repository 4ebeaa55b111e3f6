import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section } from '../support/plan.js';

const check = (needed: string, own: string) =>
  expectFindings(
    {
      'section.yaml': section(
        `- id: measure\n  title: 施策\n  tracks:\n  - id: build\n    phases:\n    - ${needed}: 整備\n  - id: run\n    related:\n    - ${own}`,
      ),
    },
    ['needs-order', 'needs-circle'],
  );

describe('needs-order', () => {
  it('finds what begins in the last year of what it needs', () =>
    check('2021-2023', 'needs: build   #~ warning needs-order\n    phases:\n    - 2023-: 運用\n'));
  it('finds what begins before a bar without end', () =>
    check('2022-', 'needs: build   #~ warning needs-order\n    phases:\n    - 2021-: 運用\n'));
  it('takes what begins while a bar without end goes on', () => check('2021-', 'needs: build\n    phases:\n    - 2021-: 運用\n'));
  it('leaves a wrong year of what it needs to the rule that tells it', () => {
    const files = (needed: string) => ({
      'section.yaml': section(
        `- id: measure\n  title: 施策\n  tracks:\n  - id: build\n    phases:\n    - ${needed}\n  - id: run\n    related:\n    - needs: build.2022\n    phases:\n    - 2024-: 運用\n`,
      ),
    });
    expectFindings(files('2022-2052: 整備   #~ error phases-in-window'));
    expectFindings(files('2022-2024: 整備\n    - 2024-: 拡大   #~ error no-overlapping-phases'));
  });
  it('takes what begins in the year after', () => check('2021-2022', 'needs: build\n    phases:\n    - 2023-: 運用\n'));
  it('takes a beginning by its date within the last year', () =>
    check('2021-2022', 'needs: build\n    phases:\n    - 2022-: 運用 (令和5年1月～)\n      basis: text\n'));
});

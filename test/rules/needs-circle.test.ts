import { describe, it } from 'vitest';
import { expectFindings } from '../support/expectations.js';
import { section } from '../support/plan.js';

const row = (id: string, period: string, needs?: string) =>
  `  - id: ${id}\n${needs ? `    related:\n    - needs: ${needs}\n` : ''}    phases:\n    - ${period}: 実施\n`;
const check = (...rows: string[]) =>
  expectFindings({ 'section.yaml': section(`- id: measure\n  title: 施策\n  tracks:\n${rows.join('')}`) }, ['needs-circle', 'needs-order']);

describe('needs-circle', () => {
  it('finds what needs itself', () => check(row('a', '2021', 'a   #~ error needs-circle')));
  it('finds a circle once, where it closes, and no wrong order in it', () =>
    check(row('a', '2021', 'b'), row('b', '2022', 'c'), row('c', '2023', 'a   #~ error needs-circle')));
  it('takes a chain, and two that need a third', () =>
    check(row('a', '2021'), row('b', '2022', 'a'), row('c', '2023', 'a'), row('d', '2024', 'b')));
});

import { describe, expect, it } from 'vitest';
import { section } from '../../support/plan.js';
import { read } from '../../support/slips.js';

const right = section(
  '- id: m\n  number: (1)\n  title: 施策\n  tracks:\n  - id: row\n    phases:\n    - 2022: 検討\n- id: n\n  title: 施策\n  notes:\n  - 注\n',
);

/** One finding, in the words of the line that was put in or changed, and nothing that is mended. */
function expectTold(text: string, code: string, at: string): void {
  const { found, mended } = read(text);
  expect(found.map((one) => `${one.at} ${one.code}`)).toEqual([`${at} ${code}`]);
  expect(mended).toBe(text);
}

describe('a line --- or ... inside a file is told where it stands', () => {
  it.each([
    ['---', '  title: 施策\n  tracks'],
    ['...', '  title: 施策\n  tracks'],
    ['---', '    - 2022'],
    ['...', '- id: n'],
    ['---', 'measures:'],
  ])('%s before %j', (sign, line) => {
    const text = right.replace(line, `${sign}\n${line}`);
    expectTold(text, 'yaml-documents', `${right.slice(0, right.indexOf(line)).split('\n').length}:1`);
  });

  it('nothing around all of it', () => {
    expect(read(`%YAML 1.2\n# 注\n---\n${right}...\n`).found).toEqual([]);
    expect(read(`${right}\n...\n# 注\n`).found).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { planFiles, withPhases } from '../support/plan.js';

it.each([
  ['総務省', '行政管理局', '総務省行政管理局'],
  ['Information Technology Division', 'Applications Section', 'Information Technology Division Applications Section'],
  ['総務省', 'DX推進室', '総務省DX推進室'],
  ['デジタル庁', '（併）内閣官房', 'デジタル庁（併）内閣官房'],
])('the full name of a department goes from the outermost inwards: %s, %s', (outer, inner, full) => {
  const departments = `departments:\n- id: outer\n  name: ${outer}\n- id: inner\n  name: ${inner}\n  parent: outer\n`;
  const files = planFiles({ 'section.yaml': withPhases('- 2022: 実施'), 'departments.yaml': departments });
  expect(compile({ dir: '', files }).roadmap?.departments.map(({ fullName }) => fullName)).toEqual([outer, full]);
});

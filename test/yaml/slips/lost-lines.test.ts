import { expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.js';
import { barePlan, departments, planFiles, section } from '../../support/plan.js';

const body = section('- id: m\n  title: 施策\n- id: n\n  title: 施策\n  notes:\n  - 注\n').replace(
  'measures:',
  'notes:\n- 節の注\nmeasures:',
);
const rules = 'rules: { empty-measures: off, empty-years: off, unused-departments: off }\n';

/** The findings of a plan whose file was changed, and the file with the fixes applied. */
function read(name: string, text: string) {
  const { diagnostics } = compile({ dir: '', files: planFiles({ 'section.yaml': body, [name]: text }) });
  const edits = diagnostics.flatMap(({ fix }) => fix ?? []).sort((a, b) => b.span.start - a.span.start);
  return {
    found: diagnostics.map(({ code, location: { span } }) => `${code} ${span.file.text.slice(span.start, span.end)}`),
    mended: edits.reduce((now, { span, text: words }) => now.slice(0, span.start) + words + now.slice(span.end), text),
  };
}

it.each([
  ['section.yaml', body, 'measures:\n', '- id: m'],
  ['plan.yaml', rules + barePlan, 'chapters:\n', '- id: ch1'],
  ['departments.yaml', departments, 'departments:\n', '- id: mic'],
])('a list that lost the line with its name is told once, by the name: %s', (name, right, line, words) => {
  expect(read(name, right.replace(line, ''))).toEqual({ found: [`missing-key-line ${words}`], mended: right });
});

it.each([
  ['section.yaml', body, '- id: m\n', 'id: m'],
  ['plan.yaml', rules + barePlan, '- id: ch1', 'id: ch1'],
  ['departments.yaml', departments, '- id: mic\n', 'id: mic'],
])('the first entry of a list without its dash is told once: %s', (name, right, line, words) => {
  expect(read(name, right.replace(line, line.replace('-', ' ')))).toEqual({ found: [`missing-dash ${words}`], mended: right });
});

import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { plan, planFiles, withPhases } from '../support/plan.js';

const section = { 'section.yaml': withPhases('- 2021: 検討') };
const withRules = (rules: string) => plan.replace('rules: {', `rules: { ${rules},`);

it.each([
  ['a vocabulary', { 'plan.yaml': `${plan}vocabulary: simpel\n` }, 'simple'],
  ['a rule', { 'plan.yaml': withRules('mising-lead: off') }, 'missing-lead'],
  ['an option', { 'plan.yaml': withRules('repeated-text: { lenght: 40 }') }, 'length'],
  ['a status', { 'progress/2021/section.yaml': 'fy: 2021\nreports:\n- on: row\n  status: 措置済み\n' }, '措置済'],
])('what %s may have been meant to be can be put in its place', (_, files, meant) => {
  const all = planFiles({ ...section, ...files });
  const [found, ...others] = compile({ dir: '', files: all }).diagnostics;
  expect(others).toEqual([]);
  expect(found).toMatchObject({ suggestion: meant, help: { en: `did you mean \`${meant}\`?` } });
  for (const [name, text] of Object.entries(files)) {
    const { start, end } = found?.location.span ?? { start: 0, end: 0 };
    all.set(name, text.slice(0, start) + meant + text.slice(end));
  }
  expect(compile({ dir: '', files: all }).diagnostics).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script of the docs, without types
import { withTables } from '../../docs/schema-tables.mjs';
import { compile } from '../../src/compile/compile.js';
import { planFiles, section, withPhases } from '../support/plan.js';

const page = readFileSync('docs/format.ja.md', 'utf8');
const examples = [...page.matchAll(/```yaml ?(\w*)\n([\s\S]*?)```/g)].map(([, kind = '', text = '']) => ({ kind, text }));

/** The plan around an example: it stands in the place that the words behind ```yaml name. */
function filesOf(kind: string, text: string): Record<string, string> {
  const row = withPhases('- 2021-2025: 整備\n');
  if (kind === 'phases') return { 'section.yaml': withPhases(text) };
  if (kind === 'tracks') return { 'section.yaml': section(`- id: measure\n  title: 施策\n  tracks:\n${text.replace(/^(?=.)/gm, '  ')}`) };
  if (kind === 'measures') return { 'section.yaml': section(text) };
  if (kind === 'section') return { 'section.yaml': text };
  if (kind === 'plan') return { 'plan.yaml': text, 'section.yaml': row };
  if (kind === 'departments') return { 'departments.yaml': text, 'section.yaml': row };
  if (kind === 'progress') return { 'progress/2022/section.yaml': text, 'section.yaml': row };
  throw new Error(`an example of no kind: ${kind}`);
}

/** What a plan of one example cannot help. */
const notMeant = ['unused-departments', 'empty-years', 'empty-measures'];

describe('the page on the format', () => {
  it('has examples of every kind', () => expect(new Set(examples.map(({ kind }) => kind)).size).toBe(7));

  it.each(examples)('validates the example $kind: $text', ({ kind, text }) => {
    const { diagnostics } = compile({ dir: '', files: planFiles(filesOf(kind, text)) });
    const open = diagnostics.filter(({ code, acknowledged }) => acknowledged === undefined && !notMeant.includes(code));
    expect(open.map(({ code, message }) => `${code}: ${message.ja}`)).toEqual([]);
  });

  it('begins a plan with files that nothing is found in', () => {
    const files = new Map([...page.matchAll(/```yaml new (\S+)\n([\s\S]*?)```/g)].map(([, name = '', text = '']) => [name, text]));
    expect(files.size).toBe(3);
    expect(compile({ dir: '', files }).diagnostics.map(({ code, message }) => `${code}: ${message.ja}`)).toEqual([]);
  });

  it('lists every key as the schema has it (npm run schema)', () => expect(withTables()).toBe(page));
});

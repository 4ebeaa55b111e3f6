import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { planFiles, section } from '../support/plan.js';

/** What is found of a target: the code, the words that are blamed and the cure; and the target with the fixes applied. */
function read(target: string) {
  const text = section(`- id: m\n  title: 施策\n  kpis:\n  - id: k\n    name: 指標\n    unit: 件\n    target: ${target}\n`);
  const { diagnostics } = compile({ dir: '', files: planFiles({ 'section.yaml': text }) });
  const edits = diagnostics.flatMap(({ fix }) => fix ?? []);
  return {
    found: diagnostics.map(({ code, location: { span } }) => `${code} ${span.file.text.slice(span.start, span.end)}`),
    help: diagnostics[0]?.help?.ja,
    mended: edits
      .reduce((now, { span, text: words }) => now.slice(0, span.start) + words + now.slice(span.end), text)
      .match(/target: (.*)/)?.[1],
  };
}

it.each([
  ['{ 2026: 80% }', 'bad-value 80%', '`80` のことですか？'],
  ['{ 2025: 60, 2026: 80 }', 'bad-value 2026', '別のKPI'],
  ['{ year: 2026, value: 80 }', 'bad-value year', '`{ 2023: 98 }`'],
  ['{ 2026: 80, 備考: 仮 }', 'bad-value 備考', '`{ 2023: 98 }`'],
  ['{ undetermined: 未定 }', 'bad-value 未定', '`R5`'],
  ['[80]', 'wrong-type [80]', '`{ 2023: 98 }`'],
])('a target %s is told once, in the words of the author', (target, found, help) => {
  expect(read(target)).toEqual({ found: [found], help: expect.stringContaining(help), mended: target });
});

it.each([
  ['{ 2026: 1,000 }', 'needs-quotes ,', '{ 2026: 1000 }'],
  ['{ ２０２６：８０ }', 'full-width-sign ２０２６：８０', '{ 2026: 80 }'],
])('a target %s is told once and mended', (target, found, mended) => {
  expect(read(target)).toMatchObject({ found: [found], mended });
  expect(read(mended).found).toEqual([]);
});

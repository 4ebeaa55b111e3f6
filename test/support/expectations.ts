import { expect } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import type { Rule } from '../../src/rules/rule.js';
import { planFiles } from './plan.js';

/**
 * Compiles a plan and holds its findings against the comments of its files: `#~ error phase-order` at the end of the line that is blamed.
 * Several expectations on a line are separated by commas. `only` keeps the findings of other rules out.
 */
export function expectFindings(files: Record<string, string>, only?: string | readonly string[], rules?: readonly Rule[]): void {
  const codes = typeof only === 'string' ? [only] : only;
  const all = planFiles(files);
  const { diagnostics } = compile({ dir: '', files: all }, { ...(codes && { only: codes }), ...(rules && { rules }) });
  const found = diagnostics
    .filter((one) => !codes || codes.includes(one.code) || one.severity === 'error')
    .map((one) => {
      const { file, start } = one.location.span;
      return `${file.path.replace(/^\//, '')}:${file.positionAt(start).line} ${one.acknowledged === undefined ? one.severity : 'acknowledged'} ${one.code}`;
    });
  const wanted = [...all].flatMap(([name, text]) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        (/#~ (.*)$/.exec(line)?.[1] ?? '').split(',').flatMap((words) => (words.trim() ? [`${name}:${index + 1} ${words.trim()}`] : [])),
      ),
  );
  expect(found.sort()).toEqual(wanted.sort());
}

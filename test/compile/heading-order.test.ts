import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { measuresOf } from '../../src/model/walk.js';
import { expectFindings } from '../support/expectations.js';
import { planFiles, section } from '../support/plan.js';

/** `id` or `id < parent`, with an expectation behind it. */
const files = (...measures: readonly string[]) => ({
  'section.yaml': section(measures.map((line) => `- id: ${line.replace(' < ', '\n  parent: ')}\n  title: 見出し\n`).join('')),
});

describe('heading-order', () => {
  it('finds what stands behind the next heading', () =>
    expectFindings(files('a', 'b', 'a-1 < a   #~ warning heading-order'), ['heading-order']));
  it('finds it below a heading inside another', () =>
    expectFindings(files('a', 'a-1 < a', 'a-2 < a', 'a-1-1 < a-1   #~ warning heading-order'), ['heading-order']));
  it('tells it once, with all below it', () =>
    expectFindings(files('a', 'b', 'a-1 < a   #~ warning heading-order', 'a-1-1 < a-1', 'b-1 < b'), ['heading-order']));
  it('takes what goes back to an outer heading that is still open', () =>
    expectFindings(files('a', 'a-1 < a', 'a-1-1 < a-1', 'a-2 < a', 'b'), ['heading-order']));
  it('takes what follows one whose parent is wrong', () =>
    expectFindings(files('a', 'a-1 < b   #~ error known-references', 'a-2 < a'), ['heading-order']));
  it('asks nothing of what stands below one whose parent is wrong', () =>
    expectFindings(files('a', 'a-1 < b   #~ error known-references', 'a-1-1 < a-1', 'c', 'a-1-2 < a-1'), ['heading-order']));
  it('takes what stands below the last one, whose parent is wrong', () =>
    expectFindings(files('a', 'a-1 < b   #~ error known-references', 'a-1-1 < a-1'), ['heading-order']));
  it('puts it below its parent', () => {
    const { roadmap } = compile({ dir: '', files: planFiles(files('a', 'b', 'a-1 < a', 'c', 'a-1-1 < a-1', 'b-1 < b')) });
    expect(roadmap && measuresOf(roadmap).map(({ id }) => id)).toEqual(['a', 'a-1', 'a-1-1', 'b', 'b-1', 'c']);
  });
});

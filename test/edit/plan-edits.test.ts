import { expect, it } from 'vitest';
import { PlanEdits } from '../../src/edit/plan-edits.js';
import { Location } from '../../src/source/location.js';
import { SourceFile } from '../../src/source/source-file.js';
import { indexSpans } from '../../src/yaml/index-spans.js';

it('cuts an entry out with the comments inside it, wherever they stand, and leaves those behind it', () => {
  const file = new SourceFile('a.yaml', 'list:\n- id: a\n\n# inside\n  b: 1\n\n# behind\n- id: c\n');
  file.indexSpans = indexSpans;
  const edits = new PlanEdits();
  expect(edits.cut(new Location(file, ['list', 0]))).toBe('- id: a\n\n# inside\n  b: 1\n');
  expect(edits.apply(file, { keys: () => [], onOneLine: () => false })).toBe('list:\n\n# behind\n- id: c\n');
});

import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const own = fileURLToPath(new URL('../dist/types/', import.meta.url));

test('the declarations of the public API hold where their user has libraries checked too', { timeout: 60_000 }, () => {
  const program = ts.createProgram([`${own}index.d.ts`], {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(own));
  const faults = files.flatMap((file) => program.getSemanticDiagnostics(file));
  expect(files.length).toBeGreaterThan(10);
  expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([]);
});

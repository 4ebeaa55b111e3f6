import { expect, it } from 'vitest';
import { Workspace } from '../../src/lsp/workspace.js';
import { planFiles, section } from '../support/plan.js';

const workspace = new Workspace(
  { findPlan: () => '/plan', readPlan: (dir) => ({ dir, files: planFiles({ 'section.yaml': section('') }) }) },
  [],
);

it.each([
  ['/plan/section.yaml', true],
  ['/plan/progress/2023/section.yaml', true],
  // What a slip in its name keeps from being read is told, as `validate` does.
  ['/plan/section.YAML', true],
  ['/plan/progres/section.yaml', true],
  ['/plan/.#section.yaml', false],
  ['/plan/progress/.draft.yaml', false],
  ['/plan/notes/section.yaml', false],
  ['/plan/notes.md', false],
])('an open file is one of a plan as it is on the disk: %s', (path, isOne) => {
  workspace.open.clear();
  workspace.open.set(path, '');
  expect(workspace.planOf(path) !== undefined).toBe(isOne);
  expect(workspace.dirs()).toEqual(isOne ? ['/plan'] : []);
});

it('a fault of the program leaves what was known of a plan, and is told', () => {
  let files = planFiles({ 'section.yaml': section('') });
  const server = new Workspace({ findPlan: () => '/plan', readPlan: (dir) => ({ dir, files }) }, []);
  const before = server.plan('/plan');
  // No file has such contents.
  files = new Map([...files, ['section.yaml', {} as string]]);
  server.touch();
  const after = server.plan('/plan');
  expect(after?.faults).toHaveLength(1);
  expect(after?.result).toBe(before?.result);
});

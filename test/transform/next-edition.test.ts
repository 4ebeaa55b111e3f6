import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import type { Roadmap } from '../../src/model/roadmap.js';
import { changesOf } from '../../src/transform/diff/change.js';
import { diffRoadmaps } from '../../src/transform/diff/diff-roadmaps.js';

function plan(dir: string): Roadmap {
  const files = new Map(
    readdirSync(dir)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, readFileSync(`${dir}/${name}`, 'utf8')]),
  );
  const { roadmap } = compile({ dir, files }, { only: [] });
  if (!roadmap) throw new Error(dir);
  return roadmap;
}

// The text of the new pages is cut off: only what they do hold is held against the first edition.
it('reads two pages of the next real edition against the first', () => {
  const after = plan('test/editions/next-edition');
  const changes = changesOf(diffRoadmaps(plan('roadmap'), after)).filter(({ kind, path }) => kind !== 'removed' && path.length > 0);
  expect(changes.map(({ kind, path }) => `${kind} ${path.at(-1)}`)).toEqual([
    'added trust-policy.2021',
    'added trust-policy.2022',
    'renotated data-platforms-rules.2022',
    'changed education',
    'retimed school-network.2021',
    'reworded school-network.2021',
  ]);
});

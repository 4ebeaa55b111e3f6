import { expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { diffRoadmaps } from '../../src/transform/diff/diff-roadmaps.js';
import { planFiles, section } from '../support/plan.js';

/** Two headings, and below one of them another that has a new id in each edition. */
function edition(id: string, parent: 'first' | 'second', title: string, text: string) {
  const row = text && `  tracks:\n  - id: ${id}-row\n    phases:\n    - 2022: ${text}\n`;
  const item = `- id: ${id}\n  parent: ${parent}\n  title: ${title}\n${row}`;
  const [first, second] = ['- id: first\n  title: 一つ目\n', '- id: second\n  title: 二つ目\n'];
  const files = planFiles({ 'section.yaml': section(parent === 'first' ? first + item + second : first + second + item) });
  const { roadmap } = compile({ dir: '', files }, { only: [] });
  if (!roadmap) throw new Error('no plan');
  return roadmap;
}

/** Whether the heading is taken for the same one, in its place and under another heading. */
function isTaken(before: string, after: string, texts: readonly [string, string] = ['', '']) {
  return (['first', 'second'] as const).map((parent) => {
    const { guesses } = diffRoadmaps(edition('old', 'first', before, texts[0]), edition('new', parent, after, texts[1]));
    return guesses.some(({ before: [old], after: [young] }) => old?.id === 'old' && young?.id === 'new');
  });
}

// The shares are those of the pairs of characters that two headings have in common (`likeness`).
it.each([
  [0.63, '医療情報の共有基盤の整備', '介護情報の共有基盤', [true, true]],
  [0.57, '遺失物管理システムの整備', '落とし物システムの整備', [true, false]],
  [0.45, '港湾業務のデジタル化の推進', '空港業務の電子化の推進', [false, false]],
])('headings that are %f alike', (_, before, after, taken) => expect(isTaken(before, after)).toEqual(taken));

it('a heading much like another is the same one, whatever stands below it', () =>
  expect(isTaken('医療情報の共有基盤の整備', '医療情報の共有', ['要件の整理', '検証事業'])).toEqual([true, true]));

it('what stands below two headings tells more than the headings do', () =>
  expect(isTaken('窓口のデジタル化', '市民課の改革', ['全国の自治体で本格運用を開始', '全国の自治体で本格運用を開始'])).toEqual([
    true,
    false,
  ]));

import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { chaptersOf } from '../../src/report/chapters.js';
import { barePlan, planFiles, section } from '../support/plan.js';

/** The headings of a chapter, its section and its measure that all have a number. */
function headingsWith(number: string): string[] {
  const plan = barePlan.replace('number: 第1', `number: ${number}`);
  const section = `id: s1\nnumber: ${number}\ntitle: 節\nmeasures:\n- id: m1\n  number: ${number}\n  title: 施策\n`;
  const { roadmap } = compile({ dir: '', files: planFiles({ 'plan.yaml': plan, 'section.yaml': section }) });
  if (!roadmap) throw new Error('no plan');
  return chaptersOf(roadmap).flatMap((chapter) =>
    chapter.sections.flatMap(({ heading, grid }) => [chapter.heading, heading, ...grid.groups.map((group) => group.heading)]),
  );
}

describe('a heading', () => {
  it.each(['第6', '第1章', '第2節', '別表第一', '柱1', '1.', '(1)', '１', 'ア', 'Ⅰ', 'Ⅰ-1', '一', 'A', 'a'])(
    'has a space behind the number %s',
    (number) => expect(headingsWith(number)).toEqual([`${number} 章`, `${number} 節`, `${number} 施策`]),
  );

  it.each(['①', '⑳', '㋐', 'ⓐ', '（1）', '【1】', '１．', '・', '○'])('has none behind %s, which brings room of its own', (number) =>
    expect(headingsWith(number)).toEqual([`${number}章`, `${number}節`, `${number}施策`]),
  );
});

describe('the departments of a heading', () => {
  it('are those of a heading above where it has rows and none of its own', () => {
    const measures = `- id: outer
  title: 外
  leads: [mic]
- id: band
  title: 行のない見出し
  parent: outer
- id: inner
  title: 内
  parent: band
  tracks:
  - id: row
    phases:
    - 2021-: 整備
`;
    const { roadmap } = compile({ dir: '', files: planFiles({ 'section.yaml': section(measures) }) });
    const groups = roadmap && chaptersOf(roadmap)[0]?.sections[0]?.grid.groups;
    expect(groups?.map(({ id, leads }) => `${id}: ${leads.map(({ name }) => name)}`)).toEqual(['outer: 総務省', 'band: ', 'inner: 総務省']);
  });
});

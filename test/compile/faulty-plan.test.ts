import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { expectFindings } from '../support/expectations.js';
import { plan, planFiles, section, withPhases } from '../support/plan.js';

const phases = `- 2024-2022: 検討   #~ error phase-order
- 2027: 実施`;

/** What a fault of plan.yaml is told as, beside what is wrong in a section. */
function expectBeside(faulty: string): void {
  expectFindings({ 'plan.yaml': faulty, 'section.yaml': withPhases(phases) });
}

describe('a fault of plan.yaml hides nothing in the files that it lists', () => {
  it.each([
    ['columns', `${plan}columns: years   #~ error bad-value\n`],
    ['a misspelt key of columns', `${plan}colums: [2021, 2022-]   #~ error unknown-key\n`],
    ['a window', plan.replace('window: 2021-2025', 'window: 2021to2025   #~ error bad-period')],
    ['a window of a slip of the hand', plan.replace('window: 2021-2025', 'window: 2021-9025   #~ error bad-period')],
    ['a window without an end', plan.replace('window: 2021-2025', 'window: 2021-   #~ error bad-period')],
  ])('%s, and nothing is held against years that are not known', (_, faulty) => expectBeside(faulty));

  it.each([
    ['a setting of a rule', plan.replace('off }', 'off, missing-lead: warn }   #~ error bad-value')],
    ['a title', plan.replace(/title: 試.*/, 'title: [試験]   #~ error wrong-type')],
    ['an edition that is missing', plan.replace(/edition: .*\n/, '').replace('format: 1', 'format: 1   #~ error missing-key')],
    ['the id of a chapter', plan.replace('- id: ch1', '- id: Ch 1   #~ error bad-value')],
    ['a chapter without a title', plan.replace('  title: 章\n', '').replace('- id: ch1', '- id: ch1   #~ error missing-key')],
  ])('%s', (_, faulty) =>
    expectFindings({ 'plan.yaml': faulty, 'section.yaml': withPhases(phases.replace('実施', '実施   #~ error phases-in-window')) }),
  );

  it('no reference into a file that stands in a faulty list', () => {
    const faulty = plan.replace('sections: [section.yaml]', 'sections: [section.yaml, { other.yaml: 1 }]   #~ error wrong-type');
    const other = section('- id: elsewhere\n  title: 施策\n').replace('id: s1', 'id: s2');
    expectFindings({
      'plan.yaml': faulty,
      'section.yaml': section('- id: m\n  title: 施策\n  related: [{ see: elsewhere }]\n'),
      'other.yaml': other,
    });
  });

  it('not the words of a report either', () =>
    expectFindings({
      'plan.yaml': `${plan}vocabulary: [済]   #~ error wrong-type\n`,
      'section.yaml': section('- id: m\n  title: 施策\n'),
      'progress/2021/section.yaml': 'fy: 2021\nreports:\n- on: m\n  status: 済\n',
    }));

  it('editors know the ids all the same', () => {
    const { roadmap, namings } = compile({
      dir: '',
      files: planFiles({ 'plan.yaml': `${plan}columns: years\n`, 'section.yaml': withPhases('- 2021: 検討') }),
    });
    expect(roadmap?.byId.get('row.2021')?.kind).toBe('phase');
    expect(namings().length).toBeGreaterThan(0);
  });
});

it.each([
  ['of an empty folder', {}],
  ['of a folder with a section alone', { 'section.yaml': section('') }],
])('a plan.yaml that is missing is told, %s', (_, files) => {
  const { roadmap, diagnostics } = compile({ dir: 'plan', files: new Map(Object.entries(files)) });
  expect(roadmap).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: 'missing-file', severity: 'error', location: { span: { file: { path: 'plan/plan.yaml' } } } },
  ]);
  expect(diagnostics[0]?.message.en).toBe('there is no plan.yaml in the folder of the plan');
});

import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { formatPeriod } from '../../src/model/period.js';
import type { Roadmap } from '../../src/model/roadmap.js';
import { phasesOf } from '../../src/model/walk.js';
import { expectFindings } from '../support/expectations.js';
import { planFiles, section, withPhases } from '../support/plan.js';

describe('ids and references', () => {
  it('finds an id used twice', () =>
    expectFindings({ 'section.yaml': section('- id: data\n  title: 一\n- id: data   #~ error unique-ids\n  title: 二\n') }, []));
  it.each([
    ['row.2024', undefined, '`row` の工程: `row.2021`、`row.2022`'],
    ['row.2023', 'row.2022', '`row.2022` のことですか？'],
    ['single.2024', 'single.2021', '`single.2021` のことですか？'],
    ['rwo.2022', 'row.2022', '`row.2022` のことですか？'],
    ['row_two.2021', 'row-two.2021', '`row-two.2021` のことですか？'],
  ])('asks for a phase only where one is likely to be meant: %s', (id, suggestion, help) => {
    const row = (name: string, phases: string) => `  - id: ${name}\n    phases:\n${phases}`;
    const rows = [
      row('row', '    - 2021: 検討\n    - 2022-2023: 開発\n'),
      row('single', '    - 2021: 検討\n'),
      row('row-two', `    - 2021: 実施\n      related: [{ see: ${id} }]\n`),
    ];
    const files = planFiles({ 'section.yaml': section(`- id: m\n  title: 施策\n  tracks:\n${rows.join('')}`) });
    const [found] = compile({ dir: '', files }).diagnostics;
    expect(found).toMatchObject({ help: { ja: expect.stringContaining(help) } });
    expect(found?.suggestion).toBe(suggestion);
  });
  it('tells an id that names nothing once, with the places that refer to it', () => {
    const related = Array.from({ length: 6 }, (_, index) => `- id: m${index}\n  title: 施策${index}\n  related: [{ see: gone }]\n`);
    const found = compile({ dir: '', files: planFiles({ 'section.yaml': section(related.join('')) }) }).diagnostics;
    const told = found.filter(({ code }) => code === 'known-references');
    expect(told).toHaveLength(1);
    expect(told[0]?.related.map(({ message }) => message.en)).toEqual(['and here', 'and here', 'and here, and in 2 more places']);
  });
  it.each(['Id: data', 'idd: data', 'id: Data', 'id: 資料', 'number: 1'])(
    'tells an id that is spoilt, and no reference to it: %s',
    (line) => {
      const text = section(
        `- ${line}\n  title: 一\n- id: b\n  parent: data\n  title: 二\n- id: c\n  title: 三\n  related: [{ see: data }]\n`,
      );
      const { diagnostics } = compile({ dir: '', files: planFiles({ 'section.yaml': text }) });
      expect(
        diagnostics
          .filter(({ severity }) => severity === 'error')
          .map(({ location }) => location.span.file.positionAt(location.span.start).line),
      ).toEqual([5]);
    },
  );
  it.each(['- id: lo', '- id: ', '- id: lost\n  title', '- id: lost\n  title: 施策\n  related: [{ see: a', '- id: lost\n  tracks:\n'])(
    'tells where a file is cut off, and no reference to what stood behind: %j',
    (end) => {
      const text = section(`- id: a\n  title: 一\n  related: [{ see: gone }]\n${end}`);
      const { diagnostics } = compile({ dir: '', files: planFiles({ 'section.yaml': text }) });
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.filter(({ code }) => code === 'known-references')).toEqual([]);
    },
  );
  it('tells a dangling reference beside a fault that is not at the end of its file', () =>
    expectFindings(
      {
        'section.yaml': section(
          '- id: b   #~ error missing-key\n- id: a\n  title: 一\n  related: [{ see: gone }]   #~ error known-references\n',
        ),
      },
      [],
    ));
  it('finds dangling references', () =>
    expectFindings(
      {
        'section.yaml': section(
          '- id: data\n  parent: dats   #~ error known-references\n  title: 一\n  leads: [mic-bureaux]   #~ error known-references\n  tracks:\n  - id: row\n    related:\n    - same: rwo   #~ error known-references\n    phases:\n    - 2021: 検討\n',
        ),
      },
      [],
    ));
  it('tells a measure that is its own parent as that', () => {
    const files = planFiles({ 'section.yaml': section('- id: data\n  parent: data\n  title: 一\n') });
    expect(compile({ dir: '', files }).diagnostics.map(({ code, message }) => `${code}: ${message.ja}`)).toEqual([
      'known-references: `data` の親が `data` 自身になっています',
    ]);
  });
  it('takes references to phases and departments', () =>
    expectFindings(
      {
        'section.yaml': section(
          '- id: data\n  title: 一\n  leads: [mic-bureau]\n  tracks:\n  - id: row\n    phases:\n    - 2021: 検討\n    - 2022-: 左記の実施\n      related: [{ see: row.2021 }]\n',
        ),
      },
      [],
    ));
});

describe('a doubled id', () => {
  const row = (id: string, more = '') => `  - id: ${id}\n${more}    phases:\n    - 2021: 検討\n`;
  const see = (mark: string) => row('c', `    related:\n    - see: a${mark}\n`);
  it('tells of what has lost its name once, and of no reference to it', () =>
    expectFindings(
      { 'section.yaml': section(`- id: m\n  title: 施策\n  tracks:\n${row('b')}${row('b   #~ error unique-ids')}${see('')}`) },
      [],
    ));
  it('hides no dangling reference of another kind', () =>
    expectFindings(
      {
        'section.yaml': section(
          `- id: m\n  title: 施策\n  leads: [mik]   #~ error known-references\n  tracks:\n${row('b')}${row('b   #~ error unique-ids')}`,
        ),
      },
      [],
    ));
});

it('what stands in a file that no chapter lists is told once, with the name of the file', () => {
  const files = planFiles({
    'section.yaml': section('- id: m\n  title: 施策\n  related: [{ see: row }, { see: row.2021 }, { needs: far }]\n'),
    'far.yaml': withPhases('- 2021: 検討').replace('id: measure', 'id: far'),
  });
  const found = compile({ dir: '', files }).diagnostics.filter(({ code }) => code === 'known-references');
  expect(found.map(({ message, help, related }) => [message.ja, help?.ja, related.length])).toEqual([
    ['`row` のある `far.yaml` は、どの章にも挙がっていません', 'plan.yaml の章の `sections` に `far.yaml` を足してください', 2],
  ]);
});

describe('a period that is turned round', () => {
  const rows = (period: string, see: string, mark = '') =>
    section(
      `- id: m\n  title: 施策\n  tracks:\n  - id: row\n    phases:\n    - ${period}   #~ error phase-order\n  - id: other\n    phases:\n    - 2021: 左記の実施\n      related: [{ see: ${see} }]${mark}\n`,
    );
  it.each([
    ['{ 2024-2022: 検討 }', 'row.2022'],
    ['{ 2024-2022: 検討 }', 'row.2024'],
    ['{ 2024Q4-2023Q2: 検討 }', 'row.2023'],
    ['{ 2024-2022: 検討, each: year }', 'row.2022'],
  ])('is told once: %s, and %s', (phase, see) => expectFindings({ 'section.yaml': rows(phase, see) }, 'phase-order'));
  it('hides no reference to another year', () =>
    expectFindings({ 'section.yaml': rows('{ 2024-2022: 検討 }', 'row.2023', '   #~ error known-references') }, 'phase-order'));
});

it('a phase gives way to one of another year that has its id by name', () => {
  const files = planFiles({ 'section.yaml': withPhases('- 2021: 検討\n  id: row.2022\n- 2022-: 実施') });
  const { roadmap, diagnostics } = compile({ dir: '', files });
  expect(diagnostics).toEqual([]);
  expect(phasesOf(roadmap as Roadmap).map(({ id }) => id)).toEqual(['row.2022', 'row.2022-2']);
});

it('a phase has its id by its row and the fiscal year it begins in, a second one of that year by its number too', () => {
  const files = planFiles({
    'section.yaml': withPhases('- 2023Q1: 設計\n- 2023Q2-2023Q4: 開発\n- 2024H1: 試行\n- 2024H2-: 運用\n  id: running'),
  });
  expect(phasesOf(compile({ dir: 'plan', files }).roadmap as Roadmap).map(({ id }) => id)).toEqual([
    'row.2023',
    'row.2023-2',
    'row.2024',
    'running',
  ]);
});

describe('a phase that is printed once a year', () => {
  const idsOf = (phases: string) => {
    const files = planFiles({ 'section.yaml': withPhases(phases) });
    return [...phasesOf(compile({ dir: 'plan', files }).roadmap as Roadmap)].map(({ id, series }) => [id, series]);
  };
  it('has the ids of its years', () => {
    expect(idsOf('- 2021-2023: 検討\n  each: year')).toEqual([2021, 2022, 2023].map((year) => [`row.${year}`, 'row.2021']));
    expect(idsOf('- 2021-2022: 検討\n  each: year\n- 2021-2022: 公表\n  each: year').slice(2)).toEqual(
      [2021, 2022].map((year) => [`row.${year}-2`, 'row.2021-2']),
    );
  });
  it('gives the id that is written to the first year, and the series its name', () => {
    expect(idsOf('- 2021-2023: 検討\n  id: survey\n  each: year')).toEqual(
      ['survey', 'survey.2022', 'survey.2023'].map((id) => [id, 'survey']),
    );
    expect(idsOf('- 2022-2024: 検討\n  id: row.2021\n  each: year')).toEqual(
      ['row.2021', 'row.2023', 'row.2024'].map((id) => [id, 'row.2021']),
    );
  });
  it('begins and ends a series inside a fiscal year where its period does', () => {
    const periodsOf = (phases: string) => {
      const { roadmap } = compile({ dir: '', files: planFiles({ 'section.yaml': withPhases(phases) }) });
      return phasesOf(roadmap as Roadmap).map(({ id, period }) => `${id} ${formatPeriod(period)}`);
    };
    expect(periodsOf('- 2021H2-2023H1: 研修\n  each: year')).toEqual(['row.2021 2021H2', 'row.2022 2022', 'row.2023 2023H1']);
    expect(periodsOf('- 2024Q3-: 研修\n  each: year')).toEqual(['row.2024 2024Q3-2024Q4', 'row.2025 2025-']);
  });
});

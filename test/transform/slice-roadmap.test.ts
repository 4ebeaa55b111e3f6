import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.js';
import { sliceNotes } from '../../src/report/slice/slice-lists.js';
import { plain } from '../../src/report/told.js';
import { countSlice } from '../../src/transform/slice-counts.js';
import { type SliceOptions, sliceRoadmap } from '../../src/transform/slice-roadmap.js';
import { splitSlice } from '../../src/transform/split-slice.js';
import { plan, planFiles, section } from '../support/plan.js';

function slice(years: number | [number, number], files: Record<string, string>, options?: (find: (id: string) => unknown) => SliceOptions) {
  const { roadmap, diagnostics } = compile({ dir: '', files: planFiles(files) });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!roadmap) throw new Error('no roadmap');
  return sliceRoadmap(
    roadmap,
    typeof years === 'number' ? [years, years] : years,
    options?.((id) => roadmap.byId.get(id)),
  );
}

const rows = (text: string) =>
  section(`- id: measure\n  title: 施策\n  leads: [mic-bureau]\n  tracks:\n${text.trim().replace(/^/gm, '  ')}\n`);
const reports = (fy: number, ...lines: [on: string, status: string][]) => ({
  [`progress/${fy}/x.yaml`]: `fy: ${fy}\nreports:\n${lines.map(([on, status]) => `- on: ${on}\n  status: ${status}\n`).join('')}`,
});
const passed = ({ unreported, overdue }: ReturnType<typeof slice>) => ({
  unreported: unreported.map(({ phase }) => phase.id),
  overdue: overdue.map(({ phase }) => phase.id),
});

describe('how a phase stands', () => {
  const file = rows('- id: a\n  phases:\n  - 2021: 一\n  - 2022-2023: 二\n  - 2024-: 三');
  const standings = (years: number | [number, number]) =>
    slice(years, { 'section.yaml': file }).phases.map(({ phase, standing }) => `${phase.id} ${standing}`);
  it('begins, goes on and ends, or does it all within a year', () => {
    expect(standings(2021)).toEqual(['a.2021 within']);
    expect(standings(2022)).toEqual(['a.2022 begins']);
    expect(standings(2023)).toEqual(['a.2022 ends']);
    expect(standings(2024)).toEqual(['a.2024 begins']);
  });
  it('does not end at the edge of the paper', () => expect(standings(2025)).toEqual(['a.2024 continues']));
  it('stands to the whole range when several years are asked for', () =>
    expect(standings([2022, 2024])).toEqual(['a.2022 within', 'a.2024 begins']));
});

describe('what stands beside a phase', () => {
  it('is, before and after what is printed once a year, the rest of its row', () => {
    const file = rows('- id: a\n  phases:\n  - 2021: 一\n  - 2022-2023: 毎年\n    each: year\n  - 2024-: 三');
    const beside = slice([2021, 2025], { 'section.yaml': file }).phases.map(({ phase, previous, next }) => [
      previous.map(({ id }) => id).join(),
      phase.id,
      next.map(({ id }) => id).join(),
    ]);
    expect(beside).toEqual([
      ['', 'a.2021', 'a.2022'],
      ['a.2021', 'a.2022', 'a.2023'],
      ['a.2022', 'a.2023', 'a.2024'],
      ['a.2023', 'a.2024', ''],
    ]);
  });
});

describe('what was due before', () => {
  const file = rows(
    '- id: a\n  phases:\n  - 2021: 一\n  - 2022: 二\n  - 2023-: 三\n- id: b\n  phases:\n  - 2021-: 令和3年度末までに四\n    due: 令和3年度末',
  );
  const of = (year: number, ...files: Record<string, string>[]) => passed(slice(year, Object.assign({ 'section.yaml': file }, ...files)));

  it('is unreported where no report says what became of it', () =>
    expect(of(2022)).toEqual({ unreported: ['a.2021', 'b.2021'], overdue: [] }));
  it('is nothing in the year it is due in', () => expect(of(2021)).toEqual({ unreported: [], overdue: [] }));
  it('is overdue where a report says that it is not done', () =>
    expect(of(2022, reports(2021, ['a', '検討中'], ['b', '未措置']))).toEqual({ unreported: [], overdue: ['a.2021', 'b.2021'] }));
  it('is neither where a report says that it is done', () =>
    expect(of(2022, reports(2021, ['a', '措置済'], ['b', '措置済']))).toEqual({ unreported: [], overdue: [] }));
  it('stays done when a later report speaks of the next phase', () =>
    expect(of(2023, reports(2021, ['a', '措置済'], ['b', '措置済']), reports(2022, ['a', '措置中'])).overdue).toEqual(['a.2022']));
  it('is overdue where a newer report no longer says that it is done', () => {
    const long = { 'section.yaml': rows('- id: a\n  phases:\n  - 2021-2023: 一') };
    const told = [reports(2021, ['a', '措置済']), reports(2022, ['a', '措置中'])];
    const of = (...files: Record<string, string>[]) => passed(slice(2024, Object.assign({}, long, ...told, ...files)));
    expect(of(reports(2023, ['a', '未措置']))).toEqual({ unreported: [], overdue: ['a.2021'] });
    expect(of(reports(2023, ['measure', '未措置']))).toEqual({ unreported: [], overdue: ['a.2021'] });
    expect(of()).toEqual({ unreported: ['a.2021'], overdue: [] });
    expect(of(reports(2023, ['a', '措置済']), reports(2024, ['a', '措置中'])).overdue).toEqual(['a.2021']);
    expect(of(reports(2023, ['a', '措置済']), reports(2024, ['measure', '措置中'])).overdue).toEqual([]);
  });
  it('stays done where the bar runs on behind the promise', () =>
    expect(of(2023, reports(2021, ['a', '措置済'], ['b', '措置済']), reports(2022, ['b', '措置中'], ['a', '措置済'])).overdue).toEqual([]));
  it('is done late where a later report says so', () =>
    expect(of(2023, reports(2021, ['a', '検討中'], ['b', '検討中']), reports(2022, ['a', '措置済'], ['b', '措置済']))).toEqual({
      unreported: [],
      overdue: [],
    }));
  it('is not answered by a report from before it was due', () =>
    expect(of(2023, reports(2021, ['a', '措置済'], ['b', '措置済']))).toEqual({ unreported: ['a.2022'], overdue: [] }));
  it('is not held against it that a later report says of the next phase that it is not done', () => {
    expect(of(2023, reports(2022, ['a', '措置中'], ['b', '措置済']))).toEqual({ unreported: ['a.2021'], overdue: ['a.2022'] });
    expect(of(2023, reports(2021, ['a', '検討中'], ['b', '措置済']), reports(2022, ['a', '措置中'])).overdue).toEqual(['a.2021', 'a.2022']);
  });
  it('is overdue by a later report where nothing came after it', () =>
    expect(
      passed(slice(2023, { 'section.yaml': rows('- id: a\n  phases:\n  - 2021: 一'), ...reports(2022, ['a', '未措置']) })).overdue,
    ).toEqual(['a.2021']));
  it('does not see reports of later years', () =>
    expect(of(2022, reports(2023, ['a', '措置済'], ['b', '措置済'])).unreported).toEqual(['a.2021', 'b.2021']));
  it('takes the report on the measure where the track has none of its own', () => {
    expect(of(2022, reports(2021, ['measure', '措置済']))).toEqual({ unreported: [], overdue: [] });
    expect(of(2022, reports(2021, ['measure', '措置済'], ['b', '検討中']))).toEqual({ unreported: [], overdue: ['b.2021'] });
  });
  it('holds nothing against what was dropped, or reported in words without a meaning', () => {
    const own = planFiles({}).get('plan.yaml') ?? '';
    const vocabulary = 'vocabulary: { name: own, status: [{ term: 中止, means: dropped }, その他] }\n';
    expect(of(2022, { 'plan.yaml': own + vocabulary }, reports(2021, ['a', '中止'], ['b', 'その他']))).toEqual({
      unreported: [],
      overdue: [],
    });
  });
  it('is one entry for an end and a promise of one phase', () => {
    const both = rows('- id: a\n  phases:\n  - 2021: 令和3年度末までに一\n    due: 令和3年度末');
    const [term, ...more] = slice(2022, { 'section.yaml': both }).unreported;
    expect(more).toEqual([]);
    expect(term).toMatchObject({ end: 2021, fiscalYear: 2021, dues: [{ text: '令和3年度末' }] });
  });
  it('is of the year in which the first of several terms passed', () => {
    const two = rows('- id: a\n  phases:\n  - 2021-2022: 令和3年度末までに一\n    due: 令和3年度末');
    expect(slice(2023, { 'section.yaml': two }).unreported).toMatchObject([
      { end: 2022, fiscalYear: 2021, dues: [{ text: '令和3年度末' }] },
    ]);
  });
});

describe('the tracks of a year', () => {
  const file = rows('- id: a\n  phases:\n  - 2021-: 一\n- id: b\n  phases:\n  - 2021-: 二\n- id: c\n  phases:\n  - 2022-: 三');
  it('are counted by status, with the year before beside it', () => {
    const { statuses } = slice(2022, {
      'section.yaml': file,
      ...reports(2021, ['a', '検討中']),
      ...reports(2022, ['a', '措置済'], ['b', '検討中']),
    });
    expect(statuses).toEqual([
      { status: '措置済', count: 1, before: 0 },
      { status: '措置中', count: 0, before: 0 },
      { status: '検討中', count: 1, before: 1 },
      { status: '未措置', count: 0, before: 0 },
      { status: null, count: 1, before: 1 },
    ]);
  });
  it('have nothing beside them where the year before has no report', () =>
    expect(slice(2022, { 'section.yaml': file, ...reports(2022, ['a', '措置済']) }).statuses.every(({ before }) => before === null)).toBe(
      true,
    ));
});

describe('the first year of an edition that was rolled', () => {
  const files = {
    'plan.yaml': `${plan.replace('window: 2021-2025', 'window: 2022-2026')}editions:\n- edition: 令和2年12月\n  from: ../r2\n`,
    'section.yaml': rows('- id: a\n  phases:\n  - 2022-: 一\n- id: b\n  phases:\n  - 2022-: 令和3年度末までに二\n    due: 令和3年度末'),
    ...reports(2021, ['a', '措置中'], ['b', '措置中']),
  };
  it('has nothing beside its statuses, and says where the year before is', () => {
    const opening = slice(2022, files);
    expect(opening.statuses.every(({ before }) => before === null)).toBe(true);
    expect(sliceNotes(opening, 'ja').map(plain)).toEqual([expect.stringMatching(/^前の年度は前の版の表にあり.*: 令和2年12月$/)]);
  });
  it('holds against a row what it still promises', () => expect(passed(slice(2022, files)).overdue).toEqual(['b.2022']));
  it('is compared again in its second year', () => {
    const second = slice(2023, { ...files, ...reports(2022, ['a', '措置済']) });
    expect(second.statuses.map(({ before }) => before)).toEqual([1, 0, 0, 0, 1]);
    expect(sliceNotes(second, 'ja')).toEqual([]);
  });
});

describe('what a cell points to', () => {
  const of = (year: number, text: string) =>
    slice(year, { 'section.yaml': rows(text) }).phases.map(({ phase, context }) => [phase.id, ...context.map(({ id }) => id)]);
  it('comes along when its year does not show it', () => {
    expect(of(2022, '- id: a\n  phases:\n  - 2021: 一\n  - 2022: 二\n    related: [{ see: a.2021 }]')).toEqual([['a.2022', 'a.2021']]);
    expect(of(2022, '- id: a\n  phases:\n  - 2021: 一\n  - 2022: 左記の検討を踏まえた措置')).toEqual([['a.2022', 'a.2021']]);
  });
  it('does not come twice when it is there anyway', () =>
    expect(of(2022, '- id: a\n  phases:\n  - 2021-2022: 一\n- id: b\n  phases:\n  - 2022: 二\n    related: [{ see: a }]')).toEqual([
      ['a.2021'],
      ['b.2022'],
    ]));
  it('is what is named, where 左記 names it', () =>
    expect(
      of(2022, '- id: a\n  phases:\n  - 2021: 一\n- id: b\n  phases:\n  - 2021: 二\n  - 2022: 左記の措置\n    related: [{ see: a.2021 }]'),
    ).toEqual([['b.2022', 'a.2021']]));
  it('is the nearest phase before of a track', () =>
    expect(of(2023, '- id: a\n  phases:\n  - 2021: 一\n  - 2022: 二\n- id: b\n  related: [{ see: a }]\n  phases:\n  - 2023-: 三')).toEqual([
      ['b.2023', 'a.2022'],
    ]));
});

describe('narrowed', () => {
  const files = {
    'departments.yaml':
      'departments:\n- id: mic\n  name: 総務省\n- id: mic-bureau\n  name: 行政局\n  parent: mic\n- id: mic-office\n  name: 総務課\n  parent: mic-bureau\n- id: npa\n  name: 警察庁\n',
    'section.yaml': section(
      '- id: m1\n  title: 一\n  leads: [mic-office, npa]\n  tracks:\n  - id: a\n    phases:\n    - 2021: 一\n- id: m2\n  title: 二\n  tracks:\n  - id: b\n    leads: [npa]\n    phases:\n    - 2021: 二\n  - id: c\n    phases:\n    - 2021: 三\n',
    ),
    ...reports(2021, ['a', '措置済']),
  };
  const ids = (result: ReturnType<typeof slice>) => result.phases.map(({ phase }) => phase.track.id);
  it('a ministry takes the departments below it along', () => {
    expect(ids(slice(2021, files, (find) => ({ leads: [find('mic') as never] })))).toEqual(['a']);
    expect(ids(slice(2021, files, (find) => ({ leads: [find('npa') as never] })))).toEqual(['a', 'b']);
  });
  it('has parts for the departments that it was narrowed to alone, also where others are joint leads', () =>
    expect(
      splitSlice(
        slice(2021, files, (find) => ({ leads: [find('mic') as never] })),
        'lead',
      ).map((part) => part.by === 'lead' && part.department?.id),
    ).toEqual(['mic-office']));
  it('shows of a row that it leaves out the phase that began by then', () => {
    const row = (phases: string) => `phases:\n${phases.trim().replace(/^/gm, '    ')}\n`;
    const pointing = {
      ...files,
      'section.yaml': section(
        `- id: m\n  title: 一\n  tracks:\n  - id: a\n    leads: [npa]\n    ${row('- 2021: 一\n- 2022-: 二')}  - id: b\n    leads: [mic]\n    related: [{ see: a }]\n    ${row('- 2022-: 三')}`,
      ),
    };
    const [only] = slice(2022, pointing, (find) => ({ leads: [find('mic') as never] })).phases;
    expect(only?.context.map(({ id }) => id)).toEqual(['a.2022']);
  });
  it('to what names no department', () => {
    expect(ids(slice(2021, files, () => ({ leads: [null] })))).toEqual(['c']);
    expect(ids(slice(2021, files, (find) => ({ leads: [find('mic') as never, null] })))).toEqual(['a', 'c']);
  });
  it('to a status, with nothing of the year before, in which the rows had others', () => {
    const before = reports(2021, ['a', '検討中']);
    const long = {
      ...files,
      'section.yaml': files['section.yaml'].replaceAll('2021:', '2021-:'),
      ...before,
      ...reports(2022, ['a', '措置済']),
    };
    expect(slice(2022, long).statuses.map((one) => one.before)).toEqual([0, 0, 1, 0, 2]);
    expect(slice(2022, long, () => ({ statuses: [{ as: 'status', word: '措置済' }] })).statuses.map((one) => one.before)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
  it('to a verdict, also where the department itself has reported nothing', () => {
    const judged = { ...files, 'progress/2021/x.yaml': 'fy: 2021\nreports:\n- on: b\n  verdict: 要改善\n  verdictReason: 報告がない。\n' };
    expect(ids(slice(2021, judged, () => ({ statuses: [{ as: 'verdict', word: '要改善' }] })))).toEqual(['b']);
    expect(ids(slice(2021, judged, () => ({ statuses: [{ as: 'status', word: null }] })))).toEqual(['a', 'b', 'c']);
    expect(ids(slice(2021, judged, () => ({ statuses: [{ as: 'verdict', word: null }] })))).toEqual(['a', 'c']);
    expect(slice(2021, judged).verdicts).toEqual([
      { verdict: '解決', count: 0 },
      { verdict: '継続フォロー', count: 0 },
      { verdict: '要改善', count: 1 },
      { verdict: 'フォロー終了', count: 0 },
      { verdict: null, count: 2 },
    ]);
    expect(slice(2021, files).verdicts).toEqual([]);
    expect(countSlice(slice(2021, judged)).reported).toBe(0);
  });
  it('to a status, or to what has no report', () => {
    expect(ids(slice(2021, files, () => ({ statuses: [{ as: 'status', word: '措置済' }] })))).toEqual(['a']);
    expect(ids(slice(2021, files, () => ({ statuses: [{ as: 'status', word: null }] })))).toEqual(['b', 'c']);
  });
  it('leaves out the KPIs of sections, which no department is printed for and no status is reported of', () => {
    const kpi = 'kpis: [{ id: k, name: 割合, unit: "%", target: { 2021: 60 } }]\nmeasures:';
    const more = { ...files, 'section.yaml': files['section.yaml'].replace('measures:', kpi) };
    const kpis = (options?: Parameters<typeof slice>[2]) => slice(2021, more, options).kpis.map(({ kpi: { id } }) => id);
    expect([kpis(), kpis(() => ({ leads: [null] }))]).toEqual([['k'], ['k']]);
    expect(kpis((find) => ({ leads: [find('npa') as never] }))).toEqual([]);
    expect(kpis(() => ({ statuses: [{ as: 'status', word: null }] }))).toEqual([]);
  });
  it('in parts: joint leads share an item, and what names no lead stands last', () =>
    expect(
      splitSlice(slice(2021, files), 'lead').map((part) => [part.by === 'lead' ? part.department?.id : '', ...ids(part.slice)]),
    ).toEqual([
      ['mic-office', 'a'],
      ['npa', 'a', 'b'],
      [undefined, 'c'],
    ]));
  it('in parts of nothing but what was due before and is not reported, where there are reports at all', () => {
    const silent = { 'departments.yaml': files['departments.yaml'], 'section.yaml': files['section.yaml'] };
    const departments = (texts: Record<string, string>) =>
      splitSlice(slice(2022, texts), 'lead').map((part) => part.by === 'lead' && part.department?.id);
    expect([departments(files), departments(silent)]).toEqual([['npa', undefined], []]);
  });
});
